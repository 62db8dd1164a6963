// C7: what an insurer's answers cover of a list of buyers, and at what cost. Pure.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/outcome.hpp"
#include "base/rule.hpp"
#include "desks/credit/engine/disbursement.hpp"
#include "desks/credit/engine/explanation.hpp"

namespace credit::engine {

inline constexpr Figure<int> top_buyers{"C7.top_buyers", 10};

// What an insurer grants on one buyer; nothing granted: limit 0.
struct Grant {
  base::Money limit = {};
  enum class Scope { all_risks, insolvency_only } scope = Scope::all_risks;
};

struct OfferCase {
  std::vector<base::Money> exposures;  // one for each buyer
  std::vector<Grant> grants;           // in the same order
  Terms terms;
  base::Money premium;     // HT, expected: what a multiple of the limite de décaissement is taken of
  base::Money total_cost;  // premium, tax, fees
  std::size_t top = static_cast<std::size_t>(top_buyers.value());
};

struct OfferTotals {
  Amount exposure;
  Amount covered;                    // Σ min(exposure, limit)
  Amount insolvency_only;            // of it, in insolvency alone
  std::optional<Ratio> share;        // covered / exposure; null without exposure
  Amount top_exposure, top_covered;  // of the buyers of the largest exposures
  std::optional<Ratio> top_share;
  Amount insured_part;  // quotité × covered: the most that indemnities can be
  std::optional<Amount> disbursement_limit;
  Amount usable;  // of the insured part, what the limite de décaissement lets through
  // Null when less than a euro is covered.
  std::optional<Ratio> cost_per_covered_euro;
  Explanation explanation;
};

base::Outcome<OfferTotals> offer_totals(const OfferCase& of);

std::span<const base::Rule> comparison_rules();

}  // namespace credit::engine
