// How the confined child hands a grid, or why there is none, to the program. Pure.
#pragma once

#include <string>
#include <string_view>

#include "base/outcome.hpp"
#include "floor/tables/grid.hpp"

namespace tables {

std::string encode(const base::Outcome<Grid>& read);

// not_read for what encode() cannot have written: a child may have been turned by the file that it read. What it says
// is held to the limits and to UTF-8 again.
base::Outcome<Grid> decode(std::string_view encoded);

}  // namespace tables
