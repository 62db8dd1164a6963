// The delays of a mandate (W15, W16, W19, W20). Pure: instants in, instants out.
#pragma once

#include <span>

#include "base/rule.hpp"
#include "base/time.hpp"

namespace works::mandate {

// W15: the answer is due 48 h after the emission of the SMS.
base::Instant answer_due(base::Instant emission);

// W15: the delivery report restarts the clock once, forward only, while the answer is pending.
base::Instant answer_due_after_report(base::Instant current_due, base::Instant delivered);

// W19: the quote is due at the end of the fifth calendar day (Paris) after the emission.
base::Day last_quote_day(base::Instant emission);
base::Instant quote_due(base::Instant emission);
// W19, P4: 09:00 Paris, two days before the last day, and on the last day.
base::Instant early_quote_reminder(base::Instant quote_due);
base::Instant last_quote_reminder(base::Instant quote_due);

// W20: after acceptance he has 48 h to cancel freely; later brings a warning.
base::Instant free_cancellation_end(base::Instant accepted);
bool cancellation_is_late(base::Instant accepted, base::Instant now);

// W17: the third silence in a row opens a task; those after it open no other.
bool silences_open_task(int silences);

std::span<const base::Rule> rules();

}  // namespace works::mandate
