// /administration/identite: who the house is on its bills and mandates (P9.identity).
#include "floor/identity/house_page.hpp"

#include "base/text.hpp"
#include "floor/audit/audit.hpp"
#include "floor/identity/address_form.hpp"
#include "floor/identity/legal.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/notice.hpp"
#include "web/ui/page_header.hpp"

namespace identity {
namespace {

namespace ui = web::ui;
using web::html::Markup;

inline constexpr base::RefusalCode legal_form_missing{base::RefusalKind::invalid, "identity.legal_form_missing"};
inline constexpr base::RefusalCode bad_siren{base::RefusalKind::invalid, "identity.bad_siren"};
inline constexpr base::RefusalCode bad_vat_number{base::RefusalKind::invalid, "identity.bad_vat_number"};
inline constexpr base::RefusalCode vat_number_of_another{base::RefusalKind::invalid, "identity.vat_number_of_another"};
inline constexpr base::RefusalCode line_too_long{base::RefusalKind::invalid, "identity.line_too_long"};

struct Shown {
  std::string name;
  Legal legal;
  std::vector<Lack> lacks;
};

Shown load(const visit::Visit& visit) {
  return visit.platform.database.read([&](db::Transaction& tx) {
    const auto house = visit.actor().organisation;
    return Shown{organisation_name(tx, house), legal_of(tx, house), lacks_of_house(tx)};
  });
}

Markup fields_of(const Shown& shown, const ui::FormState& state) {
  const auto field = [&](ui::Field wanted) { return std::move(wanted).with(state); };
  return web::html::fragment(
      ui::text_field(field({.name = "name", .label = "Dénomination sociale", .value = shown.name})),
      ui::text_field(field({.name = "legal_form",
                            .label = "Forme juridique",
                            .value = shown.legal.legal_form,
                            .hint = "Avec le capital, le cas échéant : « SAS au capital de 10\u00a0000\u00a0€ »."})),
      ui::field_row(
          {ui::text_field(field({.name = "siren",
                                 .label = "SIREN",
                                 .value = shown.legal.siren ? shown.legal.siren->text() : std::string(),
                                 .hint = "Neuf chiffres."})),
           ui::text_field(field({.name = "vat_number",
                                 .label = "Numéro de TVA",
                                 .value = shown.legal.vat_number ? shown.legal.vat_number->text() : std::string(),
                                 .hint = "Vide : calculé à partir du SIREN.",
                                 .need = ui::Field::Need::optional}))}),
      address_fields(shown.legal.seat, state));
}

Markup facts_of(const Shown& shown) {
  const Legal& legal = shown.legal;
  return ui::facts({{"Dénomination sociale", shown.name},
                    {"Forme juridique", legal.legal_form},
                    {"SIREN", legal.siren ? legal.siren->text() : std::string()},
                    {"Numéro de TVA", legal.vat_number ? legal.vat_number->text() : std::string()},
                    {"Adresse", ui::Value::lines(legal.seat.street + "\n" +
                                                 (legal.seat.postal_code ? legal.seat.postal_code->text() + " " : "") +
                                                 legal.seat.city)}});
}

web::Response draw(visit::Visit& visit, const ui::FormState& state, int status) {
  const Shown shown = load(visit);
  std::vector<Markup> parts;
  if (!shown.lacks.empty())
    parts.push_back(ui::notice({.tone = ui::Tone::warn,
                                .title = "Il manque " + names_of(shown.lacks),
                                .text = "Factures, relevés de primes et mandats de prélèvement attendent : ils sont "
                                        "établis dès que tout est renseigné."}));
  parts.push_back(ui::card({.title = "Sur les factures et les mandats", .icon = ui::Icon::building},
                           at_least(visit.actor().role, Role::manager)
                               ? ui::form({.action = house_url,
                                           .csrf_token = visit::csrf_token(visit),
                                           .submit = "Enregistrer",
                                           .errors = state.errors()},
                                          fields_of(shown, state))
                               : facts_of(shown)));
  return visit::page(
      visit,
      {.title = "Identité de l’exploitant",
       .body = ui::page_header({.title = "Identité de l’exploitant",
                                .lead = "Ce que la loi veut voir sur vos factures, vos relevés et vos mandats de "
                                        "prélèvement. Les pièces déjà établies ne changent pas."}) +
               ui::stack(parts),
       .status = status,
       .width = ui::Frame::Width::reading});
}

// A line of a bill: there, and not longer than a bill has room for.
std::string line(const web::Fields& form, std::string_view field, const base::RefusalCode& when_missing,
                 base::Refusals& refusals) {
  std::string typed = base::squeeze(form.get(field));
  if (typed.empty()) refusals.push_back({when_missing, std::string(field)});
  if (base::count_code_points(typed) > longest_address_line)
    refusals.push_back({line_too_long, std::string(field), {std::to_string(longest_address_line)}});
  return typed;
}

std::optional<base::VatNumber> vat_number(const web::Fields& form, const std::optional<base::Siren>& siren,
                                          base::Refusals& refusals) {
  const std::string_view typed = base::trim(form.get("vat_number"));
  if (typed.empty()) return siren ? std::optional(vat_number_of(*siren)) : std::nullopt;
  auto number = base::VatNumber::parse(typed);
  if (!number) {
    refusals.push_back({bad_vat_number, "vat_number"});
  } else if (siren && of_another(*number, *siren)) {
    refusals.push_back({vat_number_of_another, "vat_number"});
  }
  return number;
}

base::Outcome<HouseIdentity> typed(const web::Fields& form) {
  base::Refusals refusals;
  std::string name = line(form, "name", missing_name, refusals);
  std::string legal_form = line(form, "legal_form", legal_form_missing, refusals);
  const auto siren = base::Siren::parse(form.get("siren"));
  if (!siren) refusals.push_back({bad_siren, "siren"});
  const auto number = vat_number(form, siren, refusals);
  auto seat = typed_address(form, refusals);
  if (!refusals.empty()) return refusals;
  return HouseIdentity{std::move(name), std::move(legal_form), *siren, *number, *std::move(seat)};
}

}  // namespace

web::Response show_house(visit::Visit& visit) { return draw(visit, {}, 200); }

web::Response post_house(visit::Visit& visit) {
  const auto wanted = typed(visit.request.form);
  if (!wanted) return draw(visit, visit::form_state(visit, wanted.refusals()), 422);
  const auto done = visit.platform.act(visit.author(), [&](platform::Act& act) -> base::Outcome<base::Done> {
    auto changed = change_house(act, visit.actor().organisation, *wanted);
    if (changed)
      audit::record(act, {.code = "identity.house_changed",
                          .file = {},
                          .details = {{"siren", wanted->siren.text()}, {"vat", wanted->vat_number.text()}}});
    return changed;
  });
  if (!done) return draw(visit, visit::form_state(visit, done.refusals()), visit::status_of(done.refusal().code.kind));
  return visit::see_other(visit, house_url,
                          {ui::Tone::good, "L’identité est enregistrée ; elle figure sur les prochaines pièces."});
}

}  // namespace identity
