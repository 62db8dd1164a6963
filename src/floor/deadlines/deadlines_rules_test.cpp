#include "floor/deadlines/deadlines_rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/calendar.hpp"
#include "base/french.hpp"

namespace deadlines {
namespace {

base::Instant utc(std::string_view text) { return base::instant_from_iso_utc(text).value(); }
base::Day day(std::string_view text) { return base::Day::from_iso(text).value(); }

// P4.days
TEST(DelayInDays, EndsWithTheFifthCalendarDayInParis) {
  EXPECT_EQ(end_of_day_after(utc("2026-11-18T09:00:00Z"), 5), utc("2026-11-23T23:00:00Z"));
  EXPECT_EQ(end_of_day_after(utc("2026-11-18T09:00:00Z"), 0), utc("2026-11-18T23:00:00Z"));
}

TEST(DelayInDays, CountsFromTheDayInParisNotInGreenwich) {
  EXPECT_EQ(end_of_day_after(utc("2026-11-18T22:59:59Z"), 1), utc("2026-11-19T23:00:00Z"));
  EXPECT_EQ(end_of_day_after(utc("2026-11-18T23:00:00Z"), 1), utc("2026-11-20T23:00:00Z"));
}

TEST(DelayInDays, IsAnHourShorterOrLongerAcrossTheClockChanges) {
  EXPECT_EQ(end_of_day_after(utc("2026-03-27T11:00:00Z"), 2), utc("2026-03-29T22:00:00Z"));
  EXPECT_EQ(end_of_day_after(utc("2026-10-23T10:00:00Z"), 2), utc("2026-10-25T23:00:00Z"));
}

TEST(DelayInDays, CrossesTheLeapDayAndTheYearEnd) {
  EXPECT_EQ(end_of_day_after(utc("2028-02-27T12:00:00Z"), 2), utc("2028-02-29T23:00:00Z"));
  EXPECT_EQ(end_of_day_after(utc("2026-12-29T12:00:00Z"), 5), utc("2027-01-03T23:00:00Z"));
}

TEST(DelayInDays, MayCountWorkingDaysOnly) {
  // Friday 30 October 2026; the Monday and Tuesday after All Saints' (a Sunday) are worked.
  EXPECT_EQ(end_of_day_after(utc("2026-10-30T09:00:00Z"), 2, DayCount::working), utc("2026-11-03T23:00:00Z"));
  // Wednesday 11 November is a public holiday.
  EXPECT_EQ(end_of_day_after(utc("2026-11-10T09:00:00Z"), 1, DayCount::working), utc("2026-11-12T23:00:00Z"));
}

// P4.hours
TEST(DelayInHours, Is48Times3600SecondsAcrossAClockChange) {
  const base::Instant due = utc("2026-10-24T08:00:00Z") + base::hours{48};
  EXPECT_EQ(due, utc("2026-10-26T08:00:00Z"));
  EXPECT_EQ(base::french::time_of_day(utc("2026-10-24T08:00:00Z")), "10:00");
  EXPECT_EQ(base::french::time_of_day(due), "09:00");
}

// P4.reminder_hour
TEST(Reminder, GoesOutAtNineInParisAllYear) {
  EXPECT_EQ(reminder_on(day("2026-07-14")), utc("2026-07-14T07:00:00Z"));
  EXPECT_EQ(reminder_on(day("2026-12-25")), utc("2026-12-25T08:00:00Z"));
  EXPECT_EQ(reminder_on(day("2026-03-29")), utc("2026-03-29T07:00:00Z"));
}

// P4.first_late_instant
TEST(DueInstant, IsShownAsTheLastMinuteOfTheDayBefore) {
  EXPECT_EQ(base::french::instant_medium(shown(utc("2026-11-23T23:00:00Z"))), "23 nov. 2026, 23:59");
  EXPECT_EQ(base::french::instant_medium(shown(utc("2026-03-28T23:00:00Z"))), "28 mars 2026, 23:59");
}

TEST(DueInstant, IsShownAsItIsWhenHoursWereCounted) {
  EXPECT_EQ(shown(utc("2026-11-23T22:59:00Z")), utc("2026-11-23T22:59:00Z"));
  EXPECT_EQ(shown(utc("2026-11-24T00:00:00Z")), utc("2026-11-24T00:00:00Z"));  // midnight in Greenwich only
}

// P4.day_off
TEST(DueInstant, WarnsOfASundayOrAPublicHoliday) {
  EXPECT_EQ(day_off(end_of_day_after(utc("2026-11-20T09:00:00Z"), 2)), "dimanche");
  EXPECT_EQ(day_off(end_of_day_after(utc("2026-12-24T09:00:00Z"), 1)), base::public_holiday_name(day("2026-12-25")));
  EXPECT_FALSE(day_off(end_of_day_after(utc("2026-12-24T09:00:00Z"), 1)).empty());
  EXPECT_EQ(day_off(end_of_day_after(utc("2026-11-20T09:00:00Z"), 3)), "");
  EXPECT_EQ(day_off(utc("2026-11-22T12:00:00Z")), "dimanche");
}

RC_GTEST_PROP(DelayInDays, NeverEndsBeforeTheLastMomentItShows, ()) {
  const auto seconds = *rc::gen::inRange<std::int64_t>(1'700'000'000, 2'000'000'000);
  const auto days = *rc::gen::inRange(0, 400);
  const base::Instant start{seconds * 1'000'000};
  const base::Instant due = end_of_day_after(start, days);
  RC_ASSERT(due > start);
  RC_ASSERT(base::paris::day_of(shown(due)) == base::paris::day_of(start) + days);
  RC_ASSERT(base::paris::wall_time(shown(due)).hour == 23);
  RC_ASSERT(end_of_day_after(start, days, DayCount::working) >= due);
}

TEST(DeadlineRules, P4_clock_watch_bears_five_minutes_between_the_clocks) {  // P4.clock_watch
  EXPECT_EQ(clock_tolerance.value(), base::minutes{5}) << "P4: when they part by more than five minutes";
}

// P4.retry
TEST(RetryWait, DoublesFromOneSecondUpToAQuarterOfAnHour) {
  EXPECT_EQ(retry_wait(1), base::seconds{1});
  EXPECT_EQ(retry_wait(2), base::seconds{2});
  EXPECT_EQ(retry_wait(10), base::seconds{512});
  EXPECT_EQ(retry_wait(11), base::minutes{15});
  EXPECT_EQ(retry_wait(1'000'000), base::minutes{15});
}

}  // namespace
}  // namespace deadlines
