#include "floor/tables/writing.hpp"

#include <gtest/gtest.h>

#include "floor/tables/reading.hpp"
#include "floor/tables/refusals.hpp"
#include "floor/tables/row_reader.hpp"
#include "floor/tables/xlsx_reader.hpp"
#include "support/files.hpp"
#include "support/workbooks.hpp"

namespace tables {
namespace {

constexpr Column columns[] = {
    {.key = "name", .label = "Nom"},
    {.key = "amount", .label = "Montant", .kind = Kind::amount},
    {.key = "day", .label = "Jour", .kind = Kind::day},
    {.key = "count", .label = "Nombre", .kind = Kind::number},
    {.key = "rate", .label = "Taux", .kind = Kind::rate},
    {.key = "at", .label = "Heure", .kind = Kind::instant},
};

std::string written(Format format, std::int64_t rows = 1) {
  const auto writer = open_writer(format, "Dossiers : [tous]", columns);
  for (std::int64_t i = 0; i < rows; ++i)
    writer->add({std::string("=cmd|' /C calc'!A0"), base::Money{123'450 + i}, *base::Day::of(2026, 11, 21), i,
                 base::Rate{250'000}, *base::instant_from_iso_utc("2026-11-21T08:12:00Z")});
  return writer->finish();
}

class Writing : public testing::Test {
 protected:
  Writing() : folder_(std::filesystem::temp_directory_path() / ("mandat-tables-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(folder_);
  }
  ~Writing() override { std::filesystem::remove_all(folder_); }

  base::Outcome<Grid> uploaded(std::string_view bytes) {
    return read_upload(support::uploaded("liste", "liste.xlsx", bytes, folder_));
  }

  const std::filesystem::path folder_;
};

// P13.written P13.formulas
TEST_F(Writing, csv_opens_in_a_french_spreadsheet_and_runs_nothing) {
  EXPECT_EQ(written(Format::csv),
            "\xEF\xBB\xBFNom;Montant;Jour;Nombre;Taux;Heure\r\n"
            "'=cmd|' /C calc'!A0;\"1234,50\";21/11/2026;0;\"0,25 %\";21/11/2026 09:12\r\n");
  for (const char* text : {"=1", "+33", "-2", "@x", "\tx", "\rx"}) EXPECT_TRUE(reads_as_formula(text)) << text;
  for (const char* text : {"", "x=1", "06 12"}) EXPECT_FALSE(reads_as_formula(text)) << text;
}

// P13.written
TEST_F(Writing, a_workbook_holds_amounts_and_days_as_such) {
  const Grid grid = read_xlsx(written(Format::xlsx)).value();
  ASSERT_EQ(grid.lines.size(), 2u);
  EXPECT_EQ(grid.lines[1], (Line{2,
                                 {{"=cmd|' /C calc'!A0"},
                                  {"1234.5", CellKind::number},
                                  {"2026-11-21", CellKind::day},
                                  {"0", CellKind::number},
                                  {"0.25%"},
                                  {"2026-11-21", CellKind::day}}}));
}

TEST_F(Writing, what_is_written_is_read_back_the_same) {
  struct Read {
    std::optional<std::string> name;
    std::optional<base::Money> amount;
    std::optional<base::Day> day;
    std::optional<std::int64_t> count;
    std::optional<base::Rate> rate;
  };
  for (const Format format : {Format::csv, Format::xlsx}) {
    const Grid grid = uploaded(written(format, 3)).value();
    const auto taken = take_rows<Read>(grid, map_header(grid, columns).value(), columns, [](RowReader& row) {
      return Read{row.text("name"), row.amount("amount"), row.day("day"), row.number("count"), row.rate("rate")};
    });
    EXPECT_EQ(taken.problems.count, 0u);
    ASSERT_EQ(taken.rows.size(), 3u);
    const Read& last = taken.rows[2].second;
    EXPECT_EQ(last.name, "=cmd|' /C calc'!A0");
    EXPECT_EQ(last.amount, base::Money{123'452});
    EXPECT_EQ(last.day, base::Day::of(2026, 11, 21));
    EXPECT_EQ(last.count, 2);
    EXPECT_EQ(last.rate, base::Rate{250'000});
  }
}

// P13.bounded
TEST_F(Writing, strangers_workbooks_are_read_in_the_confined_child) {
  EXPECT_EQ(uploaded(written(Format::xlsx, 2)).value().lines.size(), 3u);
  const auto huge = uploaded(support::workbook({.rows = std::string(65 << 20, ' ')}));
  ASSERT_TRUE(huge.refused_as(bomb));
  EXPECT_EQ(huge.refusal().field, "liste");
  EXPECT_TRUE(uploaded("PK\x03\x04 broken").refused_as(damaged_workbook));
  EXPECT_TRUE(uploaded("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old").refused_as(old_workbook));
  EXPECT_TRUE(uploaded(support::sample_jpeg()).refused_as(not_a_table));
  EXPECT_TRUE(uploaded("").refused_as(empty_table));
}

TEST_F(Writing, a_download_has_its_type_and_name) {
  const auto response = download(Format::csv, "dossiers-2026-11-26", "x");
  const auto has = [&](std::string_view name, std::string_view value) {
    return std::find(response.headers.begin(), response.headers.end(),
                     std::pair<std::string, std::string>(name, value)) != response.headers.end();
  };
  EXPECT_TRUE(has("Content-Disposition", "attachment; filename=\"dossiers-2026-11-26.csv\""));
  EXPECT_TRUE(has("X-Content-Type-Options", "nosniff"));
  EXPECT_EQ(format_from_ending("xlsx"), Format::xlsx);
  EXPECT_EQ(format_from_ending("xls"), std::nullopt);
}

}  // namespace
}  // namespace tables
