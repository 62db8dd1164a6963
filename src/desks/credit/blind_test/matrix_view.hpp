// What the matrix shows, read in one snapshot: the frozen list, who was asked, every answer.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "desks/credit/blind_test/blind_test.hpp"
#include "desks/credit/blind_test/matrix_rules.hpp"
#include "desks/credit/placement/placement.hpp"
#include "floor/visit/route.hpp"

namespace credit::blind_test {

struct MatrixView {
  placement::Placement placement;
  std::optional<BlindTest> test;
  std::vector<TestLine> lines;
  std::vector<Submission> submissions;
  Matrix matrix;
  bool may_act;
};

std::optional<MatrixView> load_matrix(visit::Visit& visit);  // null: out of the actor's scope

std::string_view glyph(State state);

}  // namespace credit::blind_test
