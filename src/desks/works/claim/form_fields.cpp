#include "desks/works/claim/form_fields.hpp"

#include <algorithm>
#include <charconv>

#include "base/french.hpp"
#include "base/text.hpp"
#include "desks/works/claim/claim_kind.hpp"
#include "desks/works/claim/insurer.hpp"
#include "desks/works/trade/trade.hpp"
#include "desks/works/works_rules.hpp"
#include "floor/places/communes.hpp"
#include "web/html/elements.hpp"

namespace works::claim {
namespace {

using namespace web::ui;
using web::html::Markup;
namespace html = web::html;

int lot_number(std::string_view typed) {
  int number = 1;
  std::from_chars(typed.data(), typed.data() + typed.size(), number);
  return number;
}

std::string lot_field(std::string_view trade) { return "lot_" + std::string(trade); }

Markup loss_fields(const FormState& state) {
  std::vector<Option> kinds;
  for (const auto& kind : claim_kinds()) kinds.push_back({std::string(kind.slug), std::string(kind.label)});
  return field_group(
      "Le sinistre", "",
      field_row({select_field(Field{.name = "kind", .label = "Nature du sinistre"}.with(state), kinds),
                 date_field(Field{.name = "loss_day",
                                  .label = "Date du sinistre",
                                  .need = Field::Need::optional,
                                  .width = FieldWidth::short_text}
                                .with(state))}) +
          text_area(Field{.name = "description",
                          .label = "Description",
                          .hint = "Lue par l’entreprise avant d’accepter : ni téléphone, ni e-mail, ni nom.",
                          .need = Field::Need::optional}
                        .with(state),
                    4) +
          checkbox(Field{.name = "emergency",
                         .label = "Mesures d’urgence nécessaires (fuite active, mise en sécurité…)",
                         .need = Field::Need::optional}
                       .with(state)));
}

Markup insured_fields(const FormState& state) {
  return field_group(
      "L’assuré", "Ses coordonnées ne sont données à l’entreprise qu’après acceptation.",
      field_row({text_field(Field{.name = "insured_name", .label = "Nom", .autocomplete = "off"}.with(state)),
                 phone_field(Field{.name = "insured_phone", .label = "Téléphone", .autocomplete = "off"}.with(state)),
                 email_field(Field{
                     .name = "insured_email", .label = "E-mail", .need = Field::Need::optional, .autocomplete = "off"}
                                 .with(state))}) +
          checkbox(Field{
              .name = "insured_informed",
              .label = "L’assuré est informé",
              .hint = "Il sait que ses coordonnées iront à l’entreprise qui accepte, qu’il peut en choisir une autre, "
                      "et que le cabinet reçoit " +
                      base::french::euros(bonus_amount.value()) + " à la clôture."}
                       .with(state)));
}

Markup place_fields(const FormState& state) {
  auto postal_code =
      Field{.name = "postal_code", .label = "Code postal", .width = FieldWidth::short_text, .autocomplete = "off"}.with(
          state);
  return field_group(
      "Le lieu", "",
      text_field(
          Field{.name = "address", .label = "Adresse", .hint = "Numéro, voie, étage…", .autocomplete = "off"}.with(
              state)) +
          html::div(html::cls("postal-code"), html::hx_get("/travaux/communes"), html::attr("hx-trigger", "change"),
                    html::attr("hx-target", "#commune"), html::attr("hx-include", "find input"),
                    text_field(postal_code)) +
          html::div(html::id("commune"), html::attr("aria-live", "polite"), commune_field(postal_code.value, state)));
}

Markup trade_row(const trade::Trade& trade, const FormState& state, const std::vector<std::string>& checked) {
  const std::string slug(trade.slug);
  const std::string id = "trade_" + slug;
  const bool on = std::find(checked.begin(), checked.end(), slug) != checked.end();
  const std::string lot = state.value(lot_field(slug), "1");
  std::vector<Markup> numbers;
  for (int n = 1; n <= most_lots; ++n)
    numbers.push_back(
        html::option(html::attr("value", std::to_string(n)), html::selected_if(lot == std::to_string(n)), "Lot ", n));
  Markup options;
  for (auto& number : numbers) options += number;
  return html::li(
      html::cls("trade-choice"),
      html::div(html::cls("choice"),
                html::input(html::cls("form-check-input"), html::attr("type", "checkbox"), html::attr("name", "trade"),
                            html::id(id), html::attr("value", slug), html::checked_if(on)),
                html::label(html::attr("for", id), trade.label)),
      html::select(html::cls("form-select form-select-sm"), html::attr("name", lot_field(slug)),
                   html::attr("aria-label", "Lot de " + std::string(trade.label)), options));
}

Markup trade_fields(const FormState& state) {
  const auto checked = state.values("trade");
  Markup rows;
  for (const auto& trade : trade::trades()) rows += trade_row(trade, state, checked);
  const std::string error = state.error("trades");
  Markup below;
  if (!error.empty())
    below = html::div(html::cls("field-error"), html::id("champ-trades"), html::attr("tabindex", -1), icon(Icon::alert),
                      error);
  return field_group(
      "Les métiers",
      "Une seule entreprise prend tout le lot 1. Pour en mandater plusieurs, répartissez les métiers en lots.",
      below + html::ul(html::cls("trade-choices"), rows));
}

Markup insurer_fields(const FormState& state) {
  std::vector<Option> names;
  for (const auto& insurer : insurers()) names.push_back({std::string(insurer.slug), std::string(insurer.name)});
  return field_group(
      "L’assureur", "Peut être complété plus tard.",
      field_row({select_field(Field{.name = "insurer", .label = "Compagnie", .need = Field::Need::optional}.with(state),
                              names),
                 text_field(Field{.name = "insurer_claim_number",
                                  .label = "N° de sinistre",
                                  .need = Field::Need::optional,
                                  .autocomplete = "off"}
                                .with(state)),
                 email_field(Field{.name = "insurer_email",
                                   .label = "E-mail du gestionnaire",
                                   .need = Field::Need::optional,
                                   .autocomplete = "off"}
                                 .with(state))}));
}

Markup more_fields(const FormState& state, base::Day today) {
  return field_group("Documents et disponibilité", "",
                     date_field(Field{.name = "needed_from",
                                      .label = "Intervention à partir du",
                                      .value = today.iso(),
                                      .width = FieldWidth::short_text}
                                    .with(state)) +
                         file_field(Field{.name = "attachments",
                                          .label = "Photos et documents",
                                          .hint = "Photos JPEG ou PNG (visibles de l’entreprise), PDF (après "
                                                  "acceptation). 25 Mo au plus par fichier.",
                                          .need = Field::Need::optional}
                                        .with(state),
                                    {.accept = ".jpg,.jpeg,.png,.webp,.pdf", .count = FileChoice::Count::several}));
}

}  // namespace

Form form_of(const web::Fields& typed) {
  Form form;
  form.kind = typed.get("kind");
  form.loss_day = typed.get("loss_day");
  form.insured_name = typed.get("insured_name");
  form.insured_phone = typed.get("insured_phone");
  form.insured_email = typed.get("insured_email");
  form.address = typed.get("address");
  form.postal_code = typed.get("postal_code");
  form.insee = typed.get("insee");
  form.description = typed.get("description");
  form.needed_from = typed.get("needed_from");
  form.insurer = typed.get("insurer");
  form.insurer_email = typed.get("insurer_email");
  form.insurer_claim_number = typed.get("insurer_claim_number");
  form.form_key = typed.get("form_key");
  form.emergency = !typed.get("emergency").empty();
  form.insured_informed = !typed.get("insured_informed").empty();
  for (const auto slug : typed.all("trade"))
    form.trades.push_back({std::string(slug), lot_number(typed.get(lot_field(slug)))});
  return form;
}

Markup commune_field(std::string_view postal_code, const FormState& state) {
  const auto communes = places::communes_of(base::trim(postal_code));
  const std::string error = state.error("insee");
  if (communes.empty() && error.empty()) return {};
  if (communes.size() == 1)
    return html::p(html::cls("hint"), html::strong(communes.front().name), " ",
                   places::position_note(communes.front()));
  std::vector<Option> options;
  for (const auto& commune : communes) options.push_back({std::string(commune.insee), std::string(commune.name)});
  return select_field(Field{.name = "insee", .label = "Commune", .width = FieldWidth::half}.with(state), options);
}

Markup form_fields(const FormState& state, base::Day today) {
  return loss_fields(state) + trade_fields(state) + insured_fields(state) + place_fields(state) +
         insurer_fields(state) + more_fields(state, today);
}

}  // namespace works::claim
