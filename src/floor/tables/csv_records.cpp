#include "floor/tables/csv_records.hpp"

namespace tables {
namespace {

constexpr bool ends_line(char c) { return c == '\n' || c == '\r'; }

}  // namespace

bool CsvRecords::next(std::vector<Cell>& cells) {
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

bool CsvRecords::read_cell(std::string& cell) {
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

bool CsvRecords::read_quoted(std::string& cell) {
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

std::size_t CsvRecords::unquoted_end() const {
  std::size_t end = at_;
  while (end < text_.size() && text_[end] != separator_ && !ends_line(text_[end])) ++end;
  return end;
}

void CsvRecords::skip_line_end() {
  const bool both = text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n';
  at_ += both ? 2 : 1;
}

}  // namespace tables
