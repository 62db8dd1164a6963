#include "desks/credit/portfolio/closing.hpp"

#include "desks/credit/placement/placement_steps.hpp"
#include "desks/credit/portfolio/portfolio_actions.hpp"
#include "desks/credit/portfolio/questionnaire_chase.hpp"
#include "floor/audit/audit.hpp"
#include "floor/messages/messages.hpp"

namespace credit::portfolio {
namespace {

using placement::Placement;

std::string keys_of(const Completeness& state) {
  std::string keys;
  for (const auto& each : state.missing) keys.append(keys.empty() ? "" : " ").append(each.key);
  return keys;
}

base::Refusal incomplete_refusal(const Completeness& state) {
  std::string list;
  for (const auto& each : state.missing) list += (list.empty() ? "" : ", ") + each.what;
  return {incomplete, "", {list}};
}

std::optional<Invitation> open_invitation(db::Transaction& tx, PlacementId id) {
  auto invitation = invitation_of(tx, id);
  if (invitation && invitation->withdrawn_at) return std::nullopt;
  return invitation;
}

void tell_company(platform::Act& act, const Placement& placement, const std::optional<Invitation>& invitation,
                  const std::string& broker) {
  const std::string subject = "Votre questionnaire d’assurance-crédit est rouvert";
  const std::string why = broker + " rouvre votre questionnaire : il y a quelque chose à compléter ou à corriger. " +
                          missing_told(completeness_of(act.tx, placement, act.now));
  if (invitation)
    messages::enqueue(act,
                      {.channel = messages::Channel::mail,
                       .to = {.organisation = placement.company_space, .account = {}, .address = invitation->email},
                       .subject = subject,
                       .body = "Bonjour " + placement.contact.name + ",\n\n" + why +
                               "\n\nReprenez-le où vous l’avez laissé :\n{lien}",
                       .link = invitation->link,
                       .link_path = "/questionnaire/",
                       .file = file_of(placement.id)});
  if (placement.company_space)
    messages::enqueue(act, {.channel = messages::Channel::notice,
                            .to = {.organisation = placement.company_space},
                            .subject = subject,
                            .body = why,
                            .file = file_of(placement.id)});
}

}  // namespace

base::Outcome<base::Done> close_information(platform::Platform& platform, const identity::Actor& broker, PlacementId id,
                                            Closing closing) {
  return platform.act(platform::Author::of(broker), [&](platform::Act& act) -> base::Outcome<base::Done> {
    auto placement = placement::find(act.tx, id, broker);
    if (!placement) return placement::unknown_placement;
    if (placement->step != placement::Step::information) return placement::wrong_step;
    const auto state = completeness_of(act.tx, *placement, act.now);
    if (!state.complete() && closing == Closing::complete_only) return incomplete_refusal(state);
    stop_chasing(act, id);
    if (state.complete())
      return placement::advance(act, *placement, placement::Event::information_complete,
                                "credit.placement.information_complete");
    return placement::advance(act, *placement, placement::Event::information_complete,
                              "credit.placement.information_closed", {{"missing", keys_of(state)}});
  });
}

base::Outcome<Told> reopen_information(platform::Platform& platform, const identity::Actor& broker, PlacementId id) {
  return platform.act(platform::Author::of(broker), [&](platform::Act& act) -> base::Outcome<Told> {
    auto placement = placement::find(act.tx, id, broker);
    if (!placement) return placement::unknown_placement;
    const auto moved = placement::advance(act, *placement, placement::Event::information_reopened,
                                          "credit.placement.information_reopened");
    if (!moved) return moved.refusals();
    const auto invitation = open_invitation(act.tx, id);
    if (!invitation && !placement->company_space) {
      placement::hand_to(act, *placement, placement::WaitingFor::broker);
      return Told::nobody;
    }
    placement::hand_to(act, *placement, placement::WaitingFor::company, placement->company.name);
    tell_company(act, *placement, invitation, broker.organisation_name);
    if (invitation) start_chasing(act, id);
    return Told::company;
  });
}

}  // namespace credit::portfolio
