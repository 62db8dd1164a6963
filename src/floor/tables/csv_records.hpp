// A text of comma-separated values, one record at a time (RFC 4180), however long it is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "floor/tables/grid.hpp"

namespace tables {

class CsvRecords {
 public:
  CsvRecords(std::string_view text, char separator) : text_(text), separator_(separator) {}  // `text` outlives it

  bool at_end() const { return at_ >= text_.size(); }

  // Fills `cells` with the next record, blanks kept; false when a quote stays open.
  bool next(std::vector<Cell>& cells);

 private:
  bool read_cell(std::string& cell);
  bool read_quoted(std::string& cell);
  std::size_t unquoted_end() const;
  void skip_line_end();

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
};

}  // namespace tables
