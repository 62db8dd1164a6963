// A commission corrected by a reversing entry of the ledger (W30).
#pragma once

#include "desks/works/commission/commission.hpp"

namespace works::commission {

inline constexpr std::string_view refund_subject = "works.commission_refund";  // with the id of the job's mandate

// Runs right after an administrator reversed an entry of this kind, or that reversal.
void entry_reversed(platform::Act& act, const deadlines::Deadline& delay);
// What was paid for nothing goes back by transfer; without an account to pay to, an administrator's task.
void refund(platform::Act& act, const Commission& commission);
void hear_refund(platform::Act& act, const payments::Order& order, payments::News news);

}  // namespace works::commission
