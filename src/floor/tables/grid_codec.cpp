#include "floor/tables/grid_codec.hpp"

#include <array>
#include <optional>

#include "base/text.hpp"
#include "floor/tables/grid_builder.hpp"
#include "floor/tables/refusals.hpp"

namespace tables {
namespace {

constexpr std::array refusals_of_child{damaged_workbook, no_sheet,      open_document,    bomb,
                                       old_workbook,     too_many_rows, too_many_columns, too_many_cells,
                                       empty_table,      not_a_table,   cell_too_large};

constexpr char a_grid = 'G';
constexpr char a_refusal = 'R';

void write_number(std::string& text, std::uint32_t number) {
  for (int shift = 0; shift < 32; shift += 8) text += static_cast<char>(number >> shift & 0xFF);
}

void write_text(std::string& text, std::string_view value) {
  write_number(text, static_cast<std::uint32_t>(value.size()));
  text += value;
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}
  bool at_end() const { return text_.empty(); }

  std::optional<char> byte() {
    if (text_.empty()) return std::nullopt;
    const char first = text_.front();
    text_.remove_prefix(1);
    return first;
  }
  std::optional<std::uint32_t> number() {
    constexpr std::size_t size = 4;
    if (text_.size() < size) return std::nullopt;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i)
      value |= static_cast<std::uint32_t>(static_cast<unsigned char>(text_[i])) << (8 * i);
    text_.remove_prefix(size);
    return value;
  }
  std::optional<std::string> text() {
    const auto size = number();
    if (!size || *size > text_.size()) return std::nullopt;
    std::string value(text_.substr(0, *size));
    text_.remove_prefix(*size);
    if (!base::valid_utf8(value)) return std::nullopt;
    return value;
  }

 private:
  std::string_view text_;
};

std::optional<Cell> read_cell(Reader& reader) {
  const auto kind = reader.byte();
  auto text = reader.text();
  if (!kind || *kind < 0 || *kind > static_cast<char>(CellKind::day) || !text) return std::nullopt;
  return Cell{std::move(*text), static_cast<CellKind>(*kind)};
}

std::optional<Line> read_line(Reader& reader) {
  const auto number = reader.number();
  const auto count = reader.number();
  constexpr std::uint32_t most = 1 << 24;
  if (!number || *number > most || !count) return std::nullopt;
  Line line{static_cast<int>(*number), {}};
  for (std::uint32_t i = 0; i < *count; ++i) {
    auto cell = read_cell(reader);
    if (!cell) return std::nullopt;
    line.cells.push_back(std::move(*cell));
  }
  return line;
}

base::Outcome<Grid> read_grid(Reader& reader) {
  const auto dates = reader.byte();
  if (!dates || *dates < 0 || *dates > static_cast<char>(DateSystem::from_1904)) return not_read;
  GridBuilder grid(static_cast<DateSystem>(*dates));
  while (!reader.at_end()) {
    auto line = read_line(reader);
    if (!line) return not_read;
    if (auto refusal = grid.add(line->number, std::move(line->cells))) return std::move(*refusal);
  }
  return grid.finish();
}

base::Outcome<Grid> read_refusal(Reader& reader) {
  const auto index = reader.byte();
  if (!index || *index < 0 || static_cast<std::size_t>(*index) >= refusals_of_child.size()) return not_read;
  base::Refusal refusal{refusals_of_child[static_cast<std::size_t>(*index)]};
  while (!reader.at_end()) {
    auto detail = reader.text();
    if (!detail) return not_read;
    refusal.details.push_back(std::move(*detail));
  }
  return refusal;
}

}  // namespace

std::string encode(const base::Outcome<Grid>& read) {
  std::string text;
  if (!read) {
    text += a_refusal;
    char index = 0;
    while (!(refusals_of_child.at(static_cast<std::size_t>(index)) == read.refusal().code)) ++index;
    text += index;
    for (const auto& detail : read.refusal().details) write_text(text, detail);
    return text;
  }
  text += a_grid;
  text += static_cast<char>(read->dates);
  for (const Line& line : read->lines) {
    write_number(text, static_cast<std::uint32_t>(line.number));
    write_number(text, static_cast<std::uint32_t>(line.cells.size()));
    for (const Cell& cell : line.cells) {
      text += static_cast<char>(cell.kind);
      write_text(text, cell.text);
    }
  }
  return text;
}

base::Outcome<Grid> decode(std::string_view encoded) {
  Reader reader(encoded);
  const auto what = reader.byte();
  if (what == a_grid) return read_grid(reader);
  if (what == a_refusal) return read_refusal(reader);
  return not_read;
}

}  // namespace tables
