#include "db/words.hpp"

#include <gtest/gtest.h>

namespace db {
namespace {

TEST(Words, MustAllStandInTheColumn) {
  EXPECT_EQ(Words("lyon fuite").in("search_key"), "search_key LIKE :word0 AND search_key LIKE :word1");
  std::vector<Param> params;
  Words("lyon fuite").add_to(params);
  ASSERT_EQ(params.size(), 2u);
  EXPECT_EQ(params[0].name, "word0");
}

TEST(Words, BeyondTheFifthAreNotLookedFor) {
  std::vector<Param> params;
  Words("a b c d e f g").add_to(params);
  EXPECT_EQ(params.size(), Words::most);
}

TEST(Words, WhenThereAreNoneExcludeNothing) {
  EXPECT_TRUE(Words("").empty());
  EXPECT_TRUE(Words("  ").empty());
  EXPECT_EQ(Words("").in("search_key"), "1 = 1");
}

}  // namespace
}  // namespace db
