#include "floor/tables/xlsx_reader.hpp"

#include <gtest/gtest.h>

#include "floor/tables/grid_codec.hpp"
#include "floor/tables/numbers.hpp"
#include "floor/tables/refusals.hpp"
#include "support/workbooks.hpp"

namespace tables {
namespace {

using support::workbook;

Cell text(std::string value) { return {std::move(value), CellKind::text}; }
Cell number(std::string value) { return {std::move(value), CellKind::number}; }
Cell day(std::string value) { return {std::move(value), CellKind::day}; }

constexpr const char* styles =
    "<numFmts><numFmt numFmtId='164' formatCode='dd/mm/yyyy'/><numFmt numFmtId='165' formatCode='0 "
    "\"jours\"'/></numFmts>"
    "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='165'/><xf "
    "numFmtId='10'/></cellXfs>";

// P13.workbook
TEST(XlsxReader, reads_every_kind_of_cell_of_the_first_visible_sheet) {
  const auto grid = read_xlsx(workbook({
      .rows = "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c></row>"
              "<row r='3'><c r='B3'><v>1234.5000000000001</v></c><c r='D3' t='inlineStr'><is><t> en ligne </t></is></c>"
              "<c r='E3' t='b'><v>1</v></c><c r='F3' t='str'><v>calculé</v></c><c r='G3' s='1'><v>45982</v></c>"
              "<c r='H3' s='2'><v>45982.75</v></c><c r='I3' s='3'><v>30</v></c><c r='J3' s='4'><v>0.0025</v></c></row>",
      .strings =
          "<si><t>Société</t></si><si><r><t>Chiffre </t></r><r><t xml:space='preserve'>d’affaires_x000A_HT</t></r>"
          "<rPh><t>no</t></rPh></si>",
      .styles = styles,
  }));
  ASSERT_TRUE(grid.ok());
  ASSERT_EQ(grid->lines.size(), 2u);
  EXPECT_EQ(grid->lines[0], (Line{1, {text("Société"), text("Chiffre d’affaires\nHT")}}));
  EXPECT_EQ(grid->lines[1], (Line{3,
                                  {text(""), number("1234.5"), text(""), text("en ligne"), text("oui"), text("calculé"),
                                   day("2025-11-21"), day("2025-11-21"), number("30"), text("0.25%")}}));
}

TEST(XlsxReader, takes_cells_that_do_not_say_where_they_stand_and_prefixed_names) {
  auto parts = support::workbook_parts({.rows = ""});
  parts.back().second =
      "<x:worksheet "
      "xmlns:x='m'><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row></x:sheetData>"
      "</x:worksheet>";
  EXPECT_EQ(read_xlsx(support::zip_of(parts)).value().lines, (std::vector<Line>{{1, {number("1"), number("2")}}}));
}

TEST(XlsxReader, counts_days_from_1904_where_the_workbook_does) {
  const auto grid = read_xlsx(workbook({.rows = "<row r='1'><c r='A1' s='1'><v>44520</v></c></row>",
                                        .styles = styles,
                                        .book_settings = "date1904='1'"}));
  EXPECT_EQ(grid.value().lines[0].cells[0], day("2025-11-21"));
  EXPECT_EQ(grid.value().dates, DateSystem::from_1904);
}

TEST(Numbers, are_those_that_a_spreadsheet_shows) {
  EXPECT_EQ(plain_decimal("0.30000000000000004"), "0.3");
  EXPECT_EQ(plain_decimal("1.2345E+3"), "1234.5");
  EXPECT_EQ(plain_decimal("-1e-3"), "-0.001");
  EXPECT_EQ(plain_decimal("9.9999999999999999"), "10");
  EXPECT_EQ(plain_decimal("73282932000074"), "73282932000074");
  EXPECT_EQ(plain_decimal("0"), "0");
  EXPECT_EQ(plain_decimal("0.0025", 2), "0.25");
  for (const char* none : {"", "-", "1,5", "1e", "1e999", "0x10", "1.2.3", "1 2"})
    EXPECT_EQ(plain_decimal(none), std::nullopt);
}

TEST(Numbers, count_days_as_excel_does_its_false_leap_year_included) {
  const auto iso = [](const char* serial) { return day_of_serial(serial, DateSystem::from_1900).value().iso(); };
  EXPECT_EQ(iso("1"), "1900-01-01");
  EXPECT_EQ(iso("59"), "1900-02-28");
  EXPECT_EQ(iso("61"), "1900-03-01");
  EXPECT_EQ(iso("45982.99"), "2025-11-21");
  EXPECT_EQ(iso("2958465"), "9999-12-31");
  for (const char* none : {"0", "60", "-1", "2958466", "x"})
    EXPECT_EQ(day_of_serial(none, DateSystem::from_1900), std::nullopt);
}

TEST(Numbers, tell_days_by_their_format) {
  for (const char* shown : {"dd/mm/yyyy", "[$-40C]d mmmm yyyy;@", "yyyy\\-mm\\-dd", "d"})
    EXPECT_EQ(shown_by(shown), Shown::day) << shown;
  for (const char* other : {"General", "#,##0.00", "[Red]0;dd", "0 \"jours d\"", "[h]:mm:ss", "\\d0", "\"y"})
    EXPECT_EQ(shown_by(other), Shown::number) << other;
  EXPECT_EQ(shown_by("0.00%"), Shown::percentage);
}

// P13.workbook
TEST(XlsxReader, refuses_what_is_no_workbook_with_what_to_do) {
  EXPECT_TRUE(read_xlsx("PK\x03\x04 nothing").refused_as(damaged_workbook));
  EXPECT_TRUE(read_xlsx(support::zip_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}}))
                  .refused_as(open_document));
  EXPECT_TRUE(read_xlsx(support::zip_of({{"word/document.xml", "<w/>"}})).refused_as(not_a_table));
  EXPECT_TRUE(read_xlsx(workbook({.rows = ""})).refused_as(empty_table));
  EXPECT_TRUE(read_xlsx(workbook({.rows = "<row><c t='s'><v>7</v></c></row>"})).refused_as(damaged_workbook));
  EXPECT_TRUE(read_xlsx(workbook({.rows = "<row><c><v>1</v>"})).refused_as(damaged_workbook));
  auto parts = support::workbook_parts({.rows = ""});
  parts[1].second = "<workbook><sheets/></workbook>";
  EXPECT_TRUE(read_xlsx(support::zip_of(parts)).refused_as(no_sheet));
  std::string cut = workbook({.rows = "<row><c><v>1</v></c></row>"});
  EXPECT_TRUE(read_xlsx(cut.substr(0, cut.size() / 2)).refused_as(damaged_workbook));
}

// P13.bounded P13.most_parts P13.most_part_bytes P13.most_ratio P13.most_marks
TEST(XlsxReader, refuses_bombs) {
  EXPECT_TRUE(read_xlsx(workbook({.rows = std::string(65 << 20, ' ')})).refused_as(bomb)) << "beyond 64 MB";
  EXPECT_TRUE(read_xlsx(workbook({.rows = std::string(8 << 20, ' ')})).refused_as(bomb)) << "beyond 250 to 1";
  std::string tags;
  tags.reserve(25 << 20);
  for (int i = 0; i < 6'000'001; ++i) tags += i % 97 == 0 ? "<c>1" : "<c> ";
  EXPECT_TRUE(read_xlsx(workbook({.rows = tags})).refused_as(bomb)) << "of tags";
  support::ZipParts many = support::workbook_parts({.rows = "<row><c><v>1</v></c></row>"});
  for (int i = static_cast<int>(many.size()); i < 2000; ++i) many.emplace_back("x" + std::to_string(i), "");
  EXPECT_TRUE(read_xlsx(support::zip_of(many)).ok());
  many.emplace_back("one more", "");
  EXPECT_TRUE(read_xlsx(support::zip_of(many)).refused_as(bomb)) << "of parts";
  const auto entities = read_xlsx(workbook({.rows = "<row><c t='str'><v>&lol;</v></c></row>"}));
  EXPECT_EQ(entities.value().lines[0].cells[0].text, "&lol;") << "no entity of a document is expanded";
}

TEST(XlsxReader, bounds_columns_and_repeated_strings) {
  EXPECT_TRUE(read_xlsx(workbook({.rows = "<row><c r='GR1'><v>1</v></c></row>"})).ok());
  EXPECT_TRUE(read_xlsx(workbook({.rows = "<row><c r='GS1'><v>1</v></c></row>"})).refused_as(too_many_columns));
  EXPECT_TRUE(read_xlsx(workbook({.rows = "<row><c r='XFDZZZ1'><v>1</v></c></row>"})).refused_as(too_many_columns));
  std::string rows;
  for (int i = 0; i < 1100; ++i) rows += "<row><c t='s'><v>0</v></c></row>";
  EXPECT_TRUE(read_xlsx(workbook({.rows = rows, .strings = "<si><t>" + std::string(32'000, 'x') + "</t></si>"}))
                  .refused_as(too_many_cells));
}

TEST(GridCodec, hands_a_grid_or_a_refusal_over_and_believes_nothing_else) {
  Grid grid{{{1, {text("é"), number("1.5")}}, {7, {text(""), day("2026-11-21")}}}, DateSystem::from_1904};
  EXPECT_EQ(decode(encode(grid)).value(), grid);
  const auto refused = decode(encode(base::Outcome<Grid>(base::Refusal{too_many_rows, {}, {"100 000"}})));
  ASSERT_TRUE(refused.refused_as(too_many_rows));
  EXPECT_EQ(refused.refusal().details, std::vector<std::string>{"100 000"});
  const std::string sound = encode(grid);
  for (std::size_t cut = 0; cut < sound.size(); ++cut) {
    const auto read = decode(sound.substr(0, cut));
    EXPECT_TRUE(!read.ok() || read->lines.size() < 2);
  }
  EXPECT_TRUE(decode("X").refused_as(not_read));
  EXPECT_TRUE(decode("R\x7F").refused_as(not_read));
  EXPECT_TRUE(decode("G\x05").refused_as(not_read));
  EXPECT_TRUE(decode(std::string("G\0\1\0\0\0\1\0\0\0\0\2\0\0\0\xC3\x28", 17)).refused_as(not_read)) << "no UTF-8";
}

}  // namespace
}  // namespace tables
