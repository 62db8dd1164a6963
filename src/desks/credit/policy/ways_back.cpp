// The ways back before a policy is signed: recalled for an error, or what was accepted retracted (C10).
#include "base/text.hpp"
#include "desks/credit/offer/owed_quotes.hpp"
#include "desks/credit/placement/placement_steps.hpp"
#include "desks/credit/policy/letters.hpp"
#include "desks/credit/policy/policy_actions.hpp"
#include "floor/audit/audit.hpp"

namespace credit::policy {
namespace {

using base::Done;
using base::Outcome;
using letters::Retracted;
using placement::Step;

struct Reason {
  std::string text;
  base::Refusals refusals;
};
Reason reason_in(const web::Fields& form) {
  Reason reason{base::squeeze(form.get("reason")), {}};
  if (reason.text.empty() || base::count_code_points(reason.text) > longest_text)
    reason.refusals.push_back({reason_missing, "reason"});
  return reason;
}

std::optional<Retracted> side_in(const web::Fields& form) {
  if (form.get("side") == "client") return Retracted::by_client;
  if (form.get("side") == "insurer") return Retracted::by_insurer;
  return std::nullopt;
}

// The policy issued meanwhile, if any, is not to be signed any more.
Outcome<Done> drop_policy(platform::Act& act, PlacementId id, const std::string& reason) {
  auto policy = latest_of(act.tx, id);
  if (!policy) return wrong_state;
  const auto next = transitions.next(policy->state, Event::retracted);
  if (!next) return wrong_state;
  end_signature(act, *policy);
  policy->state = *next;
  policy->refusal_reason = reason;
  save(act.tx, *policy);
  return Done{};
}

void note_retraction(platform::Act& act, offer::Offer& offer, Retracted side, const std::string& reason) {
  offer.state = *offer::transitions.next(
      offer.state, side == Retracted::by_client ? offer::Event::declined : offer::Event::withdrawn);
  if (side == Retracted::by_client) {
    offer.decided_at = act.now;
    offer.decided_way = offer::Way::email;  // written down by the broker
    offer.decided_words = reason;
    offer.decided_account = {};
  }
  offer::save(act.tx, offer);
}

}  // namespace

Outcome<Done> recall(platform::Platform& platform, const identity::Actor& broker, PlacementId id,
                     const web::Fields& form) {
  return platform.act(platform::Author::of(broker), [&](platform::Act& act) -> Outcome<Done> {
    auto placement = placement::find(act.tx, id, broker);
    if (!placement) return placement::unknown_placement;
    auto policy = latest_of(act.tx, id);
    if (!policy) return unknown_policy;
    const auto next = transitions.next(policy->state, Event::recalled);
    if (!next || placement->step != Step::signature) return wrong_state;
    auto reason = reason_in(form);
    if (!reason.refusals.empty()) return reason.refusals;
    end_signature(act, *policy, std::move(reason.text));
    policy->state = *next;
    save(act.tx, *policy);
    letters::recalled(act, *placement, *policy, *latest_of(act.tx, policy->id));
    audit::record(act, {"credit.policy.recalled", file_of(id), {{"insurer", policy->insurer_name}}});
    placement->next_due_at.reset();
    placement::hand_to(act, *placement, placement::WaitingFor::broker);
    return Done{};
  });
}

Outcome<Done> retract(platform::Platform& platform, const identity::Actor& broker, PlacementId id,
                      const web::Fields& form) {
  return platform.act(platform::Author::of(broker), [&](platform::Act& act) -> Outcome<Done> {
    auto placement = placement::find(act.tx, id, broker);
    if (!placement) return placement::unknown_placement;
    auto offer = offer::in_state(act.tx, id, offer::State::accepted);
    if (!offer || !placement::transitions.next(placement->step, placement::Event::acceptance_retracted))
      return wrong_state;
    auto reason = reason_in(form);
    const auto side = side_in(form);
    if (!side) reason.refusals.insert(reason.refusals.begin(), {side_missing, "side"});
    if (!reason.refusals.empty()) return reason.refusals;
    if (placement->step == Step::signature)
      if (const auto dropped = drop_policy(act, id, reason.text); !dropped) return dropped;
    note_retraction(act, *offer, *side, reason.text);
    letters::retracted(act, *placement, offer->insurer_name, *side, reason.text);
    offer::await_quotes(act, id);
    return placement::advance(
        act, *placement, placement::Event::acceptance_retracted,
        *side == Retracted::by_client ? "credit.offer.retracted_by_client" : "credit.offer.retracted_by_insurer",
        {{"insurer", offer->insurer_name}});
  });
}

}  // namespace credit::policy
