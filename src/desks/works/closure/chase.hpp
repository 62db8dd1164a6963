// A job whose tradesman never closes is chased by rule, then becomes an administrator's task (W25).
#pragma once

#include "desks/works/mandate/mandate.hpp"
#include "floor/deadlines/deadlines.hpp"

namespace works::closure {

// From the insurer's agreement on.
void start_chase(platform::Act& act, const mandate::Mandate& mandate);
void register_delays(deadlines::Handlers& handlers);

}  // namespace works::closure
