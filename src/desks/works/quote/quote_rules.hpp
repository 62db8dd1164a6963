// The insured's share (W24), and the rules a quote obeys (W22, W24). Pure.
#pragma once

#include <optional>
#include <span>

#include "base/money.hpp"
#include "base/rule.hpp"

namespace works::quote {

// W24: what stays for the insured to pay out of the agreed amount. Unknown parts are absent.
struct InsuredShare {
  base::Money final_cost;             // never reimbursed: excess + depreciation that is not deferred
  base::Money paid_later_by_insurer;  // deferred indemnity, on the invoice
};
// The deferred indemnity gives back part of the depreciation, never more than it.
InsuredShare insured_share(std::optional<base::Money> excess, std::optional<base::Money> depreciation,
                           std::optional<base::Money> deferred_indemnity);

// W24: the 7-day rule for contracts made off premises (C. conso. L221-10): no payment before seven days, unless urgent.
bool payment_wait_applies(bool emergency);

std::span<const base::Rule> rules();

}  // namespace works::quote
