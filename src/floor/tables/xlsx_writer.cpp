// Workbooks by libxlsxwriter. Texts go in as texts: a spreadsheet runs none of them.
#include <sys/mman.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <stdexcept>

#include "base/assert.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "floor/documents/descriptor.hpp"
#include "floor/tables/table_rules.hpp"
#include "floor/tables/writers.hpp"

namespace tables {
namespace {

// Excel's rule for the name of a sheet: 31 characters, none of []:*?/\ and no apostrophe at its ends.
std::string sheet_name(std::string_view title) {
  constexpr std::size_t most = 31;
  std::string name;
  std::size_t count = 0;
  for (std::size_t at = 0; at < title.size() && count < most; ++count) {
    const auto point = base::decode_utf8(title, at);
    const bool plain = point.valid && std::u32string_view(U"[]:*?/\\'").find(point.value) == std::u32string_view::npos;
    plain ? void(name.append(title, at, point.length)) : void(name += ' ');
    at += point.length;
  }
  return name.empty() ? "Feuille" : name;
}

// As long as a cell may be; whole characters.
std::string shortened(const std::string& text) {
  auto end = static_cast<std::size_t>(most_cell_bytes.value());
  if (text.size() <= end) return text;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

int width_of(const Column& column) {
  constexpr int amount = 14, day = 12, instant = 17, least = 8, filter_button = 3;
  const int label = static_cast<int>(base::count_code_points(column.label)) + filter_button;
  switch (column.kind) {
    case Kind::amount:
      return std::max(label, amount);
    case Kind::day:
      return std::max(label, day);
    case Kind::instant:
      return std::max(label, instant);
    case Kind::number:
    case Kind::rate:
    case Kind::postal_code:
    case Kind::plate:
      return std::max(label, least);
    case Kind::siren:
    case Kind::siret:
    case Kind::phone:
    case Kind::choice:
      return std::max(label, 18);
    case Kind::email:
    case Kind::text:
      return std::max(label, 26);
  }
  return label;
}

class XlsxWriter final : public Writer {
 public:
  XlsxWriter(std::string_view title, std::span<const Column> columns)
      : columns_(columns),
        file_(::memfd_create("workbook", MFD_CLOEXEC)),
        path_("/proc/self/fd/" + std::to_string(file_.number())) {
    if (file_.number() < 0) documents::throw_errno("memfd");
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;  // rows go to a temporary file as they come
    book_ = ::workbook_new_opt(path_.c_str(), &options);
    sheet_ = book_ == nullptr ? nullptr : ::workbook_add_worksheet(book_, sheet_name(title).c_str());
    if (sheet_ == nullptr) throw std::runtime_error("libxlsxwriter could not begin a workbook");
    make_formats();
    write_header();
  }
  XlsxWriter(const XlsxWriter&) = delete;
  XlsxWriter& operator=(const XlsxWriter&) = delete;
  ~XlsxWriter() override {
    if (book_ != nullptr) ::lxw_workbook_free(book_);
  }

  void add(const Row& row) override {
    MANDAT_ASSERT(row.size() == columns_.size());
    for (std::size_t i = 0; i < row.size(); ++i) {
      const Cell cell{*this, static_cast<lxw_col_t>(i)};
      std::visit(cell, row[i]);
    }
    ++line_;
  }

  std::string finish() override {
    for (std::size_t i = 0; i < columns_.size(); ++i)
      if (!columns_[i].choices.empty()) offer_choices(static_cast<lxw_col_t>(i), columns_[i].choices);
    const auto last = static_cast<lxw_col_t>(columns_.size() - 1);
    ::worksheet_autofilter(sheet_, 0, 0, std::max<lxw_row_t>(line_ - 1, 1), last);
    const lxw_error problem = ::workbook_close(std::exchange(book_, nullptr));
    if (problem != LXW_NO_ERROR) throw std::runtime_error(std::string("libxlsxwriter: ") + ::lxw_strerror(problem));
    return std::string(documents::MappedFile(file_.number()).bytes());
  }

 private:
  // A workbook stores numbers in binary floating point: a cent up to ten billion euros survives it exactly enough,
  // since 15 digits are written and read.
  struct Cell {
    XlsxWriter& writer;
    lxw_col_t column;

    void operator()(std::monostate) const {}
    void operator()(const std::string& text) const {
      ::worksheet_write_string(writer.sheet_, writer.line_, column, shortened(text).c_str(), nullptr);
    }
    void operator()(base::Money amount) const { number(static_cast<double>(amount.cents) / 100, writer.amount_); }
    void operator()(base::Rate rate) const { number(static_cast<double>(rate.e8) / 1e8, writer.rate_); }
    void operator()(std::int64_t count) const { number(static_cast<double>(count), writer.count_); }
    void operator()(base::Day day) const {
      lxw_datetime date{day.year(), day.month(), day.day_of_month(), 0, 0, 0};
      ::worksheet_write_datetime(writer.sheet_, writer.line_, column, &date, writer.day_);
    }
    void operator()(base::Instant instant) const {
      const auto wall = base::paris::wall_time(instant);
      lxw_datetime date{wall.day.year(), wall.day.month(), wall.day.day_of_month(), wall.hour, wall.minute, 0};
      ::worksheet_write_datetime(writer.sheet_, writer.line_, column, &date, writer.instant_);
    }
    void number(double value, lxw_format* format) const {
      ::worksheet_write_number(writer.sheet_, writer.line_, column, value, format);
    }
  };

  lxw_format* format_of(const char* code) {
    lxw_format* format = ::workbook_add_format(book_);
    ::format_set_num_format(format, code);
    return format;
  }

  // Written as all workbooks do, in American signs; a French spreadsheet shows 1 234,50 € and 21/11/2026.
  void make_formats() {
    amount_ = format_of("#,##0.00\\ \"€\"");
    rate_ = format_of("0.00####\\ %");
    count_ = format_of("#,##0");
    day_ = format_of("dd/mm/yyyy");
    instant_ = format_of("dd/mm/yyyy\\ hh:mm");
  }

  // A list opens in each cell of the column; another word is questioned, and may stand.
  void offer_choices(lxw_col_t column, std::string_view choices) {
    std::vector<std::string> words;
    for (const auto word : base::split(choices, ';')) words.emplace_back(word);
    std::vector<char*> list;
    for (auto& word : words) list.push_back(word.data());
    list.push_back(nullptr);
    lxw_data_validation rule{};
    rule.validate = LXW_VALIDATION_TYPE_LIST;
    rule.value_list = list.data();
    rule.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
    ::worksheet_data_validation_range(sheet_, 1, column, std::max<lxw_row_t>(line_ - 1, 1), column, &rule);
  }

  void write_header() {
    constexpr lxw_color_t fill = 0xEEF1F5, ink = 0x1F2937;
    lxw_format* heading = ::workbook_add_format(book_);
    ::format_set_bold(heading);
    ::format_set_bg_color(heading, fill);
    ::format_set_font_color(heading, ink);
    ::format_set_bottom(heading, LXW_BORDER_THIN);
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const auto at = static_cast<lxw_col_t>(i);
      ::worksheet_set_column(sheet_, at, at, width_of(columns_[i]), nullptr);
      ::worksheet_write_string(sheet_, 0, at, std::string(columns_[i].label).c_str(), heading);
    }
    ::worksheet_freeze_panes(sheet_, 1, 0);
    ::worksheet_repeat_rows(sheet_, 0, 0);  // on paper
    ::worksheet_set_landscape(sheet_);
    ::worksheet_set_paper(sheet_, 9);  // A4
    ::worksheet_fit_to_pages(sheet_, 1, 0);
  }

  std::span<const Column> columns_;
  documents::Descriptor file_;
  std::string path_;
  lxw_workbook* book_ = nullptr;
  lxw_worksheet* sheet_ = nullptr;
  lxw_row_t line_ = 1;
  lxw_format *amount_ = nullptr, *rate_ = nullptr, *count_ = nullptr, *day_ = nullptr, *instant_ = nullptr;
};

}  // namespace

std::unique_ptr<Writer> open_xlsx(std::string_view title, std::span<const Column> columns) {
  return std::make_unique<XlsxWriter>(title, columns);
}

}  // namespace tables
