// What the insured is shown once he is covered, each by its day: a delay of the broker's for each, with its reminder
// and its receipt, ended by the recorded completion (C17.delay).
#pragma once

#include <span>

#include "base/outcome.hpp"
#include "desks/credit/placement/placement.hpp"
#include "desks/credit/policy/policy.hpp"
#include "desks/credit/policy/policy_rules.hpp"
#include "floor/deadlines/deadlines.hpp"
#include "floor/platform/platform.hpp"
#include "web/http.hpp"

namespace credit::policy {

// The keys of an item's delay; its subject is the policy, under a kind of the item's own, so that each ends by itself.
struct OnboardingKeys {
  Item item;
  std::string_view subject;   // "credit.onboarding.portal"
  std::string_view rule;      // "C17.portal": the broker's
  std::string_view reminder;  // "C17.portal_reminder"
  std::string_view label, reminder_label;
};
const OnboardingKeys& keys_of(Item item);
bool of_onboarding(const deadlines::Deadline& delay);  // the broker's own, not its reminder

// In the act that signs the policy, once the placement is in force. What is late already runs no more: the page says
// so.
void start_onboarding(platform::Act& act, placement::Placement& placement, const Policy& policy,
                      std::span<const OnboardingStep> steps);
// A step noted, with its day or without one yet. Refused: item_missing, text_too_long (note), bad_day (done_on).
base::Outcome<base::Done> note_onboarding(platform::Platform& platform, const identity::Actor& broker, PlacementId id,
                                          const web::Fields& form);
// An administrator put a step off (P4.move): its day on the pages, its reminder and both lists move with it.
void follow_onboarding(platform::Act& act, const deadlines::Deadline& moved);
void register_onboarding_delays(deadlines::Handlers& handlers);

}  // namespace credit::policy
