#include "desks/credit/blind_test/asking_rules.hpp"

#include <gtest/gtest.h>

namespace credit::blind_test {
namespace {

const base::Day day = base::Day::of(2026, 11, 23).value();
const base::Instant due = base::paris::start_of(day + 6);  // the last day is the fifth after

base::Instant at(int days, int hour, int minute = 0) { return base::paris::at(day + days, hour, minute); }

// C5.chase
TEST(Asking, C5_chase_leaves_the_day_before_the_last_day_at_nine) {
  EXPECT_EQ(chase_at(at(0, 10), due), at(4, 9));
  EXPECT_EQ(chased_days_before.value(), 1);
}

TEST(Asking, C5_chase_of_who_was_asked_late_comes_on_the_last_day_unless_it_is_too_near) {
  EXPECT_EQ(chase_at(at(4, 6), due), at(4, 9));
  EXPECT_EQ(chase_at(at(4, 6, 1), due), at(5, 9));
  EXPECT_EQ(chase_at(at(4, 15), due), at(5, 9));
  EXPECT_EQ(chase_at(at(5, 8), due), at(5, 14));
  EXPECT_EQ(chase_at(at(5, 11), due), at(5, 14));
  EXPECT_EQ(chase_at(at(5, 11, 1), due), std::nullopt);
}

// C5.late_chase
TEST(Asking, C5_late_chase_tells_the_day_it_is_over_then_every_three_days_three_times_in_all) {
  EXPECT_EQ(late_chase_at(due, at(0, 10)), at(6, 9));
  EXPECT_EQ(late_chase_at(due, at(6, 8, 59)), at(6, 9));
  EXPECT_EQ(late_chase_at(due, at(6, 9)), at(9, 9));
  EXPECT_EQ(late_chase_at(due, at(9, 9)), at(12, 9));
  EXPECT_EQ(late_chase_at(due, at(12, 9)), std::nullopt);
  EXPECT_EQ(late_chases.value(), 3);
}

}  // namespace
}  // namespace credit::blind_test
