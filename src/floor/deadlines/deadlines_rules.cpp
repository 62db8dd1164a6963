#include "floor/deadlines/deadlines_rules.hpp"

#include "base/assert.hpp"
#include "base/calendar.hpp"
#include "floor/worker/growing_wait.hpp"

namespace deadlines {

namespace {
constexpr int saturday = 6, sunday = 7;

bool working_day(base::Day day) { return day.weekday() < saturday && !base::public_holiday(day); }

base::Day nth_working_day_after(base::Day day, int n) {
  while (n > 0) {
    day = day + 1;
    if (working_day(day)) --n;
  }
  return day;
}
}  // namespace

base::Instant end_of_day_after(base::Instant start, int days, DayCount count) {
  MANDAT_ASSERT(days >= 0);
  const base::Day first = base::paris::day_of(start);
  const base::Day last = count == DayCount::working ? nth_working_day_after(first, days) : first + days;
  return base::paris::start_of(last + 1);
}

base::Instant reminder_on(base::Day day) { return base::paris::at(day, reminder_hour.value(), 0); }

base::Instant shown(base::Instant due) {
  const bool midnight = due == base::paris::start_of(base::paris::day_of(due));
  return midnight ? due - base::minutes{1} : due;
}

std::string_view day_off(base::Instant due) {
  const base::Day last = base::paris::day_of(shown(due));
  const std::string_view holiday = base::public_holiday_name(last);
  if (!holiday.empty()) return holiday;
  return last.weekday() == sunday ? "dimanche" : "";
}

base::Duration retry_wait(int attempts) {
  return worker::growing_wait(first_retry_wait.value(), longest_retry_wait.value(), attempts);
}

}  // namespace deadlines
