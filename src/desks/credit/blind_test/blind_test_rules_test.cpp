#include <gtest/gtest.h>

#include "desks/credit/blind_test/test_actions.hpp"

namespace credit::blind_test {
namespace {

// The source gives no figure: these are the house's own, which the form of the launch proposes and bounds.
TEST(BlindTestRules, C5_an_insurer_is_given_five_days_unless_the_broker_says_otherwise_and_sixty_at_most) {
  EXPECT_EQ(days_to_answer.value(), 5);
  EXPECT_EQ(longest_delay.value(), 60);
}

TEST(BlindTestRules, C5_an_answer_without_a_validity_is_good_for_thirty_days) {
  EXPECT_EQ(answer_validity.value(), 30);
}

}  // namespace
}  // namespace credit::blind_test
