#include "desks/motor/help/help_rules.hpp"

#include <gtest/gtest.h>

namespace motor::help {
namespace {

constexpr std::string_view own = "91000001200017";

TEST(HelpRules, M30_typo_is_two_digits_at_most_or_two_neighbours_exchanged) {  // M30.typo
  EXPECT_EQ(likeness(own, own), Likeness::same);
  EXPECT_EQ(likeness("91000010200017", own), Likeness::swapped);
  EXPECT_EQ(likeness("91000001200071", own), Likeness::swapped);  // within the establishment's own digits too
  EXPECT_EQ(likeness("91000001200025", own), Likeness::same_siren);
  EXPECT_EQ(likeness("91000001299999", own), Likeness::same_siren);
  EXPECT_EQ(likeness("91000071200017", own), Likeness::few_digits);
  EXPECT_EQ(likeness("91007001200018", own), Likeness::few_digits);
  EXPECT_EQ(likeness("91077001200018", own), Likeness::none);  // three
  EXPECT_EQ(likeness("", own), Likeness::none);
  EXPECT_EQ(likeness("9100000120001", own), Likeness::none);
  EXPECT_TRUE(probable_typo(Likeness::swapped) && probable_typo(Likeness::few_digits));
  EXPECT_FALSE(probable_typo(Likeness::same) || probable_typo(Likeness::same_siren) || probable_typo(Likeness::none));
}

TEST(HelpRules, M30_names_the_file_or_says_something_and_no_more_than_fits) {
  EXPECT_EQ(read("  ab 123 cd ", "")->about, "ab 123 cd");
  EXPECT_EQ(read("", " Bonjour.\n ")->said, "Bonjour.");
  const auto silent = read(" ", "\n");
  ASSERT_FALSE(silent);
  EXPECT_EQ(silent.refusal().code, nothing_said);
  EXPECT_EQ(silent.refusal().field, "said");
  EXPECT_TRUE(read(std::string(60, 'a'), std::string(2000, 'b')));
  const auto long_name = read(std::string(61, 'a'), std::string(2001, 'b'));
  ASSERT_FALSE(long_name);
  ASSERT_EQ(long_name.refusals().size(), 2U);
  EXPECT_EQ(long_name.refusals()[0].details.front(), "60");
  EXPECT_EQ(long_name.refusals()[1].field, "said");
}

TEST(HelpRules, M30_ten_messages_of_a_repairer_may_wait_for_one_firm) {
  EXPECT_EQ(most_waiting.value(), 10) << "the house's own figure";
}

TEST(HelpRules, M30_each_likeness_is_stored_and_read_again) {
  for (const auto one : {Likeness::none, Likeness::same, Likeness::same_siren, Likeness::swapped, Likeness::few_digits})
    EXPECT_EQ(likeness_from_text(to_text(one)), one);
}

}  // namespace
}  // namespace motor::help
