#include <gtest/gtest.h>

#include "floor/deadlines/deadlines.hpp"

namespace deadlines {
namespace {

constexpr base::Instant start{1'800'000'000'000'000};
constexpr base::Duration booted = base::hours{30};

// P4.clock_watch
TEST(ClockWatch, LetsFiringGoOnWhileBothClocksPassTogether) {
  ClockWatch watch;
  for (int minute = 0; minute < 10'000; ++minute)
    EXPECT_TRUE(watch.observe(start + base::minutes{minute}, booted + base::minutes{minute}));
}

TEST(ClockWatch, BearsFiveMinutesAndNotAMicrosecondMore) {
  for (const int sign : {1, -1}) {
    ClockWatch watch;
    EXPECT_TRUE(watch.observe(start, booted));
    EXPECT_TRUE(watch.observe(start + sign * base::minutes{5}, booted));
    EXPECT_FALSE(watch.observe(start + sign * (base::minutes{5} + base::Duration{1}), booted));
  }
}

TEST(ClockWatch, HoldsUntilAnAdministratorConfirmsEvenWhenTheClockComesBack) {
  ClockWatch watch;
  watch.observe(start, booted);
  EXPECT_FALSE(watch.observe(start + base::hours{49}, booted));
  EXPECT_TRUE(watch.holding());
  EXPECT_FALSE(watch.observe(start, booted));
  watch.confirm();
  EXPECT_FALSE(watch.holding());
  EXPECT_TRUE(watch.observe(start + base::hours{49}, booted));
  EXPECT_FALSE(watch.observe(start + base::hours{47}, booted));
}

TEST(ClockWatch, NoticesSmallStepsThatAddUp) {
  ClockWatch watch;
  watch.observe(start, booted);
  EXPECT_TRUE(watch.observe(start + base::minutes{3}, booted));
  EXPECT_FALSE(watch.observe(start + base::minutes{6}, booted));
}

}  // namespace
}  // namespace deadlines
