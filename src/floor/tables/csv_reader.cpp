#include "floor/tables/csv_reader.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "floor/tables/encoding.hpp"
#include "floor/tables/grid_builder.hpp"
#include "floor/tables/refusals.hpp"
#include "floor/tables/table_rules.hpp"

namespace tables {
namespace {

constexpr bool ends_line(char c) { return c == '\n' || c == '\r'; }

// Reads one record at a time from `text`.
class Records {
 public:
  Records(std::string_view text, char separator) : text_(text), separator_(separator) {}

  bool at_end() const { return at_ >= text_.size(); }

  // False when a quote stays open.
  bool next(std::vector<Cell>& cells) {
    cells.clear();
    for (;;) {
      Cell cell;
      if (!read_cell(cell.text)) return false;
      cells.push_back(std::move(cell));
      if (at_ >= text_.size()) return true;
      if (text_[at_] == separator_) {
        ++at_;
        continue;
      }
      skip_line_end();
      return true;
    }
  }

 private:
  bool read_cell(std::string& cell) {
    std::size_t begin = at_;
    while (begin < text_.size() && text_[begin] == ' ') ++begin;  // what stands before a quote
    if (begin < text_.size() && text_[begin] == '"') {
      at_ = begin;
      if (!read_quoted(cell)) return false;
    }
    const std::size_t end = unquoted_end();
    cell.append(text_, at_, end - at_);  // also what follows a closing quote
    at_ = end;
    return true;
  }

  bool read_quoted(std::string& cell) {
    for (++at_;;) {
      const std::size_t quote = text_.find('"', at_);
      if (quote == std::string_view::npos) return false;
      cell.append(text_, at_, quote - at_);
      at_ = quote + 1;
      if (at_ >= text_.size() || text_[at_] != '"') return true;
      cell += '"';
      ++at_;
    }
  }

  std::size_t unquoted_end() const {
    std::size_t end = at_;
    while (end < text_.size() && text_[end] != separator_ && !ends_line(text_[end])) ++end;
    return end;
  }

  void skip_line_end() {
    const bool both = text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n';
    at_ += both ? 2 : 1;
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
};

struct Evenness {
  std::size_t records = 0;  // with as many fields as the first that has several
  std::size_t fields = 0;   // of that one
};

// Over the first records; what is cut off at the end of the sample is left out.
Evenness evenness(std::string_view sample, char separator) {
  constexpr int looked_at = 50;
  Records records(sample, separator);
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
  Records records(text, declared ? *declared : detect_separator(text));
  GridBuilder grid;
  std::vector<Cell> cells;
  for (; !records.at_end(); ++line) {
    if (!records.next(cells)) return base::Refusal{open_quote, {}, {std::to_string(line)}};
    if (auto refusal = grid.add(line, std::move(cells))) return std::move(*refusal);
  }
  return grid.finish();
}

}  // namespace tables
