// When a repairer is reminded of what is awaited from him, and what keeps it quiet (M24, M34). Pure.
#pragma once

#include <optional>

#include "base/rule.hpp"
#include "base/time.hpp"
#include "desks/motor/file/file_states.hpp"

namespace motor::reminder {

inline constexpr base::Rule reminder_rules[] = {
    MANDAT_RULE("M34",
                "While documents or the invoice are awaited the repairer is reminded at 09:00 in Paris, at the firm's "
                "pace: a first time, then again, as often as it chose at most"),
    MANDAT_RULE("M34.quiet", "No reminder leaves before the day that M24 announces"),
    MANDAT_RULE("M24",
                "Once validated, the date of the end of works and of invoicing stops reminders until that day; both "
                "sides read « aucune relance avant le … »"),
    MANDAT_RULE("M24.cap", "It stops them no longer than the firm's cap, counted from the day of the validation"),
};
inline constexpr base::Figure<int> cap_days{"M24.cap_days", 30};
inline constexpr base::Figure<int> documents_days{"M34.documents_days", 3};
inline constexpr base::Figure<int> invoice_days{"M34.invoice_days", 7};
inline constexpr base::Figure<int> again_days{"M34.again_days", 7};
inline constexpr base::Figure<int> most_reminders{"M34.most", 4};

// In calendar days; a firm may choose its own.
struct Pace {
  int cap_days = reminder::cap_days.value();
  int documents_days = reminder::documents_days.value();
  int invoice_days = reminder::invoice_days.value();
  int again_days = reminder::again_days.value();
  int most = most_reminders.value();  // for one wait; 0: none
  friend bool operator==(const Pace&, const Pace&) = default;
};

enum class Awaited { documents, invoice };
std::optional<Awaited> awaited(file::State state);

// What an event does to the wait (M34, M34.sent).
enum class Step {
  nothing,
  ends,
  begins,    // anew, from now
  answered,  // something was sent: the firm's word is awaited, unless something else is still owed
};
Step step(file::State from, file::State to, file::Event event);

// M24.cap
base::Day quiet_until(base::Day announced, base::Day today, const Pace& pace);
constexpr bool quiet_on(const std::optional<base::Day>& until, base::Day day) { return until && day < *until; }

// How a wait stands: when it began or its last reminder left, how many left, and until when to keep quiet.
struct Wait {
  Awaited awaited;
  base::Instant since;
  std::int64_t sent = 0;
  std::optional<base::Day> quiet_until = {};
};
// The next reminder, after `now`; none once there were enough.
std::optional<base::Instant> next_reminder(const Wait& wait, const Pace& pace, base::Instant now);

}  // namespace motor::reminder
