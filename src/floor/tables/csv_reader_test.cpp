#include "floor/tables/csv_reader.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "floor/tables/refusals.hpp"
#include "floor/tables/table_rules.hpp"

namespace tables {
namespace {

using Texts = std::vector<std::vector<std::string>>;

Texts texts_of(const Grid& grid) {
  Texts texts;
  for (const Line& line : grid.lines) {
    texts.emplace_back();
    for (const Cell& cell : line.cells) texts.back().push_back(cell.text);
  }
  return texts;
}
Texts read(std::string_view bytes) { return texts_of(read_csv(bytes).value()); }

// P13.detected
TEST(CsvReader, finds_the_separator_even_where_amounts_hold_commas) {
  const Texts wanted = {{"Nom", "CA"}, {"Dupont", "1 234,50"}};
  EXPECT_EQ(read("Nom;CA\nDupont;1 234,50\n"), wanted);
  EXPECT_EQ(read("Nom\tCA\r\nDupont\t1 234,50\r\n"), wanted);
  EXPECT_EQ(read("Nom,CA\rDupont,\"1 234,50\"\r"), wanted);
  EXPECT_EQ(read("sep=|\r\nNom|CA\r\nDupont|1 234,50"), wanted);
  EXPECT_EQ(read("Nom\nDupont, Jean\n"), (Texts{{"Nom"}, {"Dupont", "Jean"}}));
}

TEST(CsvReader, reads_the_encodings_that_french_programs_write) {
  const Texts wanted = {{"Société", "Ville"}, {"Œuvre d’été €", "Nîmes"}};
  EXPECT_EQ(read("Société;Ville\nŒuvre d’été €;Nîmes\n"), wanted);
  EXPECT_EQ(read("\xEF\xBB\xBFSociété;Ville\nŒuvre d’été €;Nîmes\n"), wanted);
  EXPECT_EQ(read("Soci\xE9t\xE9;Ville\n\x8Cuvre d\x92\xE9t\xE9 \x80;N\xEEmes\n"), wanted);
  const std::string utf16(
      "\xFF\xFE"
      "A\0\t\0\xE9\0\n\0"
      "1\0\t\0\x52\x01",
      16);
  EXPECT_EQ(read(utf16), (Texts{{"A", "é"}, {"1", "Œ"}}));
}

TEST(CsvReader, keeps_quoted_separators_quotes_and_line_ends) {
  EXPECT_EQ(read("a;b\n\"x;y\";\"dit \"\"non\"\"\"\n\"deux\nlignes\"; \"z\" \n"),
            (Texts{{"a", "b"}, {"x;y", "dit \"non\""}, {"deux\nlignes", "z"}}));
}

TEST(CsvReader, numbers_lines_as_a_spreadsheet_does) {
  const Grid grid = read_csv("a;b\n\n;;\n\"1\n2\";x\ny;z;;;\n").value();
  ASSERT_EQ(grid.lines.size(), 3u);
  EXPECT_EQ(grid.lines[1].number, 4);
  EXPECT_EQ(grid.lines[2].number, 5);
  EXPECT_EQ(grid.lines[2].cells.size(), 2u) << "empty cells at the end are left out";
}

TEST(CsvReader, says_what_is_wrong_with_a_file) {
  EXPECT_TRUE(read_csv("").refused_as(empty_table));
  EXPECT_TRUE(read_csv(" ; \n\n").refused_as(empty_table));
  EXPECT_TRUE(read_csv(std::string_view("\x01\x02\x00\x03", 4)).refused_as(not_a_table));
  const auto open = read_csv("a;b\n1;\"2\n3;4\n");
  ASSERT_TRUE(open.refused_as(open_quote));
  EXPECT_EQ(open.refusal().details.front(), "2");
}

// P13.bounded P13.most_rows P13.most_columns P13.most_cell_bytes P13.most_file_bytes
TEST(CsvReader, stops_at_its_limits) {
  const auto rows = [](int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += "a\n";
    return read_csv(text);
  };
  EXPECT_TRUE(rows(100'000).ok());
  EXPECT_TRUE(rows(100'001).refused_as(too_many_rows));
  EXPECT_TRUE(read_csv(std::string(199, ';') + "x").ok());
  EXPECT_TRUE(read_csv(std::string(200, ';') + "x").refused_as(too_many_columns));
  EXPECT_TRUE(read_csv(std::string(32'767, 'x')).ok());
  EXPECT_TRUE(read_csv(std::string(32'768, 'x')).refused_as(cell_too_large));
  EXPECT_TRUE(read_csv(std::string(25 * 1024 * 1024 + 1, '\n')).refused_as(table_too_large));
}

// P13.most_cells P13.most_text_bytes
TEST(CsvReader, bounds_what_all_cells_take) {
  std::string wide(199, ';');
  wide += "x\n";
  std::string text;
  for (int i = 0; i < 10'000; ++i) text += wide;
  EXPECT_TRUE(read_csv(text).ok());
  EXPECT_TRUE(read_csv(text + "a;b\n").refused_as(too_many_cells));
  std::string accents;  // each a byte in Windows-1252 and two in UTF-8
  for (int i = 0; i < 1050; ++i) accents += std::string(16'000, '\xE9') + "\n";
  EXPECT_TRUE(read_csv(accents).refused_as(too_many_cells));
}

TEST(CsvReader, reads_back_whatever_is_quoted) {
  rc::check([](const std::vector<std::string>& words) {
    std::string text = "début";
    std::vector<std::string> wanted = {"début"};
    for (const auto& word : words) {
      std::string plain;
      for (const char c : word)
        if (c >= ' ' && c < 127) plain += c;
      std::string quoted;
      for (const char c : plain) quoted.append(c == '"' ? 2 : 1, c);
      text += ";\"" + quoted + "\"";
      const auto first = plain.find_first_not_of(' ');
      wanted.push_back(first == std::string::npos ? "" : plain.substr(first, plain.find_last_not_of(' ') - first + 1));
    }
    while (wanted.back().empty()) wanted.pop_back();
    RC_PRE(words.size() < 150);
    RC_ASSERT(read("sep=;\n" + text) == Texts{wanted});
  });
}

}  // namespace
}  // namespace tables
