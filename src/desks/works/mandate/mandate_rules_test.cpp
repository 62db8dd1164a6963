#include "desks/works/mandate/mandate_rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace works::mandate {
namespace {

base::Instant paris_at(int year, int month, int day, int hour, int minute) {
  return base::paris::at(*base::Day::of(year, month, day), hour, minute);
}

TEST(MandateRules, W15_answer_is_due_exactly_48_hours_after_the_emission) {
  const auto emission = paris_at(2026, 11, 21, 9, 12);
  EXPECT_EQ(answer_due(emission) - emission, base::hours(48));
}

TEST(MandateRules, W15_48_hours_elapse_through_the_autumn_clock_change) {
  const auto emission = paris_at(2026, 10, 24, 9, 0);
  EXPECT_EQ(answer_due(emission), paris_at(2026, 10, 26, 8, 0));
}

TEST(MandateRules, W15_restart_moves_the_answer_forward_when_the_report_is_late) {
  const auto emission = paris_at(2026, 11, 21, 9, 12);
  const auto delivered = emission + base::hours(3);
  EXPECT_EQ(answer_due_after_report(answer_due(emission), delivered), delivered + base::hours(48));  // W15.restart
}

TEST(MandateRules, W15_restart_never_moves_the_answer_backward) {
  const auto emission = paris_at(2026, 11, 21, 9, 12);
  EXPECT_EQ(answer_due_after_report(answer_due(emission), emission - base::hours(1)), answer_due(emission));
}

TEST(MandateRules, W19_quote_is_due_at_the_end_of_the_fifth_day_in_Paris) {
  EXPECT_EQ(quote_due(paris_at(2026, 11, 21, 9, 12)), paris_at(2026, 11, 27, 0, 0));
  EXPECT_EQ(quote_due(paris_at(2026, 11, 21, 23, 59)), paris_at(2026, 11, 27, 0, 0));
  EXPECT_EQ(quote_due(paris_at(2026, 11, 22, 0, 0)), paris_at(2026, 11, 28, 0, 0));
}

TEST(MandateRules, W19_the_day_of_emission_is_the_day_in_Paris_not_in_UTC) {
  // 2026-11-21T23:30Z is already 22 November, 00:30, in Paris.
  const auto emission = *base::instant_from_iso_utc("2026-11-21T23:30:00Z");
  EXPECT_EQ(last_quote_day(emission), *base::Day::of(2026, 11, 27));
}

TEST(MandateRules, W19_reminders_leave_at_nine_two_days_before_and_on_the_last_day) {
  const auto due = quote_due(paris_at(2026, 11, 21, 9, 12));  // W19.reminders
  EXPECT_EQ(early_quote_reminder(due), paris_at(2026, 11, 24, 9, 0));
  EXPECT_EQ(last_quote_reminder(due), paris_at(2026, 11, 26, 9, 0));
}

TEST(MandateRules, W17_the_third_silence_in_a_row_opens_a_task_and_those_after_it_no_other) {
  EXPECT_FALSE(silences_open_task(2));
  EXPECT_TRUE(silences_open_task(3));
  EXPECT_FALSE(silences_open_task(4));
}

TEST(MandateRules, W20_cancellation_is_free_for_48_hours_and_late_from_the_next_instant) {
  const auto accepted = paris_at(2026, 11, 21, 9, 40);
  EXPECT_FALSE(cancellation_is_late(accepted, accepted + base::hours(48) - base::Duration(1)));
  EXPECT_TRUE(cancellation_is_late(accepted, accepted + base::hours(48)));
}

RC_GTEST_PROP(MandateRules, W19_quote_is_never_due_less_than_five_days_nor_more_than_six_and_an_hour_after, ()) {
  const auto emission = base::Instant{*rc::gen::inRange<std::int64_t>(1'600'000'000, 2'200'000'000) * 1'000'000};
  const auto left = quote_due(emission) - emission;
  RC_ASSERT(left > base::hours(5 * 24 - 1));
  RC_ASSERT(left <= base::hours(6 * 24 + 1));
}

}  // namespace
}  // namespace works::mandate
