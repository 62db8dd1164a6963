#include "desks/works/quote/quote_rules.hpp"

#include <gtest/gtest.h>

#include "desks/works/quote/quote_states.hpp"

namespace works::quote {
namespace {

using base::Money;

TEST(QuoteRules, W24_the_insured_pays_the_excess_and_the_depreciation_that_is_not_deferred) {
  const auto share = insured_share(Money::euros(150), Money::euros(400), Money::euros(300));
  EXPECT_EQ(share.final_cost, Money::euros(250));
  EXPECT_EQ(share.paid_later_by_insurer, Money::euros(300));
}

TEST(QuoteRules, W24_a_deferred_indemnity_never_gives_back_more_than_the_depreciation) {
  const auto share = insured_share(Money::euros(150), Money::euros(100), Money::euros(300));
  EXPECT_EQ(share.final_cost, Money::euros(150));
  EXPECT_EQ(share.paid_later_by_insurer, Money::euros(100));
}

TEST(QuoteRules, W24_the_seven_day_rule_is_recalled_unless_the_works_are_urgent) {
  EXPECT_TRUE(payment_wait_applies(false));
  EXPECT_FALSE(payment_wait_applies(true));
}

TEST(QuoteStates, W22_a_quote_goes_to_the_insurer_who_validates_adjusts_or_refuses) {
  EXPECT_EQ(transitions.next(State::received, Event::send_to_insurer), State::at_insurer);
  EXPECT_EQ(transitions.next(State::at_insurer, Event::send_to_insurer), State::at_insurer);
  EXPECT_EQ(transitions.next(State::at_insurer, Event::validate), State::validated);
  EXPECT_EQ(transitions.next(State::at_insurer, Event::adjust), State::adjusted);
  EXPECT_EQ(transitions.next(State::at_insurer, Event::refuse), State::refused);
}

TEST(QuoteStates, W22_a_later_version_replaces_a_quote_the_insurer_has_not_answered) {
  EXPECT_EQ(transitions.next(State::received, Event::replace), State::replaced);
  EXPECT_EQ(transitions.next(State::at_insurer, Event::replace), State::replaced);
  EXPECT_EQ(transitions.next(State::validated, Event::replace), std::nullopt);
}

TEST(QuoteStates, W22_no_answer_is_recorded_before_the_quote_was_sent_nor_twice) {
  EXPECT_EQ(transitions.next(State::received, Event::validate), std::nullopt);
  EXPECT_EQ(transitions.next(State::validated, Event::refuse), std::nullopt);
  EXPECT_EQ(transitions.next(State::refused, Event::validate), std::nullopt);
}

TEST(QuoteStates, W24_only_a_validated_or_adjusted_quote_is_agreed) {
  EXPECT_TRUE(agreed(State::validated));
  EXPECT_TRUE(agreed(State::adjusted));
  for (const auto state : {State::received, State::at_insurer, State::refused, State::replaced})
    EXPECT_FALSE(agreed(state));
}

}  // namespace
}  // namespace works::quote
