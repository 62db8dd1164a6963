// How the totals of the matrix are made (C7, C35): steps that can be done again by who reads them. Pure.
#pragma once

#include <optional>
#include <string>

#include "desks/credit/blind_test/matrix_rules.hpp"
#include "desks/credit/engine/explanation.hpp"

namespace credit::blind_test {

struct CoverExplained {
  engine::Explanation steps;
  std::optional<std::size_t> covered = {}, share = {}, top_share = {};  // the step that makes each
};
CoverExplained cover_of(const Totals& whole, const InsurerTotals& totals, const std::string& insurer);
CoverExplained best_of_each(const Totals& whole);
// What a covered euro costs with an offer: nothing while less than one euro is covered, as in the comparison (C7.cost).
struct CostExplained {
  engine::Explanation steps;
  std::optional<base::Rate> ratio = {};
};
CostExplained cost_of(base::Money total, base::Money covered);
// As it is shown: to the hundredth of a percent, never more than it is.
base::Rate rounded_down(base::Rate rate);
// One buyer with one insurer: the lesser of what was asked and what is granted.
CoverExplained cover_of_cell(base::Money asked, base::Money granted);

}  // namespace credit::blind_test
