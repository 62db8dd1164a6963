#include "desks/works/matching/match_files.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <span>

#include "base/text.hpp"
#include "floor/tables/csv_records.hpp"

namespace works::matching {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// The wanted columns of one record at a time, in the wanted order.
class Sheet {
 public:
  Sheet(std::string_view csv, std::span<const std::string_view> wanted)
      : records_(csv.starts_with(byte_order_mark) ? csv.substr(byte_order_mark.size()) : csv, ','), wanted_(wanted) {
    next_record();
    for (const auto name : wanted) {
      const auto at = std::find_if(cells_.begin(), cells_.end(),
                                   [&](const tables::Cell& cell) { return base::trim(cell.text) == name; });
      if (at == cells_.end()) fail("there is no column " + std::string(name));
      columns_.push_back(static_cast<std::size_t>(at - cells_.begin()));
    }
  }

  bool next() {
    do {
      if (records_.at_end()) return false;
      next_record();
    } while (cells_.size() == 1 && base::trim(cells_.front().text).empty());
    if (cells_.size() <= *std::max_element(columns_.begin(), columns_.end())) fail("columns are missing");
    return true;
  }

  std::string_view text(std::size_t column) const { return base::trim(cells_[columns_[column]].text); }

  template <class Number>
  Number number(std::size_t column, std::int64_t least = std::numeric_limits<Number>::min(),
                std::int64_t most = std::numeric_limits<Number>::max()) const {
    return static_cast<Number>(whole(column, text(column), least, most));
  }

  places::Point point(std::size_t lon_column, std::size_t lat_column) const {
    return {.lat_e6 = number<std::int32_t>(lat_column, -90'000'000, 90'000'000),
            .lon_e6 = number<std::int32_t>(lon_column, -180'000'000, 180'000'000)};
  }

  std::vector<std::int32_t> numbers(std::size_t column) const {
    std::vector<std::int32_t> all;
    for (const auto part : parts(column)) all.push_back(small(column, part));
    return all;
  }

  std::vector<Cover> covers(std::size_t column) const {
    std::vector<Cover> all;
    for (const auto trade : numbers(column)) all.push_back({trade, always});
    return all;
  }

  std::vector<DaySpan> spans(std::size_t column) const {
    std::vector<DaySpan> all;
    for (const auto part : parts(column)) {
      const auto dash = part.find('-', 1);  // a day may itself be below zero
      const auto first = small(column, part.substr(0, dash));
      const auto last = dash == std::string_view::npos ? first : small(column, part.substr(dash + 1));
      if (last < first) fail(std::string(wanted_[column]) + " ends before it begins: " + std::string(part));
      all.push_back({first, last});
    }
    return all;
  }

  [[noreturn]] void fail(const std::string& why) const {
    throw MatchFileError("record " + std::to_string(record_) + ": " + why);
  }

 private:
  void next_record() {
    ++record_;
    if (!records_.next(cells_)) fail("a quote stays open");
  }

  std::vector<std::string_view> parts(std::size_t column) const {
    if (text(column).empty()) return {};
    return base::split(text(column), ';');
  }

  std::int32_t small(std::size_t column, std::string_view text) const {
    return static_cast<std::int32_t>(whole(column, base::trim(text), std::numeric_limits<std::int32_t>::min(),
                                           std::numeric_limits<std::int32_t>::max()));
  }

  std::int64_t whole(std::size_t column, std::string_view text, std::int64_t least, std::int64_t most) const {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < least || value > most)
      fail(std::string(wanted_[column]) + " is no whole number from " + std::to_string(least) + " to " +
           std::to_string(most) + ": " + std::string(text));
    return value;
  }

  tables::CsvRecords records_;
  std::span<const std::string_view> wanted_;
  std::vector<tables::Cell> cells_;
  std::vector<std::size_t> columns_;
  std::size_t record_ = 0;
};

}  // namespace

std::vector<IndexedFirm> read_tradesmen(std::string_view csv) {
  static constexpr std::string_view columns[] = {"id", "lon_e6", "lat_e6", "radius_m", "rating", "trades", "busy"};
  Sheet sheet(csv, columns);
  std::vector<IndexedFirm> firms;
  while (sheet.next())
    firms.push_back({.id = sheet.number<std::int64_t>(0),
                     .base = sheet.point(1, 2),
                     .radius_m = sheet.number<std::int64_t>(3, 0),
                     .rating = sheet.number<std::int32_t>(4),
                     .covers = sheet.covers(5),
                     .busy = sheet.spans(6)});
  return firms;
}

std::vector<Query> read_queries(std::string_view csv, Order order) {
  static constexpr std::string_view columns[] = {"qid", "lon_e6", "lat_e6", "trade", "day"};
  Sheet sheet(csv, columns);
  std::vector<Query> queries;
  while (sheet.next()) {
    queries.push_back({.qid = std::string(sheet.text(0)),
                       .search = {.place = sheet.point(1, 2),
                                  .trades = sheet.numbers(3),
                                  .day = sheet.number<std::int32_t>(4),
                                  .order = order}});
    if (queries.back().search.trades.empty()) sheet.fail("trade is empty");
  }
  return queries;
}

std::string answer_line(const Query& query, const std::vector<Found>& found) {
  std::string line = query.qid + ';';
  for (const auto& firm : found) line += std::to_string(firm.id) + ',';
  if (!found.empty()) line.pop_back();
  return line + '\n';
}

}  // namespace works::matching
