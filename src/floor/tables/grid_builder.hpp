// Collects the lines of a sheet within the limits of P13.
#pragma once

#include <optional>

#include "base/outcome.hpp"
#include "floor/tables/grid.hpp"

namespace tables {

class GridBuilder {
 public:
  explicit GridBuilder(DateSystem dates = DateSystem::from_1900) { grid_.dates = dates; }

  // Cells are trimmed, a line of empty ones is left out. The refusal when a limit is passed.
  std::optional<base::Refusal> add(int number, std::vector<Cell> cells);

  // empty_table when no line was added.
  base::Outcome<Grid> finish();

 private:
  Grid grid_;
  std::int64_t cells_ = 0;
  std::int64_t bytes_ = 0;
};

}  // namespace tables
