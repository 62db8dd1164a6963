// The tables of data/, as they stand in the binary: a header line, then rows of tab-separated fields. Being our own, a
// missing or broken one is a bug and ends the process. The fields live as long as the program.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/assert.hpp"

namespace base {

namespace data_table {

std::string_view text_of(std::string_view file);                        // "trades.tsv"
std::string_view take_line(std::string_view& text);                     // without its line end; advances `text`
void split(std::string_view line, std::span<std::string_view> fields);  // asserts that the line has as many fields

}  // namespace data_table

std::int32_t to_number(std::string_view field);  // a whole decimal number, signed

// Calls `use` with the array of fields of each row, in order. The header line must name `columns`.
template <std::size_t Count, class Use>
void for_each_row(std::string_view file, const std::string_view (&columns)[Count], Use use) {
  std::array<std::string_view, Count> fields;
  std::string_view text = data_table::text_of(file);
  data_table::split(data_table::take_line(text), fields);
  MANDAT_ASSERT(std::equal(fields.begin(), fields.end(), columns));
  while (!text.empty()) {
    data_table::split(data_table::take_line(text), fields);
    use(fields);
  }
}

// The rows of a table whose columns are the members of `Row`, all texts.
template <class Row, std::size_t Count>
std::vector<Row> read_rows(std::string_view file, const std::string_view (&columns)[Count]) {
  std::vector<Row> rows;
  for_each_row(file, columns, [&rows](const auto& fields) {
    std::apply([&rows](auto... field) { rows.push_back(Row{field...}); }, fields);
  });
  return rows;
}

// The row of that slug; null when there is none. For short tables.
template <class Row>
const Row* find_slug(std::span<const Row> rows, std::string_view slug) {
  const auto row = std::find_if(rows.begin(), rows.end(), [slug](const Row& each) { return each.slug == slug; });
  return row == rows.end() ? nullptr : &*row;
}

}  // namespace base
