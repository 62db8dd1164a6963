// The insured's share (W24), and the rules a quote obeys (W22, W24). Pure.
#pragma once

#include <optional>
#include <span>
#include <vector>

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

// W22.vat: of HT, VAT and TTC two give the third; three must agree. Null where fewer than two are known.
struct Amounts {
  std::optional<base::Money> ht, vat, ttc;
};
Amounts completed(const Amounts& typed);
bool agree(const Amounts& amounts);  // HT + VAT = TTC, or one of them is unknown

// W22.market_check, P2: where most of so many quotes stand, as quartiles rounded to ten euros: no single quote is told.
struct Spread {
  int quotes;
  base::Money first_quartile, median, third_quartile;
};
// `amounts` in order; null when fewer than the least number.
std::optional<Spread> spread_of(const std::vector<base::Money>& amounts);

std::span<const base::Rule> rules();

}  // namespace works::quote
