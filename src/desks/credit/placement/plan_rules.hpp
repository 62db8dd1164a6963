// The plan "covered within ten days" (C13): when each step should end, counted from the first contact. Pure.
#pragma once

#include <array>
#include <optional>

#include "base/rule.hpp"
#include "base/time.hpp"
#include "desks/credit/placement/placement_states.hpp"

namespace credit::placement {

inline constexpr base::Rule plan_rules[] = {
    MANDAT_RULE("C13",
                "A placement is planned to be covered ten days after its first contact: each step has the day it is "
                "expected to end on, the instant it did, and somebody who holds it"),
};

inline constexpr base::Figure<int> days_to_cover{"C13.days_to_cover", 10};

// The last day of each step; those of a step that is not of the nine: none.
std::optional<base::Day> expected_on(Step step, base::Day first_contact);

// Who owes the step by its nature, before anything finer is known.
WaitingFor usual_holder(Step step);

// The first late instant of the step.
base::Instant late_from(base::Day expected);

}  // namespace credit::placement
