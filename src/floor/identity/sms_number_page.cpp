#include "floor/identity/sms_number_page.hpp"

#include "floor/identity/sms_number.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"

namespace identity {
namespace {

namespace ui = web::ui;
using web::html::Url;

std::string where(const SmsNumbers& numbers) {
  if (!numbers.in_use) return "Aucun mobile n’est connu : aucun SMS ne part à cette entreprise.";
  return "Les SMS partent au " + numbers.in_use->national() + (numbers.chosen ? "." : ", donné à l’inscription.");
}

}  // namespace

web::html::Markup sms_number_card(visit::Visit& visit, const Organisation& organisation, const SmsNumbers& numbers,
                                  const ui::FormState& state) {
  if (!organisation.kinds.has(OrganisationKind::tradesman)) return {};
  const auto field = ui::Field{.name = "sms_number",
                               .label = "Mobile",
                               .value = numbers.chosen ? numbers.chosen->national() : std::string(),
                               .hint = "Vide : le numéro donné à l’inscription.",
                               .need = ui::Field::Need::optional}
                         .with(state);
  return ui::card({.title = "Mobile des demandes", .icon = ui::Icon::device_mobile},
                  web::html::p(where(numbers)) +
                      ui::form({.action = Url::path("/administration/organisations/{}/mobile", organisation.id),
                                .csrf_token = visit::csrf_token(visit),
                                .submit = "Enregistrer le mobile",
                                .look = ui::Look::secondary,
                                .errors = state.errors()},
                               ui::phone_field(field)));
}

web::Response post_sms_number(visit::Visit& visit) {
  const OrganisationId id{visit.id()};
  std::string region;
  const auto found = visit.platform.database.read([&](db::Transaction& tx) {
    const auto places = establishments_of(tx, id);
    if (!places.empty()) region = places.front().postal_code.text();
    return organisation(tx, id);
  });
  if (!found || !found->kinds.has(OrganisationKind::tradesman)) return visit::not_found(visit);
  const auto number = check_sms_number(visit.request.form.get("sms_number"), region);
  if (!number) return show_organisation_again(visit, number.refusals());
  visit.platform.act(visit.author(), [&](platform::Act& act) { choose_sms_number(act, id, *number); });
  return visit::see_other(visit, Url::path("/administration/organisations/{}", id),
                          {ui::Tone::good, "Le mobile des demandes est enregistré : le prochain SMS y part."});
}

}  // namespace identity
