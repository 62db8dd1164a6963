#include "desks/credit/blind_test/asked_amounts.hpp"

#include <gtest/gtest.h>

#include "desks/credit/blind_test/asked_list.hpp"

namespace credit::blind_test {
namespace {

std::vector<TestLine> lines(int count) {
  std::vector<TestLine> made;
  for (int i = 1; i <= count; ++i)
    made.push_back({i, 1000 + i, "Acheteur " + std::to_string(i), i % 2 == 0 ? "DE" : "FR",
                    "8000" + std::to_string(10'000 + i), base::Money::euros(count + 1 - i), 30});
  return made;
}

// C8.asked_amounts
TEST(AskedAmounts, C8_asked_amounts_beyond_the_table_are_carried_in_one_field_and_read_back_as_they_were_typed) {
  const auto known = lines(4);
  TypedAmounts amounts;
  amounts.set(known[1], "12 500,00");
  amounts.set(known[2], "");
  web::Fields form;
  form.add(std::string(carried_field), carried({&known[1], &known[2]}, amounts));
  form.add(amount_field(known[3]), "7");
  const TypedAmounts again(form, known);
  ASSERT_NE(again.of(known[1]), nullptr);
  EXPECT_EQ(*again.of(known[1]), "12 500,00");
  ASSERT_NE(again.of(known[2]), nullptr);
  EXPECT_EQ(*again.of(known[2]), "");
  EXPECT_EQ(*again.of(known[3]), "7");
  EXPECT_EQ(again.of(known[0]), nullptr);
}

// C8.asked_amounts
TEST(AskedAmounts, C8_asked_amounts_of_a_small_buyer_is_his_own_and_the_others_go_together_or_not_at_all) {
  const auto known = lines(buyers_on_form + 3);
  web::Fields form;
  form.add("choix", "oui");
  form.add(amount_field(known[0]), "500");
  form.add(amount_field(known[buyers_on_form]), "900");
  form.add(amount_field(known[buyers_on_form + 1]), "");
  const auto some = asked_of(known, form);
  ASSERT_TRUE(some.ok());
  ASSERT_EQ(some->size(), 2U);
  EXPECT_EQ((*some)[0].asked, base::Money::euros(900));
  EXPECT_EQ((*some)[1].asked, base::Money::euros(500));
  form.add("reste", "oui");
  EXPECT_EQ(asked_of(known, form)->size(), 3U);  // the one that the form says nothing of
}

TEST(AskedAmounts, a_buyer_is_found_by_words_of_his_name_and_his_identifier_and_too_many_are_cut_short) {
  const auto known = lines(static_cast<int>(most_found) + 10);
  const auto one = found_in(known, "acheteur 800010007");
  ASSERT_EQ(one.found.size(), 1U);
  EXPECT_TRUE(one.found.contains(1007));
  EXPECT_FALSE(one.more);
  EXPECT_EQ(found_in(known, "ACHETEUR").found.size(), most_found);
  EXPECT_TRUE(found_in(known, "ACHETEUR").more);
  EXPECT_TRUE(found_in(known, "  ").found.empty());
  EXPECT_TRUE(found_in(known, "inconnu").found.empty());
}

}  // namespace
}  // namespace credit::blind_test
