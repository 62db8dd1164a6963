#include "desks/credit/blind_test/asking_rules.hpp"

namespace credit::blind_test {

std::optional<base::Instant> chase_at(base::Instant asked, base::Instant due) {
  const auto last_day = base::paris::day_of(due - base::seconds(1));
  const auto earliest = asked + base::hours(hours_before_chasing.value());
  for (const auto at : {base::paris::at(last_day - chased_days_before.value(), chased_at_hour.value(), 0),
                        base::paris::at(last_day, chased_at_hour.value(), 0),
                        base::paris::at(last_day, chased_late_at_hour.value(), 0)})
    if (at >= earliest && at < due) return at;
  return std::nullopt;
}

std::optional<base::Instant> late_chase_at(base::Instant due, base::Instant now) {
  const auto last_day = base::paris::day_of(due - base::seconds(1));
  for (int time = 0; time < late_chases.value(); ++time) {
    const auto at = base::paris::at(last_day + 1 + time * days_between_chases.value(), chased_at_hour.value(), 0);
    if (at > now) return at;
  }
  return std::nullopt;
}

}  // namespace credit::blind_test
