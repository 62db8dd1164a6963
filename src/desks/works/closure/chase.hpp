// Who never closes is chased by rule, then becomes an administrator's task: the tradesman of a job (W25), the broker of
// a file (W26.chase).
#pragma once

#include "desks/works/mandate/mandate.hpp"
#include "floor/deadlines/deadlines.hpp"

namespace works::closure {

// From the insurer's agreement on.
void start_chase(platform::Act& act, const mandate::Mandate& mandate);
// From the moment on when nothing but the broker's own closure is missing; before that, and again: nothing.
void chase_broker_if_last(platform::Act& act, ClaimId claim);
void end_chase_of_broker(platform::Act& act, ClaimId claim);  // he closed
void register_delays(deadlines::Handlers& handlers);

}  // namespace works::closure
