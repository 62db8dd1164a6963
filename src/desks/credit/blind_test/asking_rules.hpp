// When an insurer that owes an answer is chased (C5). Pure.
#pragma once

#include <optional>

#include "base/rule.hpp"
#include "base/time.hpp"

namespace credit::blind_test {

inline constexpr base::Rule asking_rules[] = {
    MANDAT_RULE("C5.chase",
                "An insurer that has not answered in full is chased at 09:00 the day before its last day; asked too "
                "late for that, at 09:00 of its last day, or at 14:00, whichever lies three hours ahead at least"),
    MANDAT_RULE("C5.late_chase",
                "Once its delay is over and nothing came, it is told so at 09:00 of the day after its last day, and "
                "again every three days, three times in all, until it answers, declines or the test is closed"),
    MANDAT_RULE("C5.moved",
                "Where an administrator puts an insurer's delay off, the date that its underwriter reads, his "
                "reminders and what is told once it is over move with it, and he is told"),
};

inline constexpr base::Figure<int> chased_days_before{"C5.chased_days_before", 1};
inline constexpr base::Figure<int> chased_at_hour{"C5.chased_at_hour", 9};             // of Paris
inline constexpr base::Figure<int> chased_late_at_hour{"C5.chased_late_at_hour", 14};  // of the last day
inline constexpr base::Figure<int> hours_before_chasing{"C5.hours_before_chasing", 3};
inline constexpr base::Figure<int> days_between_chases{"C5.days_between_chases", 3};  // once it is late
inline constexpr base::Figure<int> late_chases{"C5.late_chases", 3};

// Null: asked so late that nobody needs to be reminded. `due`: the first late instant.
std::optional<base::Instant> chase_at(base::Instant asked, base::Instant due);
// The next time, of those that lie after `now`; null: it was told often enough.
std::optional<base::Instant> late_chase_at(base::Instant due, base::Instant now);

}  // namespace credit::blind_test
