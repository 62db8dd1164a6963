// The form of an offer: prices first, then the clauses by group with their usual values; a revision opens with the last
// round's.
#include "base/french.hpp"
#include "desks/credit/insurer/insurer.hpp"
#include "desks/credit/offer/offer_actions.hpp"
#include "desks/credit/offer/offer_pages.hpp"
#include "desks/credit/placement/client_mail.hpp"
#include "desks/credit/placement/placement_steps.hpp"
#include "desks/credit/portfolio/buyer.hpp"
#include "desks/credit/portfolio/questionnaire_rules.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/page_header.hpp"

namespace credit::offer {
namespace {

namespace html = web::html;
namespace ui = web::ui;
using html::Markup;
using html::Url;
using ui::Field;
using ui::FieldWidth;
using ui::FormState;

struct FormView {
  placement::Placement placement;
  std::optional<Offer> revised;  // null: a new offer
  std::vector<ui::Option> insurers;
  Pairs typed;  // what the form opens with
};

std::string row(std::string_view name, int number) { return std::string(name) + "_" + std::to_string(number); }

// What the questionnaire knows of the turnover, parted between France and export.
Pairs first_lines(db::Transaction& tx, PlacementId id) {
  Quote quote;
  const auto answers = portfolio::answers_of(tx, id);
  const portfolio::Typed typed(answers);
  const auto turnover = portfolio::insurable_turnover(typed);
  const auto whole = turnover ? turnover->insurable : base::Money{};
  const auto abroad = std::min(typed.amount("export_sales").value_or(base::Money{}), whole);
  quote.premium.lines.push_back({.name = "France", .insurable_turnover = whole - abroad});
  if (abroad.cents > 0)
    quote.premium.lines.push_back({.name = "Export", .zone = engine::Zone::abroad, .insurable_turnover = abroad});
  return pairs_of(quote);
}

std::optional<FormView> load_new(visit::Visit& visit) {
  const PlacementId id{visit.id()};
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<FormView> {
    const auto placement = placement::find(tx, id, visit.actor());
    if (!placement) return std::nullopt;
    FormView view{*placement, std::nullopt, {}, first_lines(tx, id)};
    for (const auto& insurer : insurer::insurers(tx))
      if (insurer.active) view.insurers.push_back({insurer.slug, insurer.name});
    return view;
  });
}

std::optional<FormView> load_revision(visit::Visit& visit) {
  const OfferId id{visit.id()};
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<FormView> {
    auto offer = find(tx, id, visit.actor());
    if (!offer) return std::nullopt;
    const auto placement = placement::find(tx, offer->placement);
    const auto round = last_round_of(tx, id);
    return FormView{*placement, std::move(offer), {}, pairs_of(round->quote)};
  });
}

Markup price_row(const std::vector<Markup>& fields) {
  return html::div(html::cls("price-row"),
                   html::each(fields, [](const Markup& field) -> const Markup& { return field; }));
}

Markup line_fields(int number, const FormState& state) {
  const auto zones = std::vector<ui::Option>{{std::string(engine::to_text(engine::Zone::domestic)), "France"},
                                             {std::string(engine::to_text(engine::Zone::abroad)), "Export"}};
  const bool first = number == 1;
  const auto need = first ? Field::Need::required : Field::Need::optional;
  return ui::field_row(
      {ui::text_field(
           Field{.name = row("line_name", number), .label = "Ligne", .need = need, .autocomplete = "off"}.with(state)),
       ui::select_field(Field{.name = row("line_zone", number),
                              .label = "Zone",
                              .value = std::string(engine::to_text(engine::Zone::domestic)),
                              .need = Field::Need::optional,
                              .width = FieldWidth::short_text}
                            .with(state),
                        zones),
       ui::number_field(Field{.name = row("line_rate", number),
                              .label = "Taux",
                              .need = Field::Need::optional,
                              .width = FieldWidth::short_text}
                            .with(state),
                        "%"),
       ui::money_field(
           Field{.name = row("line_turnover", number), .label = "CA assurable", .need = need}.with(state))});
}

Markup fee_fields(int number, const FormState& state) {
  const auto optional = Field::Need::optional;
  return price_row(
      {ui::text_field(Field{.name = row("fee_name", number), .label = "Frais", .need = optional, .autocomplete = "off"}
                          .with(state)),
       ui::number_field(
           Field{.name = row("fee_count", number), .label = "Nombre", .need = optional, .width = FieldWidth::short_text}
               .with(state)),
       ui::money_field(Field{.name = row("fee_unit", number), .label = "Prix HT", .need = optional}.with(state))});
}

Markup clause_field(const ClauseField& clause, const FormState& state) {
  Field field{.name = std::string(clause.key),
              .label = std::string(clause.label),
              .value = clause.typed(engine::Terms{}),
              .hint = std::string(clause.hint),
              .need = Field::Need::optional};
  field = std::move(field).with(state);
  switch (clause.kind) {
    case ClauseKind::money:
      return ui::money_field(field);
    case ClauseKind::percent:
      return ui::number_field(field, "%");
    case ClauseKind::multiple:
      return ui::number_field(field, "×");
    case ClauseKind::days:
      return ui::number_field(field, "jours");
    case ClauseKind::day_of_month:
      return ui::number_field(field, "du mois");
    case ClauseKind::choice:
      break;
  }
  std::vector<ui::Option> options;
  for (auto& [value, text] : clause.choices()) options.push_back({std::move(value), std::move(text)});
  return ui::select_field(field, options);
}

Markup clause_group(Group group, const FormState& state) {
  Markup fields;
  for (const auto& clause : clause_fields())
    if (clause.group == group) fields += clause_field(clause, state);
  return ui::field_group(group == Group::price ? "Prix" : label(group), hint(group),
                         html::div(html::cls("clause-grid"), fields));
}

Markup head_fields(const FormView& view, const FormState& state, base::Day today) {
  Markup insurer;
  if (!view.revised)
    insurer = ui::select_field(Field{.name = "insurer", .label = "Assureur", .width = FieldWidth::half}.with(state),
                               view.insurers);
  return ui::field_group(
      view.revised ? "Cette version" : "L’offre", "",
      insurer +
          ui::field_row({ui::date_field(Field{.name = "issued", .label = "Datée du", .value = today.iso()}.with(state)),
                         ui::date_field(Field{.name = "last_day",
                                              .label = "Valable jusqu’au",
                                              .hint = "Vide : un mois.",
                                              .need = Field::Need::optional}
                                            .with(state))}) +
          ui::text_area(Field{.name = "note",
                              .label = view.revised ? "Ce qui a été négocié" : "Remarques",
                              .need = Field::Need::optional}
                            .with(state),
                        2));
}

Markup price_lines(const FormState& state) {
  Markup lines, fees;
  for (int number = 1; number <= line_rows; ++number) lines += line_fields(number, state);
  for (int number = 1; number <= fee_rows; ++number) fees += fee_fields(number, state);
  return ui::field_group("Chiffre d’affaires et taux",
                         "Une ligne par zone ou par activité. Un forfait n’a pas de taux.", lines) +
         ui::field_group("Acomptes et frais", "Hors taxe. Les frais portent la TVA.",
                         ui::money_field(Field{.name = "deposits",
                                               .label = "Acomptes de l’année",
                                               .need = Field::Need::optional,
                                               .width = FieldWidth::half}
                                             .with(state)) +
                             fees);
}

web::Response form_page(visit::Visit& visit, const FormView& view, const FormState& state, int status) {
  const auto id = view.placement.id;
  const Url url = view.revised ? Url::path("/credit/offres/{}/version", view.revised->id)
                               : Url::path("/credit/dossiers/{}/offres", id);
  const std::string title = view.revised ? "Nouvelle version" : "Saisir une offre";
  const Markup body =
      ui::page_header({.title = title,
                       .reference = view.placement.reference,
                       .lead = view.revised
                                   ? view.revised->insurer_name + ", version " + std::to_string(view.revised->round + 1)
                                   : "Ce que l’assureur ne dit pas garde sa valeur d’usage.",
                       .crumbs = {{"Dossiers", Url("/credit")},
                                  {view.placement.company.name, Url::path("/credit/dossiers/{}", id)},
                                  {"Offres", Url::path("/credit/dossiers/{}/offres", id)}}}) +
      ui::form({.action = url,
                .csrf_token = visit::csrf_token(visit),
                .submit = view.revised ? "Enregistrer cette version" : "Enregistrer l’offre",
                .other = ui::Action{.label = "Annuler",
                                    .url = Url::path("/credit/dossiers/{}/offres", id),
                                    .look = ui::Look::quiet},
                .errors = state.errors()},
               head_fields(view, state, base::paris::day_of(visit.now)) + clause_group(Group::price, state) +
                   price_lines(state) + clause_group(Group::cover, state) + clause_group(Group::losses, state) +
                   clause_group(Group::delays, state));
  return visit::page(visit, {.title = title, .body = body, .status = status, .width = ui::Frame::Width::reading});
}

}  // namespace

web::Response show_new_offer(visit::Visit& visit) {
  const auto view = load_new(visit);
  return view ? form_page(visit, *view, FormState(view->typed, {}), 200) : visit::not_found(visit);
}

web::Response post_offer(visit::Visit& visit) {
  const auto entered = enter(visit.platform, visit.actor(), PlacementId{visit.id()}, visit.request.form);
  if (entered)
    return visit::see_other(visit, Url::path("/credit/dossiers/{}/offres", visit.id()),
                            placement::client_told(visit, PlacementId{visit.id()}, "L’offre est enregistrée"));
  const auto view = load_new(visit);  // what was typed stays, whatever the reason (C6.kept)
  if (!view || entered.refusal().code.kind == base::RefusalKind::forbidden)
    return visit::refused(visit, entered.refusals());
  return form_page(visit, *view, visit::form_state(visit, entered.refusals()),
                   visit::status_of(entered.refusal().code.kind));
}

web::Response show_revision(visit::Visit& visit) {
  const auto view = load_revision(visit);
  return view ? form_page(visit, *view, FormState(view->typed, {}), 200) : visit::not_found(visit);
}

web::Response post_revision(visit::Visit& visit) {
  const auto revised = revise(visit.platform, visit.actor(), OfferId{visit.id()}, visit.request.form);
  if (revised)
    return visit::see_other(visit, Url::path("/credit/offres/{}", visit.id()),
                            {ui::Tone::good, "La nouvelle version est enregistrée."});
  const auto view = load_revision(visit);
  if (!view || revised.refusal().code.kind == base::RefusalKind::forbidden)
    return visit::refused(visit, revised.refusals());
  return form_page(visit, *view, visit::form_state(visit, revised.refusals()),
                   visit::status_of(revised.refusal().code.kind));
}

}  // namespace credit::offer
