#include "floor/tables/xlsx_reader.hpp"

#include <charconv>

#include "base/text.hpp"
#include "floor/tables/grid_builder.hpp"
#include "floor/tables/numbers.hpp"
#include "floor/tables/refusals.hpp"
#include "floor/tables/table_rules.hpp"
#include "floor/tables/workbook.hpp"

namespace tables {
namespace {

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

// The column of "AB12", from 0; null when the cell does not say where it stands.
std::optional<std::size_t> column_of(std::string_view reference) {
  constexpr std::size_t letters = 26, beyond_any = 20'000;
  std::size_t column = 0;
  for (const char c : reference) {
    if (c < 'A' || c > 'Z') break;
    column = column * letters + static_cast<std::size_t>(c - 'A') + 1;
    if (column > beyond_any) break;
  }
  if (column == 0) return std::nullopt;
  return column - 1;
}

// A stored number as its style shows it: a day, a percentage, or plain decimal.
Cell number_cell(const Workbook& book, std::string_view stored, std::string_view style) {
  const auto index = static_cast<std::size_t>(number(style).value_or(0));
  const Shown shown = index < book.styles.size() ? book.styles[index] : Shown::number;
  if (shown == Shown::day)
    if (const auto day = day_of_serial(stored, book.dates)) return {day->iso(), CellKind::day};
  if (shown == Shown::percentage)
    if (const auto hundredths = plain_decimal(stored, 2)) return {*hundredths + "%", CellKind::text};
  if (auto plain = plain_decimal(stored)) return {std::move(*plain), CellKind::number};
  return {std::string(stored), CellKind::text};
}

Cell shared_string(const Workbook& book, std::string_view stored) {
  const auto index = number(base::trim(stored));
  if (!index || static_cast<std::size_t>(*index) >= book.strings.size()) throw Unreadable{{damaged_workbook}};
  return {book.strings[static_cast<std::size_t>(*index)], CellKind::text};
}

Cell cell_of(const Workbook& book, const pugi::xml_node& node) {
  const std::string_view type = attribute(node, "t");
  if (type == "inlineStr") return {string_of(child(node, "is")), CellKind::text};
  const std::string_view stored = child(node, "v").child_value();
  if (stored.empty()) return {};
  if (type == "s") return shared_string(book, stored);
  if (type == "b") return {stored == "1" ? "oui" : "non", CellKind::text};
  if (type == "d") {
    const auto day = base::Day::from_iso(stored.substr(0, 10));
    return day ? Cell{day->iso(), CellKind::day} : Cell{std::string(stored), CellKind::text};
  }
  if (type == "str" || type == "e") return {std::string(stored), CellKind::text};
  return number_cell(book, base::trim(stored), attribute(node, "s"));
}

std::vector<Cell> cells_of(const Workbook& book, const pugi::xml_node& row) {
  std::vector<Cell> cells;
  for (const auto& node : row.children()) {
    if (!is(node, "c")) continue;
    const std::size_t column = column_of(attribute(node, "r")).value_or(cells.size());
    Cell cell = cell_of(book, node);
    if (cell.empty()) continue;
    if (!base::valid_utf8(cell.text)) throw Unreadable{{damaged_workbook}};
    if (column >= static_cast<std::size_t>(most_columns.value()))
      throw Unreadable{{too_many_columns, {}, {std::to_string(most_columns.value())}}};
    if (column >= cells.size()) cells.resize(column + 1);
    cells[column] = std::move(cell);
  }
  return cells;
}

Grid read_sheet(Package& package) {
  const Workbook book = open_workbook(package);
  const auto text = package.part(book.sheet);
  if (!text) throw Unreadable{{damaged_workbook}};
  const XmlPart xml(*text);
  GridBuilder grid(book.dates);
  int line = 0;
  for (const auto& row : child(xml.root(), "sheetData").children()) {
    if (!is(row, "row")) continue;
    line = number(attribute(row, "r")).value_or(line + 1);
    if (auto refusal = grid.add(line, cells_of(book, row))) throw Unreadable{std::move(*refusal)};
  }
  auto read = grid.finish();
  if (!read) throw Unreadable{read.refusal()};
  return std::move(read).value();
}

}  // namespace

base::Outcome<Grid> read_xlsx(std::string_view bytes) {
  try {
    Package package(bytes);
    return read_sheet(package);
  } catch (const Unreadable& unreadable) {
    return unreadable.why;
  }
}

}  // namespace tables
