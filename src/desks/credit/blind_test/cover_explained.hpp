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
// One buyer with one insurer: the lesser of what was asked and what is granted.
CoverExplained cover_of_cell(base::Money asked, base::Money granted);

}  // namespace credit::blind_test
