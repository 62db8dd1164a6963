#include "base/clock.hpp"

#include <gtest/gtest.h>

namespace base {
namespace {

TEST(Clock, TheFixedClockStandsStillUntilMoved) {
  FixedClock clock(Instant{1'000});
  EXPECT_EQ(clock.now(), Instant{1'000});
  clock.advance(hours(48));
  EXPECT_EQ(clock.now(), Instant{1'000} + hours(48));
  clock.set(Instant{5});
  EXPECT_EQ(clock.now(), Instant{5});
}

TEST(Clock, TheSystemClockRunsInThisCentury) {
  const Instant now = SystemClock{}.now();
  EXPECT_GT(now, *instant_from_iso_utc("2024-01-01T00:00:00Z"));
  EXPECT_LT(now, *instant_from_iso_utc("2100-01-01T00:00:00Z"));
}

TEST(Clock, TheDemoClockIsTheSystemsTimeMovedByItsOffset) {
  DemoClock clock;
  clock.set_offset(hours(24 * 30));
  EXPECT_EQ(clock.offset(), hours(24 * 30));
  const Instant before = SystemClock{}.now();
  const Instant moved = clock.now();
  EXPECT_GE(moved, before + clock.offset());
  EXPECT_LE(moved, SystemClock{}.now() + clock.offset());
}

}  // namespace
}  // namespace base
