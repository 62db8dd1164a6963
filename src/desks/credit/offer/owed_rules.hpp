// Quotes that insurers owe once they answered the blind test (C6). Pure.
#pragma once

#include <optional>

#include "base/rule.hpp"
#include "base/time.hpp"

namespace credit::offer {

inline constexpr base::Rule owed_rules[] = {
    MANDAT_RULE("C6.owed",
                "Once the blind test is closed, an insurer that granted a limit and sent no offer owes a quote: it is "
                "shown with the offers, and for how many days; the broker is reminded every five days, three times"),
};

inline constexpr base::Figure<int> days_to_quote{"C6.days_to_quote", 5};
inline constexpr base::Figure<int> quote_reminders{"C6.quote_reminders", 3};
inline constexpr base::Figure<int> quote_reminded_at_hour{"C6.quote_reminded_at_hour", 9};  // of Paris

// The next reminder after `now`, of a quote awaited since then; null: there were enough.
std::optional<base::Instant> quote_reminder_at(base::Instant since, base::Instant now);

}  // namespace credit::offer
