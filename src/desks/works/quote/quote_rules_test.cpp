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

// W22.vat
TEST(QuoteRules, W22_vat_two_amounts_give_the_third_and_three_must_add_up) {
  const auto ht = Money::euros(1000), vat = Money::euros(200), ttc = Money::euros(1200);
  EXPECT_EQ(completed({ht, vat, {}}).ttc, ttc);
  EXPECT_EQ(completed({ht, {}, ttc}).vat, vat);
  EXPECT_EQ(completed({{}, vat, ttc}).ht, ht);
  EXPECT_EQ(completed({ht, {}, {}}).ttc, std::nullopt);
  EXPECT_TRUE(agree({ht, vat, ttc}));
  EXPECT_FALSE(agree({ht, vat, Money{119'999}}));
  EXPECT_TRUE(agree({ht, {}, ttc}));
}

// W22.market_check
TEST(QuoteRules, W22_market_check_tells_quartiles_and_no_single_quote) {
  const auto of = [](std::initializer_list<std::int64_t> euros) {
    std::vector<Money> amounts;
    for (const auto amount : euros) amounts.push_back(Money::euros(amount));
    return spread_of(amounts);
  };
  EXPECT_FALSE(of({100, 200, 300, 400}));
  const auto five = of({104, 213, 326, 431, 548});
  ASSERT_TRUE(five);
  EXPECT_EQ(five->quotes, 5);
  EXPECT_EQ(five->first_quartile, Money::euros(160)) << "between the two lowest";
  EXPECT_EQ(five->median, Money::euros(330)) << "326, to ten euros";
  EXPECT_EQ(five->third_quartile, Money::euros(490));
  const auto six = of({100, 200, 300, 400, 500, 600});
  EXPECT_EQ(six->median, Money::euros(350));
  EXPECT_EQ(six->first_quartile, Money::euros(200));
  EXPECT_EQ(six->third_quartile, Money::euros(500));
  EXPECT_EQ(of({1, 1, 1, 1, 1})->median, Money::euros(10)) << "never nothing, which nothing can be compared with";
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
