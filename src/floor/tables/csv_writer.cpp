#include <fmt/format.h>

#include <cstdlib>

#include "base/assert.hpp"
#include "base/french.hpp"
#include "floor/tables/writers.hpp"

namespace tables {
namespace {

std::string euros(base::Money amount) {
  const std::int64_t cents = std::abs(amount.cents);
  return fmt::format("{}{},{:02}", amount.cents < 0 ? "-" : "", cents / 100, cents % 100);
}

std::string percent(base::Rate rate) {
  constexpr std::int64_t unit = 1'000'000;
  std::string text = fmt::format("{},{:06}", rate.e8 / unit, std::abs(rate.e8 % unit));
  while (text.ends_with('0')) text.pop_back();
  if (text.ends_with(',')) text.pop_back();
  return text + " %";
}

std::string wall_time(base::Instant instant) {
  const auto wall = base::paris::wall_time(instant);
  return fmt::format("{} {:02}:{:02}", base::french::day_short(wall.day), wall.hour, wall.minute);
}

struct AsText {
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(const std::string& text) const { return reads_as_formula(text) ? "'" + text : text; }
  std::string operator()(base::Money amount) const { return euros(amount); }
  std::string operator()(base::Day day) const { return base::french::day_short(day); }
  std::string operator()(base::Instant instant) const { return wall_time(instant); }
  std::string operator()(base::Rate rate) const { return percent(rate); }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
};

class CsvWriter final : public Writer {
 public:
  explicit CsvWriter(std::span<const Column> columns) : columns_(columns) {
    file_ = "\xEF\xBB\xBF";
    Row labels;
    for (const Column& column : columns) labels.emplace_back(std::string(column.label));
    add(labels);
  }

  void add(const Row& row) override {
    MANDAT_ASSERT(row.size() == columns_.size());
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) file_ += ';';
      add_cell(std::visit(AsText{}, row[i]));
    }
    file_ += "\r\n";
  }

  std::string finish() override { return std::move(file_); }

 private:
  void add_cell(std::string_view text) {
    if (text.find_first_of(";\"\r\n\t,") == std::string_view::npos) {
      file_ += text;
      return;
    }
    file_ += '"';
    for (const char c : text) file_.append(c == '"' ? 2 : 1, c);
    file_ += '"';
  }

  std::span<const Column> columns_;
  std::string file_;
};

}  // namespace

std::unique_ptr<Writer> open_csv(std::span<const Column> columns) { return std::make_unique<CsvWriter>(columns); }

}  // namespace tables
