// What a sheet of a spreadsheet holds, whatever file it came in: text cells by line (P13). Values only.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace tables {

// How the cell stood in the file. A number's text is plain decimal ("-1234.5", at most 15 significant digits); a day's
// is ISO ("2026-11-21"). Cells of a CSV file or of a paste are texts.
enum class CellKind : std::uint8_t { text, number, day };

struct Cell {
  std::string text;  // UTF-8, no blanks at its ends
  CellKind kind = CellKind::text;

  bool empty() const { return text.empty(); }
  friend bool operator==(const Cell&, const Cell&) = default;
};

struct Line {
  int number;               // as the spreadsheet numbers it, from 1
  std::vector<Cell> cells;  // from column A on; empty ones at the end are left out

  friend bool operator==(const Line&, const Line&) = default;
};

enum class DateSystem : std::uint8_t { from_1900, from_1904 };  // what a day written as a number counts from

struct Grid {
  std::vector<Line> lines;  // those that hold something, in order
  DateSystem dates = DateSystem::from_1900;

  friend bool operator==(const Grid&, const Grid&) = default;
};

std::string column_letters(std::size_t index);  // 0 → "A", 27 → "AB"

}  // namespace tables
