#include "desks/credit/engine/months.hpp"

#include "base/assert.hpp"

namespace credit::engine {

base::Day months_after(base::Day day, int months) {
  MANDAT_ASSERT(months >= 0);
  const int count = day.year() * 12 + day.month() - 1 + months;
  for (int wanted = day.day_of_month(); wanted > 27; --wanted)
    if (const auto found = base::Day::of(count / 12, count % 12 + 1, wanted)) return *found;
  return base::Day::of(count / 12, count % 12 + 1, day.day_of_month()).value();
}

base::Day month_start(base::Day day) { return day - (day.day_of_month() - 1); }

}  // namespace credit::engine
