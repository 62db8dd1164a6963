// What happened to a placement, who did it, with what proof; and where it stands on its nine steps.
#pragma once

#include <vector>

#include "desks/credit/placement/placement.hpp"
#include "floor/audit/audit.hpp"
#include "floor/identity/names.hpp"
#include "web/html/markup.hpp"

namespace credit::file {

web::html::Markup timeline(const std::vector<audit::Fact>& facts, const identity::Names& names);
web::html::Markup journey(const placement::Placement& placement, const std::vector<placement::PlannedStep>& plan);
// The plan in days: expected, done, late (C13).
web::html::Markup plan_table(const placement::Placement& placement, const std::vector<placement::PlannedStep>& plan,
                             base::Instant now);

}  // namespace credit::file
