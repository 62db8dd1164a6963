// What the insured reads of his claim: where each lot stands, what is expected of him, what he will pay (W24, W31).
// Pure.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/money.hpp"
#include "base/rule.hpp"
#include "base/time.hpp"
#include "desks/works/lot/lot_rules.hpp"

namespace works::insured {

// One lot with what the insured may know of it.
struct LotFacts {
  lot::State state;
  std::string firm;                         // that accepted; empty until then
  std::optional<base::Instant> answer_due;  // while a firm is asked
  std::optional<base::Day> quote_due;       // while its quote is awaited
  std::optional<base::Day> visit_on;        // of the expert
  std::optional<base::Day> starts_on;       // of the works, as the firm told it; what nobody told is not supposed
  bool signed_by_insured = false;
  bool emergency = false;
};

struct Expected {
  bool of_insured;       // else he has nothing to do
  std::string sentence;  // French
};
// `today`: a visit that is past is no longer expected.
Expected expected(const LotFacts& lot, base::Day today);
std::string standing(const LotFacts& lot, base::Day today);  // French: where it stands and who is to act

// What he will pay of the works himself, when the insurer has agreed (W24).
struct Share {
  std::string label;  // "Franchise"
  base::Money amount;
};
struct Terms {
  std::optional<base::Money> excess, depreciation, deferred_indemnity, deposit;
};
std::vector<Share> shares(const Terms& terms);

std::span<const base::Rule> rules();

}  // namespace works::insured
