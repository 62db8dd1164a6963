#include "desks/motor/reminder/reminder_rules.hpp"

#include <algorithm>

#include "floor/deadlines/deadlines_rules.hpp"

namespace motor::reminder {

std::optional<Awaited> awaited(file::State state) {
  if (state == file::State::awaiting_documents) return Awaited::documents;
  if (state == file::State::awaiting_invoice) return Awaited::invoice;
  return std::nullopt;
}

Step step(file::State from, file::State to, file::Event event) {
  using file::Event;
  const auto was = awaited(from), is = awaited(to);
  if (!is) return was ? Step::ends : Step::nothing;
  if (event == Event::invoice_received) return Step::answered;
  if (event == Event::document_received && is == Awaited::documents) return Step::answered;
  const bool asked_again = event == Event::invoice_refused || event == Event::document_asked;
  return was != is || asked_again ? Step::begins : Step::nothing;
}

base::Day quiet_until(base::Day announced, base::Day today, const Pace& pace) {
  return std::min(announced, today + pace.cap_days);
}

std::optional<base::Instant> next_reminder(const Wait& wait, const Pace& pace, base::Instant now) {
  if (wait.sent >= pace.most) return std::nullopt;
  const int first = wait.awaited == Awaited::documents ? pace.documents_days : pace.invoice_days;
  base::Day day = base::paris::day_of(wait.since) + (wait.sent == 0 ? first : pace.again_days);
  if (quiet_on(wait.quiet_until, day)) day = *wait.quiet_until;
  const base::Day today = base::paris::day_of(now);
  if (deadlines::reminder_on(day) <= now) day = deadlines::reminder_on(today) > now ? today : today + 1;
  return deadlines::reminder_on(day);
}

}  // namespace motor::reminder
