// Which column of a stranger's sheet is which of ours (P13). Pure.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/outcome.hpp"
#include "floor/tables/column.hpp"
#include "floor/tables/grid.hpp"

namespace tables {

struct Mapping {
  std::vector<std::optional<std::size_t>> columns;  // of each of ours: its place in the sheet
  std::size_t first_row = 0;                        // index in Grid::lines of the first line below the header
  std::vector<std::string> ignored = {};            // headers of the sheet that are none of ours, as typed
};

// The header is the line, among the first twenty, that names most of our columns; two equal ones: the first. Refused:
// missing_columns with their labels, repeated_column.
base::Outcome<Mapping> map_header(const Grid& grid, std::span<const Column> columns);

// For a paste: by its header when its first line has one, else in the order of `columns`. Refused: repeated_column.
base::Outcome<Mapping> map_paste(const Grid& grid, std::span<const Column> columns);

}  // namespace tables
