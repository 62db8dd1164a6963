// A transfer that waits for its batch: never late in silence (W29.never_late).
#pragma once

#include "floor/deadlines/deadlines.hpp"
#include "floor/payments/payments.hpp"

namespace works::money {

void watch(platform::Act& act, const payments::Order& transfer);
void end_watch(platform::Act& act, const payments::Order& transfer);
void register_delays(deadlines::Handlers& handlers);

}  // namespace works::money
