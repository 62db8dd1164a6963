// On the page of a policy: recalling it, retracting what was accepted (C10.back).
#include "desks/credit/policy/policy_view.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"

namespace credit::policy {
namespace {

namespace ui = web::ui;
using ui::Field;
using web::html::Markup;
using web::html::Url;

Markup reason_field(const PolicyView& view, std::string form, std::string hint) {
  Field field{.name = "reason", .label = "Motif", .hint = std::move(hint)};
  field.form = std::move(form);
  return ui::text_area(std::move(field).with(view.state), 2);
}

}  // namespace

Markup recall_card(const PolicyView& view) {
  if (!view.policy || !view.may_act || view.policy->state != State::sent) return {};
  return ui::disclosure("Rappeler la police envoyée", view.state.form() == "recall" ? ui::Fold::open : ui::Fold::closed,
                        ui::form({.action = Url::path("/credit/dossiers/{}/police/rappel", view.placement.id),
                                  .csrf_token = view.csrf_token,
                                  .submit = "Rappeler la police",
                                  .look = ui::Look::secondary},
                                 reason_field(view, "recall",
                                              "Le signataire le lit ; son lien ne vaut plus, et vous remplacez la "
                                              "police.")));
}

Markup retraction_card(const PolicyView& view) {
  const bool unsigned_yet = view.placement.step == placement::Step::issuance ||
                            (view.placement.step == placement::Step::signature && view.policy &&
                             (view.policy->state == State::issued || view.policy->state == State::sent));
  if (!view.may_act || !view.accepted || !unsigned_yet) return {};
  Field side{.name = "side", .label = "Qui se retire"};
  side.form = "retract";
  return ui::disclosure(
      "Revenir sur l’accord", view.state.form() == "retract" ? ui::Fold::open : ui::Fold::closed,
      ui::form({.action = Url::path("/credit/dossiers/{}/police/retrait", view.placement.id),
                .csrf_token = view.csrf_token,
                .submit = "Annuler l’accord",
                .look = ui::Look::danger},
               ui::radio_cards(std::move(side).with(view.state), {{"client", "Le client", "Il revient sur son accord."},
                                                                  {"insurer", "L’assureur", "Il retire son offre."}}) +
                   reason_field(view, "retract", "Le client le lit ; les offres sont à comparer de nouveau.")));
}

}  // namespace credit::policy
