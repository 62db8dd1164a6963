#include "desks/credit/portfolio/questionnaire_chase.hpp"

#include "base/french.hpp"
#include "desks/credit/portfolio/portfolio_actions.hpp"
#include "floor/audit/audit.hpp"
#include "floor/identity/organisations.hpp"
#include "floor/messages/messages.hpp"

namespace credit::portfolio {
namespace {

using placement::Placement;

void write(platform::Act& act, const Placement& placement, const Invitation& invitation) {
  const std::string missing = missing_told(completeness_of(act.tx, placement, act.now));
  // Asked before: of an aggregate within an aggregate GCC 12 destroys twice what was made when a later member throws.
  const std::string broker = identity::organisation_name(act.tx, placement.broker);
  messages::enqueue(act, {.channel = messages::Channel::mail,
                          .to = {.organisation = placement.company_space, .account = {}, .address = invitation.email},
                          .subject = "Rappel : votre questionnaire d’assurance-crédit",
                          .body = "Bonjour " + placement.contact.name + ",\n\n" + broker +
                                  " attend votre questionnaire pour interroger les assureurs. " + missing +
                                  "\n\nReprenez-le où vous l’avez laissé :\n{lien}",
                          .link = invitation.link,
                          .link_path = "/questionnaire/",
                          .file = file_of(placement.id)});
  messages::enqueue(act, {.channel = messages::Channel::notice,
                          .to = {.organisation = placement.broker},
                          .subject = placement.company.name + " n’a pas encore transmis son questionnaire",
                          .body = "Un rappel avec son lien vient de partir à " + invitation.email + ". " + missing,
                          .file = file_of(placement.id)});
}

void chase(platform::Act& act, const deadlines::Deadline& delay) {
  const auto placement = placement::find(act.tx, PlacementId{delay.subject_id});
  if (!placement || placement->step != placement::Step::information) return;
  const auto invitation = invitation_of(act.tx, placement->id);
  if (!invitation || invitation->withdrawn_at) return;
  write(act, *placement, *invitation);
  audit::record(act, {"credit.questionnaire.chased", file_of(placement->id), {}});
}

}  // namespace

std::string missing_told(const Completeness& state) {
  if (state.complete()) return "Rien n’y manque plus : il ne reste qu’à le transmettre.";
  std::string missing;
  for (const auto& each : state.missing) missing += "\n- " + each.what;
  return "Il y manque encore :" + missing;
}

void start_chasing(platform::Act& act, PlacementId placement) {
  stop_chasing(act, placement);
  const auto start = [&](std::string_view rule, int days) {
    deadlines::start(act, {.file = file_of(placement),
                           .subject_kind = questionnaire_subject,
                           .subject_id = placement.value,
                           .rule = rule,
                           .start_event = "credit.questionnaire.sent",
                           .start = act.now,
                           .due = base::paris::at(base::paris::day_of(act.now) + days, chased_at_hour.value(), 0)});
  };
  start(deadline_rule::first_chase, first_chase.value());
  start(deadline_rule::last_chase, last_chase.value());
}

void stop_chasing(platform::Act& act, PlacementId placement) {
  deadlines::cancel_all(act, questionnaire_subject, placement.value);
}

void register_delays(deadlines::Handlers& handlers) {
  handlers.add(deadline_rule::first_chase, "Relance du questionnaire", chase);
  handlers.add(deadline_rule::last_chase, "Dernière relance du questionnaire", chase);
}

}  // namespace credit::portfolio
