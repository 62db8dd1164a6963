// What the matrix shows, read in one snapshot: who was asked, the lines in sight with their answers, the totals.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "desks/credit/blind_test/blind_test.hpp"
#include "desks/credit/blind_test/counting.hpp"
#include "desks/credit/placement/placement.hpp"
#include "floor/visit/route.hpp"

namespace credit::blind_test {

enum class Joins { whole_page, page_shown };

struct MatrixView {
  placement::Placement placement;
  std::optional<BlindTest> test;
  std::vector<Submission> submissions;
  Part part;      // the rows that are shown
  Totals totals;  // of all of them; not read for a part that joins a page already shown
  bool may_act;
};

// Null: out of the actor's scope.
std::optional<MatrixView> load_matrix(visit::Visit& visit, Window window, Joins joins);

std::string_view glyph(State state);

}  // namespace credit::blind_test
