#include "floor/deadlines/extension.hpp"

#include <gtest/gtest.h>

namespace deadlines {
namespace {

base::Day day(int month, int day_of_month) { return base::Day::of(2026, month, day_of_month).value(); }

TEST(Extension, OfADayLastsUntilItsEnd) {  // P4.days
  const auto extension = parse({.day = "2026-11-27", .time = "", .reason = "  Toit   inaccessible "});
  ASSERT_TRUE(extension);
  EXPECT_EQ(extension->due, base::paris::start_of(day(11, 28)));
  EXPECT_EQ(extension->reason, "Toit inaccessible");
}

TEST(Extension, ToAnHourEndsThenInParis) {
  const auto winter = parse({.day = "2026-11-27", .time = "17:30", .reason = "Nacelle"});
  ASSERT_TRUE(winter);
  EXPECT_EQ(base::iso_utc(winter->due), "2026-11-27T16:30:00Z");
  const auto summer = parse({.day = "2026-07-27", .time = "17:30", .reason = "Nacelle"});
  ASSERT_TRUE(summer);
  EXPECT_EQ(base::iso_utc(summer->due), "2026-07-27T15:30:00Z");
}

TEST(Extension, TellsEverythingThatIsWrongAtOnce) {
  const auto refused = parse({.day = "27/11/2026", .time = "7h", .reason = " "});
  ASSERT_FALSE(refused);
  ASSERT_EQ(refused.refusals().size(), 3U);
  EXPECT_EQ(refused.refusals()[0].code, day_missing);
  EXPECT_EQ(refused.refusals()[0].field, "jour");
  EXPECT_EQ(refused.refusals()[1].code, bad_time);
  EXPECT_EQ(refused.refusals()[2].code, reason_missing);
}

TEST(Extension, KnowsOnlyTimesOfTheDay) {
  for (const std::string_view time : {"24:00", "12:60", "1:30", "12:3", "12h30", "ab:cd", "-1:00"})
    EXPECT_FALSE(parse({.day = "2026-11-27", .time = time, .reason = "Nacelle"})) << time;
  EXPECT_TRUE(parse({.day = "2026-11-27", .time = "00:00", .reason = "Nacelle"}));
  EXPECT_TRUE(parse({.day = "2026-11-27", .time = "23:59", .reason = "Nacelle"}));
}

TEST(Extension, CountsTheReasonInCharacters) {
  std::string reason;
  for (std::size_t i = 0; i < longest_reason; ++i) reason += "é";
  EXPECT_TRUE(parse({.day = "2026-11-27", .time = "", .reason = reason}));
  reason += "é";
  const auto refused = parse({.day = "2026-11-27", .time = "", .reason = reason});
  EXPECT_TRUE(refused.refused_as(reason_too_long));
}

}  // namespace
}  // namespace deadlines
