#include "base/french.hpp"
#include "base/text.hpp"
#include "floor/tables/grid_builder.hpp"
#include "floor/tables/refusals.hpp"
#include "floor/tables/table_rules.hpp"

namespace tables {
namespace {

void trim(Cell& cell) {
  const std::string_view kept = base::trim(cell.text);
  if (kept.size() != cell.text.size()) cell.text = std::string(kept);
}

base::Refusal beyond(base::RefusalCode code, std::int64_t most) { return {code, {}, {base::french::integer(most)}}; }

}  // namespace

std::string column_letters(std::size_t index) {
  constexpr std::size_t letters = 26;
  std::string name;
  for (std::size_t rest = index + 1; rest > 0; rest = (rest - 1) / letters)
    name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % letters));
  return name;
}

std::optional<base::Refusal> GridBuilder::add(int number, std::vector<Cell> cells) {
  for (Cell& cell : cells) {
    trim(cell);
    if (static_cast<int>(cell.text.size()) > most_cell_bytes.value()) return beyond(cell_too_large, number);
    bytes_ += static_cast<std::int64_t>(cell.text.size());
  }
  while (!cells.empty() && cells.back().empty()) cells.pop_back();
  if (cells.empty()) return std::nullopt;
  cells_ += static_cast<std::int64_t>(cells.size());
  if (static_cast<int>(cells.size()) > most_columns.value()) return beyond(too_many_columns, most_columns.value());
  if (static_cast<int>(grid_.lines.size()) >= most_rows.value()) return beyond(too_many_rows, most_rows.value());
  if (cells_ > most_cells.value() || bytes_ > most_text_bytes.value()) return base::Refusal{too_many_cells};
  grid_.lines.push_back({number, std::move(cells)});
  return std::nullopt;
}

base::Outcome<Grid> GridBuilder::finish() {
  if (grid_.lines.empty()) return empty_table;
  return std::move(grid_);
}

}  // namespace tables
