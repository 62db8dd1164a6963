#include "base/time.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <thread>

namespace base {
namespace {

Instant utc(std::string_view iso) { return instant_from_iso_utc(iso).value(); }

std::string wall(Instant instant) {
  const auto [day, hour, minute, second] = paris::wall_time(instant);
  char text[40];
  std::snprintf(text, sizeof text, "%s %02d:%02d:%02d", day.iso().c_str(), hour, minute, second);
  return text;
}

TEST(Day, ExistsOnlyInTheCalendar) {
  EXPECT_TRUE(Day::of(2028, 2, 29));
  EXPECT_FALSE(Day::of(2026, 2, 29));
  EXPECT_FALSE(Day::of(2100, 2, 29));
  EXPECT_TRUE(Day::of(2000, 2, 29));
  EXPECT_FALSE(Day::of(2026, 4, 31));
  EXPECT_FALSE(Day::of(2026, 13, 1));
  EXPECT_FALSE(Day::of(2026, 0, 1));
  EXPECT_FALSE(Day::of(0, 1, 1));
  EXPECT_FALSE(Day::of(10000, 1, 1));
}

TEST(Day, IsReadFromIsoTextAndNothingElse) {
  const Day day = Day::from_iso("2026-11-21").value();
  EXPECT_EQ(day.year(), 2026);
  EXPECT_EQ(day.month(), 11);
  EXPECT_EQ(day.day_of_month(), 21);
  EXPECT_EQ(day.weekday(), 6);
  EXPECT_EQ(Day::from_iso("1970-01-01")->since_epoch, 0);
  for (const char* wrong : {"", "2026-11-2", "2026-11-211", "2026/11/21", "21-11-2026", "2026-1a-21", "-026-11-21"})
    EXPECT_FALSE(Day::from_iso(wrong)) << wrong;
}

TEST(Day, FollowsAcrossTheYearEndAndTheLeapDay) {
  EXPECT_EQ((*Day::of(2026, 12, 31) + 1).iso(), "2027-01-01");
  EXPECT_EQ((*Day::of(2028, 2, 28) + 1).iso(), "2028-02-29");
  EXPECT_EQ((*Day::of(2026, 3, 1) - 1).iso(), "2026-02-28");
  EXPECT_EQ(*Day::of(2027, 1, 1) - *Day::of(2026, 1, 1), 365);
}

RC_GTEST_PROP(Day, ReadsBackWhatItWrites, ()) {
  const Day day{*rc::gen::inRange(Day::of(1, 1, 1)->since_epoch, Day::of(9999, 12, 31)->since_epoch + 1)};
  RC_ASSERT(Day::from_iso(day.iso()) == day);
  RC_ASSERT(Day::of(day.year(), day.month(), day.day_of_month()) == day);
  RC_ASSERT((day + 1).weekday() == day.weekday() % 7 + 1);
}

TEST(Instant, IsWrittenInUtcWithAFractionOnlyWhenThereIsOne) {
  EXPECT_EQ(iso_utc(Instant{0}), "1970-01-01T00:00:00Z");
  EXPECT_EQ(iso_utc(Instant{-1}), "1969-12-31T23:59:59.999999Z");
  EXPECT_EQ(iso_utc(utc("2026-11-21T08:12:00Z")), "2026-11-21T08:12:00Z");
  EXPECT_EQ(utc("2026-11-21T08:12:00.5Z") - utc("2026-11-21T08:12:00Z"), std::chrono::milliseconds(500));
}

TEST(Instant, RefusesTextThatIsNoUtcInstant) {
  for (const char* wrong :
       {"", "2026-11-21", "2026-11-21T08:12:00", "2026-11-21T08:12:00+01:00", "2026-11-21T24:00:00Z",
        "2026-11-21T08:60:00Z", "2026-11-21T08:12:60Z", "2026-11-21T08:12:00.Z", "2026-11-21T08:12:00.1234567Z",
        "2026-11-21T08:12:00,5Z", "2026-11-21 08:12:00Z", "2026-02-30T08:12:00Z", "2026-11-21T08:12:0xZ",
        "2026-11-21T08:12:00.1xZ"})
    EXPECT_FALSE(instant_from_iso_utc(wrong)) << wrong;
}

RC_GTEST_PROP(Instant, ReadsBackWhatItWrites, ()) {
  const Instant instant{*rc::gen::inRange<std::int64_t>(-62'135'596'800'000'000, 253'402'300'800'000'000)};
  RC_ASSERT(instant_from_iso_utc(iso_utc(instant)) == instant);
}

// P4: days are Paris calendar days.
TEST(Paris, ADayBeginsAtItsOwnMidnight) {
  EXPECT_EQ(iso_utc(paris::start_of(*Day::of(2026, 7, 14))), "2026-07-13T22:00:00Z");
  EXPECT_EQ(iso_utc(paris::start_of(*Day::of(2026, 11, 21))), "2026-11-20T23:00:00Z");
  EXPECT_EQ(paris::day_of(utc("2026-12-31T22:59:59.999999Z")).iso(), "2026-12-31");
  EXPECT_EQ(paris::day_of(utc("2026-12-31T23:00:00Z")).iso(), "2027-01-01");
}

TEST(Paris, ATimeThatExistsTwiceInAutumnIsTheFirst) {
  const Day day = *Day::of(2026, 10, 25);
  EXPECT_EQ(iso_utc(paris::at(day, 2, 30)), "2026-10-25T00:30:00Z");
  EXPECT_EQ(iso_utc(paris::at(day, 3, 0)), "2026-10-25T02:00:00Z");
  EXPECT_EQ(wall(utc("2026-10-25T00:59:59Z")), "2026-10-25 02:59:59");
  EXPECT_EQ(wall(utc("2026-10-25T01:00:00Z")), "2026-10-25 02:00:00");
  EXPECT_EQ(paris::start_of(day + 1) - paris::start_of(day), hours(25));
}

TEST(Paris, ATimeMissingInSpringIsMovedForward) {
  const Day day = *Day::of(2026, 3, 29);
  EXPECT_EQ(iso_utc(paris::at(day, 2, 30)), "2026-03-29T01:30:00Z");
  EXPECT_EQ(wall(paris::at(day, 2, 30)), "2026-03-29 03:30:00");
  EXPECT_EQ(iso_utc(paris::at(day, 1, 59)), "2026-03-29T00:59:00Z");
  EXPECT_EQ(paris::start_of(day + 1) - paris::start_of(day), hours(23));
}

TEST(Paris, KnowsThePastAndHoldsTheDirectiveForTheFuture) {
  EXPECT_EQ(wall(utc("1900-07-01T12:00:00Z")), "1900-07-01 12:09:21");  // mean time of Paris, before 1911
  EXPECT_EQ(wall(utc("1975-07-01T12:00:00Z")), "1975-07-01 13:00:00");  // no summer time from 1946 to 1975
  EXPECT_EQ(wall(utc("1995-10-01T12:00:00Z")), "1995-10-01 13:00:00");  // until 1995 it ended in September
  EXPECT_EQ(wall(utc("2036-07-01T12:00:00Z")), "2036-07-01 14:00:00");
  EXPECT_EQ(wall(utc("2037-07-01T12:00:00Z")), "2037-07-01 14:00:00");
  EXPECT_EQ(wall(utc("2050-03-27T00:59:59Z")), "2050-03-27 01:59:59");
  EXPECT_EQ(wall(utc("2050-03-27T01:00:00Z")), "2050-03-27 03:00:00");
  EXPECT_EQ(wall(utc("2050-10-30T00:59:59Z")), "2050-10-30 02:59:59");
  EXPECT_EQ(wall(utc("2050-10-30T01:00:00Z")), "2050-10-30 02:00:00");
  EXPECT_EQ(wall(utc("9999-12-31T00:00:00Z")), "9999-12-31 01:00:00");
}

RC_GTEST_PROP(Paris, AnInstantLiesInItsDay, ()) {
  const Instant instant{*rc::gen::inRange<std::int64_t>(-62'000'000'000'000'000, 253'000'000'000'000'000)};
  const Day day = paris::day_of(instant);
  RC_ASSERT(paris::start_of(day) <= instant);
  RC_ASSERT(instant < paris::start_of(day + 1));
}

RC_GTEST_PROP(Paris, AWallTimeReadsBackUnlessTheClocksChange, ()) {
  const Day day{*rc::gen::inRange(Day::of(1950, 1, 1)->since_epoch, Day::of(2200, 1, 1)->since_epoch)};
  const int hour = *rc::gen::inRange(0, 24), minute = *rc::gen::inRange(0, 60);
  const paris::WallTime back = paris::wall_time(paris::at(day, hour, minute));
  RC_ASSERT(back.day == day);
  RC_ASSERT(back.minute == minute && back.second == 0);
  const bool missing = paris::start_of(day + 1) - paris::start_of(day) == hours(23) && back.hour == hour + 1;
  RC_ASSERT(back.hour == hour || missing);
}

TEST(Paris, IsReadByManyThreadsAtOnce) {
  std::vector<std::thread> readers;
  for (int i = 0; i < 4; ++i)
    readers.emplace_back([i] {
      for (int day = 0; day < 500; ++day)
        EXPECT_EQ(paris::day_of(paris::start_of(Day{20000 + i * 500 + day})), Day{20000 + i * 500 + day});
    });
  for (auto& reader : readers) reader.join();
}

}  // namespace
}  // namespace base
