#include "base/data_table.hpp"

#include <gtest/gtest.h>

namespace base {
namespace {

struct Slugged {
  std::string_view slug, name;
};

TEST(DataTable, GivesTheRowsOfAFileInItsOrder) {
  const auto rows = read_rows<Slugged>("insurers.tsv", {"slug", "name"});
  ASSERT_FALSE(rows.empty());
  EXPECT_EQ(rows.front().slug, "abeille-assurances");
  EXPECT_EQ(rows.back().name, "Zurich");
}

TEST(DataTable, FindsARowByItsSlugOnlyWhole) {
  const std::vector<Slugged> rows = {{"vol", "Vol"}, {"vol-a-main", "Vol à main armée"}};
  EXPECT_EQ(find_slug<Slugged>(rows, "vol-a-main"), &rows[1]);
  EXPECT_EQ(find_slug<Slugged>(rows, "vo"), nullptr);
}

TEST(DataTable, KeepsEmptyFieldsEvenTheLastOne) {
  std::array<std::string_view, 3> fields;
  data_table::split("a\t\t", fields);
  EXPECT_EQ(fields[0], "a");
  EXPECT_EQ(fields[1], "");
  EXPECT_EQ(fields[2], "");
}

TEST(DataTable, TakesTheLastLineWithoutItsLineEnd) {
  std::string_view text = "un\n\ndeux";
  EXPECT_EQ(data_table::take_line(text), "un");
  EXPECT_EQ(data_table::take_line(text), "");
  EXPECT_EQ(data_table::take_line(text), "deux");
  EXPECT_TRUE(text.empty());
}

TEST(DataTable, ReadsSignedNumbers) {
  EXPECT_EQ(to_number("-149568430"), -149568430);
  EXPECT_EQ(to_number("0"), 0);
}

TEST(DataTableDeathTest, EndsTheProcessOnABrokenTable) {
  std::array<std::string_view, 2> fields;
  EXPECT_DEATH(data_table::split("one", fields), "");
  EXPECT_DEATH(data_table::split("one\ttwo\tthree", fields), "");
  EXPECT_DEATH(to_number("12a"), "");
  EXPECT_DEATH(to_number(""), "");
  EXPECT_DEATH(data_table::text_of("missing.tsv"), "");
  EXPECT_DEATH(read_rows<Slugged>("insurers.tsv", {"slug", "label"}), "");
}

}  // namespace
}  // namespace base
