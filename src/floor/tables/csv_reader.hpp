// CSV as spreadsheets and accounting programs write it, and ranges pasted from them (P13, RFC 4180). Pure: one pass
// over the text, no foreign library, memory bounded by the limits; hence it runs in the program itself, without a
// confined child.
#pragma once

#include <string_view>

#include "base/outcome.hpp"
#include "floor/tables/grid.hpp"

namespace tables {

// Refused: empty_table, not_a_table, open_quote, table_too_large and the limits. Lines are numbered as a spreadsheet
// would: by record, blank ones counted.
base::Outcome<Grid> read_csv(std::string_view bytes);

// ';', ',' or a tab: the one by which the first records of a valid UTF-8 text have most evenly several fields.
char detect_separator(std::string_view text);

}  // namespace tables
