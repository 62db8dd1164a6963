#include "desks/credit/placement/placement_steps.hpp"

#include "desks/credit/placement/plan_rules.hpp"

namespace credit::placement {
namespace {

std::optional<base::Instant> due_of_step(db::Transaction& tx, const Placement& placement) {
  for (const PlannedStep& planned : plan_of(tx, placement.id))
    if (planned.step == placement.step) return late_from(planned.expected_on);
  return std::nullopt;
}

}  // namespace

base::Outcome<base::Done> advance(platform::Act& act, Placement& placement, Event event, std::string_view fact,
                                  audit::Details details) {
  const auto next = transitions.next(placement.step, event);
  if (!next) return wrong_step;
  const int from = number_of(placement.step);
  const int to = number_of(*next);
  for (const Step step : nine_steps) {
    const int number = number_of(step);
    if (number >= from && number < to) note_step_done(act.tx, placement.id, step, act.now);
    if (to > 0 && number >= to && number < from) note_step_done(act.tx, placement.id, step, std::nullopt);
  }
  placement.step = *next;
  placement.waiting_for = usual_holder(*next);
  placement.waiting_name.clear();
  placement.next_due_at = open(*next) ? due_of_step(act.tx, placement) : std::nullopt;
  save(act.tx, placement);
  audit::record(act, {fact, file_of(placement.id), std::move(details)});
  return base::Done{};
}

void hand_to(platform::Act& act, Placement& placement, WaitingFor who, std::string name) {
  placement.waiting_for = who;
  placement.waiting_name = std::move(name);
  save(act.tx, placement);
}

base::Outcome<base::Done> give_up(platform::Act& act, const identity::Actor& broker, PlacementId id,
                                  std::string_view reason) {
  const auto why = given_up_from_text(reason);
  auto placement = find(act.tx, id, broker);
  if (!placement) return unknown_placement;
  if (!why) return base::Refusal{reason_missing, "reason"};
  placement->abandoned_reason = to_text(*why);
  return advance(act, *placement, Event::given_up, "credit.placement.given_up",
                 {{"reason", std::string(to_text(*why))}});
}

}  // namespace credit::placement
