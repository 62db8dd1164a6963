#include "base/embedded.hpp"

#include <gtest/gtest.h>

namespace base {
namespace {

constexpr EmbeddedFile table[] = {{"a.sql", "SELECT", 6}, {"b/c.tsv", "x\0y", 3}, {nullptr, nullptr, 0}};

TEST(Embedded, AFileIsFoundByItsWholeName) {
  ASSERT_NE(find_embedded(table, "a.sql"), nullptr);
  EXPECT_EQ(find_embedded(table, "a.sql")->text(), "SELECT");
  EXPECT_EQ(find_embedded(table, "b/c.tsv")->text().size(), 3u);
  EXPECT_EQ(find_embedded(table, "c.tsv"), nullptr);
  EXPECT_EQ(find_embedded(table, "a.sq"), nullptr);
  EXPECT_EQ(find_embedded(table + 2, "a.sql"), nullptr);
}

}  // namespace
}  // namespace base
