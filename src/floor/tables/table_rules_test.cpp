#include "floor/tables/table_rules.hpp"

#include <gtest/gtest.h>

namespace tables {
namespace {

constexpr std::int64_t mega = 1024 * 1024;

// P13.bounded: the house's own figures, applied where a table is read and tested at their edges there.
TEST(TableRules, P13_a_table_has_25_megabytes_at_most_as_every_file_that_is_sent) {
  EXPECT_EQ(most_file_bytes.value(), 25 * mega) << "P3.limits says the same of a document";
}

TEST(TableRules, P13_a_grid_is_bounded_in_rows_columns_cells_and_text) {
  EXPECT_EQ(most_rows.value(), 100'000);
  EXPECT_EQ(most_columns.value(), 200);
  EXPECT_EQ(most_cells.value(), 2'000'000);
  EXPECT_EQ(most_cell_bytes.value(), 32'767) << "Excel's own limit of a cell";
  EXPECT_EQ(most_text_bytes.value(), 32 * mega);
}

TEST(TableRules, P13_a_workbook_is_unpacked_within_limits_of_parts_size_ratio_and_tags) {
  EXPECT_EQ(most_parts.value(), 2'000);
  EXPECT_EQ(most_part_bytes.value(), 64 * mega);
  EXPECT_EQ(most_ratio.value(), 250);
  EXPECT_EQ(most_marks.value(), 6'000'000);
}

TEST(TableRules, P13_headers_are_looked_for_in_the_first_twenty_lines) {  // P13.headers
  EXPECT_EQ(header_within.value(), 20);
}

TEST(TableRules, P13_an_export_writes_fifty_thousand_rows_at_most_which_can_be_read_back) {  // P13.written
  EXPECT_EQ(most_exported.value(), 50'000);
  EXPECT_LT(most_exported.value(), most_rows.value());
}

}  // namespace
}  // namespace tables
