#include "desks/credit/offer/owed_rules.hpp"

#include <gtest/gtest.h>

namespace credit::offer {
namespace {

// C6.owed
TEST(OwedQuotes, C6_owed_the_broker_is_reminded_every_five_days_three_times) {
  const base::Day day = base::Day::of(2026, 11, 23).value();
  const auto closed = base::paris::at(day, 16, 30);
  const auto at = [&](int days) { return base::paris::at(day + days, 9, 0); };
  EXPECT_EQ(quote_reminder_at(closed, closed), at(5));
  EXPECT_EQ(quote_reminder_at(closed, at(5)), at(10));
  EXPECT_EQ(quote_reminder_at(closed, at(10)), at(15));
  EXPECT_EQ(quote_reminder_at(closed, at(15)), std::nullopt);
  EXPECT_EQ(quote_reminders.value(), 3);
}

}  // namespace
}  // namespace credit::offer
