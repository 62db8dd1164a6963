// Buyers × insurers (C7): what each insurer covers of what was asked, and of the largest buyers. Pure.
#pragma once

#include <cstdint>
#include <vector>

#include "base/money.hpp"
#include "base/rule.hpp"
#include "desks/credit/blind_test/standing_rules.hpp"

namespace credit::blind_test {

inline constexpr base::Rule matrix_rules[] = {
    MANDAT_RULE("C7.cover",
                "What an insurer covers is the sum over buyers of the lesser of exposure and limit, granted for all "
                "causes and still valid; its share is of the whole exposure of the list, buyers without an identifier "
                "too, and of its ten largest buyers"),
};

struct Cell {
  State state = State::not_asked;
  base::Money amount;   // granted, as answered
  base::Money covered;  // of the exposure
  bool best = false;    // covers most of its row; ties: all of them
  bool conditional = false;
};

struct InsurerTotals {
  base::Money covered, top_covered;
  int covered_permille = 0, top_permille = 0;  // rounded down
  std::int64_t granted = 0, partial = 0, refused = 0, pending = 0, not_asked = 0, declined = 0, other = 0;
  std::int64_t conditional = 0;              // of granted and partial
  base::Money granted_cover, partial_cover;  // what each of the two brings to `covered`
};

struct Totals {
  std::vector<InsurerTotals> totals;  // of each insurer
  base::Money asked, top_asked;
  base::Money best_of_all;  // were each buyer with the insurer that covers him most
  int best_permille = 0;

  void share();  // the parts of the whole, from the sums
};
struct Matrix : Totals {
  std::vector<std::vector<Cell>> rows;  // of each buyer, one cell an insurer
};

// `exposures` with the largest first; `standings[insurer][buyer]`. `before`: how many larger buyers stand above the
// first of these, when they are a part of the list.
Matrix matrix_of(const std::vector<base::Money>& exposures, const std::vector<std::vector<Standing>>& standings,
                 base::Day today, std::size_t before = 0);

// The totals of a list once a part of it, which counted as `then`, counts as `now`.
Totals totals_after(Totals whole, const Totals& then, const Totals& now);

}  // namespace credit::blind_test
