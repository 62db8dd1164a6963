#include "floor/tables/csv_reader.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "floor/tables/csv_records.hpp"
#include "floor/tables/encoding.hpp"
#include "floor/tables/grid_builder.hpp"
#include "floor/tables/refusals.hpp"
#include "floor/tables/table_rules.hpp"

namespace tables {
namespace {

constexpr bool ends_line(char c) { return c == '\n' || c == '\r'; }

struct Evenness {
  std::size_t records = 0;  // with as many fields as the first that has several
  std::size_t fields = 0;   // of that one
};

// Over the first records; what is cut off at the end of the sample is left out.
Evenness evenness(std::string_view sample, char separator) {
  constexpr int looked_at = 50;
  CsvRecords records(sample, separator);
  std::vector<Cell> cells;
  Evenness found;
  for (int i = 0; i < looked_at && !records.at_end(); ++i) {
    if (!records.next(cells)) break;
    if (cells.size() < 2) continue;
    if (found.fields == 0) found.fields = cells.size();
    if (cells.size() == found.fields) ++found.records;
  }
  return found;
}

// "sep=;" at the top, which Excel obeys and does not show.
std::optional<char> take_declared_separator(std::string_view& text) {
  constexpr std::string_view mark = "sep=";
  if (!text.starts_with(mark) || text.size() < mark.size() + 2 || !ends_line(text[mark.size() + 1]))
    return std::nullopt;
  const char separator = text[mark.size()];
  if (separator == '"' || ends_line(separator)) return std::nullopt;
  text.remove_prefix(mark.size() + 1);
  text.remove_prefix(text.starts_with("\r\n") ? 2 : 1);
  return separator;
}

}  // namespace

char detect_separator(std::string_view text) {
  constexpr std::size_t sample_bytes = 64 * 1024;
  const std::string_view sample = text.substr(0, sample_bytes);
  constexpr std::array candidates{'\t', ';', ','};  // of equals the first: a comma may be a decimal one
  char best = ';';
  Evenness most;
  for (const char candidate : candidates) {
    const Evenness found = evenness(sample, candidate);
    if (found.records > most.records) {
      best = candidate;
      most = found;
    }
  }
  return best;
}

base::Outcome<Grid> read_csv(std::string_view bytes) {
  if (static_cast<std::int64_t>(bytes.size()) > most_file_bytes.value()) return table_too_large;
  const auto decoded = text_of(bytes);
  if (!decoded) return not_a_table;
  std::string_view text = *decoded;
  int line = 1;
  const auto declared = take_declared_separator(text);
  if (declared) ++line;
  CsvRecords records(text, declared ? *declared : detect_separator(text));
  GridBuilder grid;
  std::vector<Cell> cells;
  for (; !records.at_end(); ++line) {
    if (!records.next(cells)) return base::Refusal{open_quote, {}, {std::to_string(line)}};
    if (auto refusal = grid.add(line, std::move(cells))) return std::move(*refusal);
  }
  return grid.finish();
}

}  // namespace tables
