#include "desks/credit/portfolio/buyers_merge.hpp"

#include <gtest/gtest.h>

namespace credit::portfolio {
namespace {

NewBuyer row(std::string name, std::string identifier, std::int64_t euros, std::string country = "IT") {
  NewBuyer made;
  made.name = std::move(name);
  made.identifier = std::move(identifier);
  made.exposure = base::Money::euros(euros);
  made.country = std::move(country);
  return made;
}
Buyer known(std::int64_t id, NewBuyer of) { return {std::move(of), BuyerId{id}}; }

// C2.completed
TEST(BuyersMerge, C2_completed_one_of_that_name_who_lacked_his_identifier_takes_it_with_the_new_figures) {
  const auto merged = merge({known(7, row("Rossi", "", 30))}, {row("ROSSI", "IT123", 45)});
  ASSERT_EQ(merged.to_save.size(), 1U);
  EXPECT_EQ(merged.to_save[0].id, BuyerId{7});
  EXPECT_EQ(merged.to_save[0].identifier, "IT123");
  EXPECT_EQ(merged.to_save[0].exposure, base::Money::euros(45));
  EXPECT_EQ(merged.taken.completed, 1);
  EXPECT_EQ(merged.taken.added + merged.taken.changed, 0);
}

TEST(BuyersMerge, C2_completed_nobody_where_it_cannot_be_told_who_is_meant) {
  // Two lack theirs, two rows bring one, another country, another name.
  EXPECT_EQ(
      merge({known(1, row("Rossi", "", 30)), known(2, row("Rossi", "", 40))}, {row("Rossi", "IT1", 30)}).taken.added,
      1);
  EXPECT_EQ(merge({known(1, row("Rossi", "", 30))}, {row("Rossi", "IT1", 30), row("Rossi", "IT2", 30)}).taken.added, 2);
  EXPECT_EQ(merge({known(1, row("Rossi", "", 30))}, {row("Rossi", "FR1", 30, "FR")}).taken.added, 1);
  EXPECT_EQ(merge({known(1, row("Rossi", "", 30))}, {row("Rossini", "IT1", 30)}).taken.added, 1);
}

TEST(BuyersMerge, C2_completed_a_row_of_one_who_is_known_by_his_identifier_completes_nobody_else) {
  const auto merged =
      merge({known(1, row("Rossi", "IT1", 30)), known(2, row("Rossi", "", 50))}, {row("Rossi", "IT1", 35)});
  ASSERT_EQ(merged.to_save.size(), 1U);
  EXPECT_EQ(merged.to_save[0].id, BuyerId{1});
  EXPECT_EQ(merged.taken.changed, 1);
}

// C2.unidentified
TEST(BuyersMerge, C2_unidentified_the_same_row_again_is_no_second_buyer_even_once_he_was_completed) {
  EXPECT_TRUE(merge({known(1, row("Rossi", "", 30))}, {row("Rossi", "", 30)}).to_save.empty());
  EXPECT_TRUE(merge({known(1, row("Rossi", "IT1", 30))}, {row("Rossi", "", 30)}).to_save.empty());
  EXPECT_EQ(merge({known(1, row("Rossi", "", 30))}, {row("Rossi", "", 31)}).taken.unidentified, 1);
  // Each known row answers for one row of the list.
  EXPECT_EQ(merge({known(1, row("Rossi", "", 30))}, {row("Rossi", "", 30), row("Rossi", "", 30)}).taken.added, 1);
  EXPECT_EQ(merge({known(1, row("Rossi", "IT1", 30))}, {row("Rossi", "", 30), row("Rossi", "IT1", 30)}).taken.added, 1);
}

TEST(BuyersMerge, C3_recognised_by_identifier_only) {
  const auto merged = merge({known(1, row("Dupin", "IT1", 10))},
                            {row("Dupin SA", "IT1", 10), row("Dupin", "IT2", 10), row("Dupin", "IT1", 10, "FR")});
  EXPECT_EQ(merged.taken.changed, 1);
  EXPECT_EQ(merged.taken.added, 2);
}

}  // namespace
}  // namespace credit::portfolio
