#include <gtest/gtest.h>

#include "desks/credit/offer/offer_actions.hpp"
#include "desks/credit/offer/offer_figures.hpp"

namespace credit::offer {
namespace {

TEST(OfferRules, C18_at_the_usual_margin_ten_thousand_unpaid_need_two_hundred_thousand_of_new_sales) {
  const auto needed = engine::new_sales({.unpaid = base::Money::euros(10'000), .margin = usual_margin.value()});
  ASSERT_TRUE(needed);
  EXPECT_EQ(needed->sales.value, base::Money::euros(200'000)) << "the specification's worked example 6";
}

TEST(OfferRules, C9_a_warning_goes_out_at_nine_in_paris_as_all_reminders_that_count_in_days) {
  EXPECT_EQ(warned_at_hour.value(), 9) << "P4: day-based reminders go out at 09:00 Paris";
}

}  // namespace
}  // namespace credit::offer
