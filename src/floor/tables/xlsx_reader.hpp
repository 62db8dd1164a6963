// The first visible sheet of an Excel workbook (P13, ECMA-376). Runs in the confined child: minizip and pugixml read
// what strangers sent.
#pragma once

#include <string_view>

#include "base/outcome.hpp"
#include "floor/tables/grid.hpp"

namespace tables {

// Refused: damaged_workbook, no_sheet, open_document, bomb, empty_table and the limits.
base::Outcome<Grid> read_xlsx(std::string_view bytes);

}  // namespace tables
