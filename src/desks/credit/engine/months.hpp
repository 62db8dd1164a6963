// Months on the calendar, as delays in law count them.
#pragma once

#include "base/time.hpp"

namespace credit::engine {

// The same day of the month, `months` later (≥ 0); the last day of that month where it has no such day (CPC art. 641).
base::Day months_after(base::Day day, int months);
base::Day month_start(base::Day day);

}  // namespace credit::engine
