// How delays are counted (P4): hours elapse, days are calendar days of Paris, the due instant is the first late one.
#pragma once

#include <string_view>

#include "base/rule.hpp"
#include "base/time.hpp"

namespace deadlines {

inline constexpr base::Rule rules[] = {
    MANDAT_RULE("P4.once",
                "A pending deadline fires once, in the transaction of what it causes; a crash, a restart, "
                "a clock jump or a second server make it neither miss nor repeat."),
    MANDAT_RULE("P4.first_late_instant",
                "The due instant is the first late one: an act at that instant is late, even "
                "when the worker has not come by yet."),
    MANDAT_RULE("P4.days",
                "A delay in days ends with the n-th Paris calendar day after the start: due at 00:00 of the "
                "next day, shown as 23:59. A rule may count working days instead."),
    MANDAT_RULE("P4.hours", "Hours elapse: 48 h is 48 × 3 600 s, whatever the clock changes."),
    MANDAT_RULE("P4.reminder_hour", "Day-based reminders go out at 09:00 Paris, and are deadlines themselves."),
    MANDAT_RULE("P4.day_off", "A delay that ends on a Sunday or a public holiday is said to."),
    MANDAT_RULE("P4.clock_watch",
                "When the wall clock and the monotonic clock part by more than five minutes, firing "
                "holds until an administrator confirms."),
    MANDAT_RULE("P4.move", "A pending delay may be extended or restarted, with a reason that both sides see."),
    MANDAT_RULE("P4.retry",
                "A deadline whose handler fails stays pending, is tried again with growing waits, and holds "
                "no other up."),
};

inline constexpr base::Figure<int> reminder_hour{"P4.reminder_hour", 9};
inline constexpr base::Figure<base::Duration> clock_tolerance{"P4.clock_tolerance", base::minutes{5}};
inline constexpr base::Figure<base::Duration> first_retry_wait{"P4.first_retry_wait", base::seconds{1}};
inline constexpr base::Figure<base::Duration> longest_retry_wait{"P4.longest_retry_wait", base::minutes{15}};

// working: Monday to Friday but public holidays of the mainland ("jours ouvrés").
enum class DayCount { calendar, working };

// End of the n-th day (n ≥ 0) after the day of `start`: the first instant of the day after it (W19).
base::Instant end_of_day_after(base::Instant start, int days, DayCount count = DayCount::calendar);
// 09:00 Paris on that day: when day-based reminders go out.
base::Instant reminder_on(base::Day day);
// What the last moment shown to people is: the minute before the first late instant when that is a midnight in Paris
// (23:59), else the instant itself.
base::Instant shown(base::Instant due);
// Why people may find that last day closed: "dimanche", "Noël"…; empty on other days.
std::string_view day_off(base::Instant due);

// Wait after the n-th failed attempt (n ≥ 1): doubles from one second up to a quarter of an hour.
base::Duration retry_wait(int attempts);

}  // namespace deadlines
