#include "desks/credit/offer/owed_rules.hpp"

namespace credit::offer {

std::optional<base::Instant> quote_reminder_at(base::Instant since, base::Instant now) {
  const auto first_day = base::paris::day_of(since);
  for (int time = 1; time <= quote_reminders.value(); ++time) {
    const auto at = base::paris::at(first_day + time * days_to_quote.value(), quote_reminded_at_hour.value(), 0);
    if (at > now) return at;
  }
  return std::nullopt;
}

}  // namespace credit::offer
