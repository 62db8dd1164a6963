// When a commission is debited (W27). Pure.
#pragma once

#include <optional>

#include "base/rule.hpp"
#include "base/time.hpp"

namespace works::commission {

inline constexpr base::Rule rules[] = {
    MANDAT_RULE("W27.debit_day",
                "The debit is due from the first TARGET day on or after D+15, D being the day of closure in Paris, in "
                "the next batch, and no later than the last TARGET day up to D+30"),
    MANDAT_RULE("W27.pre_notification",
                "The invoice, with the day, the mandate and the creditor's number, is sent at least 14 days before the "
                "debit; a mandate signed later moves the day, within D+30"),
    MANDAT_RULE(
        "W27.never_late",
        "Where no debit is possible by D+30 (no mandate, no batch), an administrator gets a task while there is "
        "time, and the order is withdrawn at the end of the last day, a task again each time: never late in silence"),
    MANDAT_RULE("W27.paid", "What the bank books is paid, on the firm's page and on the job's"),
    MANDAT_RULE(
        "W27.returned",
        "A rejected, returned or refunded debit (8 weeks, 13 months if unauthorised) reopens the debt: task, mail"),
    MANDAT_RULE("W27.again",
                "Another debit is asked for by an administrator, announced 14 days before, with a window of "
                "as many days as the first"),
    MANDAT_RULE("W30.commission",
                "A reversed commission gives a credit note and withdraws its debit; what was paid, or is paid "
                "nevertheless, is transferred back; a reversal reversed is due again, under a new invoice"),
};

inline constexpr base::Figure<int> soonest_days{"W27.soonest_days", 15};  // after the day of closure
inline constexpr base::Figure<int> latest_days{"W27.latest_days", 30};
inline constexpr base::Figure<int> notice_days{"W27.notice_days", 14};
inline constexpr base::Figure<int> alarm_days{"W27.alarm_days", 4};  // before the last day, for an order in no batch

struct Window {
  base::Day first, last;  // TARGET days
};
// For a closure on `closed` and an announcement on `announced`; null when no day is left.
std::optional<Window> debit_window(base::Day closed, base::Day announced);
// For another attempt, announced on that day.
Window window_again(base::Day announced);
base::Day last_target_day(base::Day up_to);
// The last day on which a debit may be announced so that it is in time.
base::Day last_announcement(base::Day closed);

}  // namespace works::commission
