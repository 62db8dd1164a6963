// Moving a placement along its nine steps, in one place: the state, the plan, who holds it, the fact.
#pragma once

#include <string_view>

#include "base/outcome.hpp"
#include "desks/credit/placement/placement.hpp"
#include "floor/audit/audit.hpp"
#include "floor/platform/platform.hpp"

namespace credit::placement {

inline constexpr base::RefusalCode unknown_placement{base::RefusalKind::not_found, "credit.placement.unknown"};
inline constexpr base::RefusalCode wrong_step{base::RefusalKind::conflict, "credit.placement.wrong_step"};
inline constexpr base::RefusalCode reason_missing{base::RefusalKind::invalid, "credit.placement.reason_missing"};

// Takes the event's transition; wrong_step when it is not for the placement's step. Steps passed are done now; those
// gone back over are open again.
base::Outcome<base::Done> advance(platform::Act& act, Placement& placement, Event event, std::string_view fact,
                                  audit::Details details = {});

// Who holds the step now, other than usually: the questionnaire is with the company, every insurer has answered…
void hand_to(platform::Act& act, Placement& placement, WaitingFor who, std::string name = {});

// The step alone: what the file holds open ends in file/giving_up.
base::Outcome<base::Done> give_up(platform::Act& act, const identity::Actor& broker, PlacementId id,
                                  std::string_view reason);

}  // namespace credit::placement
