#include "desks/works/money/transfer_rules.hpp"

#include <gtest/gtest.h>

namespace works::money {
namespace {

TEST(TransferRules, W29_never_late_warns_four_days_before_the_last_day) {  // W29.never_late
  EXPECT_EQ(alarm_day(*base::Day::of(2027, 2, 3)), *base::Day::of(2027, 1, 30));
  EXPECT_EQ(alarm_day(*base::Day::of(2028, 3, 2)), *base::Day::of(2028, 2, 27)) << "over the leap day";
}

}  // namespace
}  // namespace works::money
