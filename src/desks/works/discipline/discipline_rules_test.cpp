#include "desks/works/discipline/discipline_rules.hpp"

#include <gtest/gtest.h>

#include "desks/works/discipline/discipline_states.hpp"

namespace works::discipline {
namespace {

base::Instant paris(int year, int month, int day, int hour, int minute = 0) {
  return base::paris::at(*base::Day::of(year, month, day), hour, minute);
}

TEST(DisciplineRules, W18_ninety_days_of_silence_are_over_on_the_morning_after_them) {  // W18
  const auto last = paris(2026, 11, 23, 17);
  EXPECT_EQ(inactivity_due(last, paris(2026, 12, 1, 10)), paris(2027, 2, 22, 9));
  EXPECT_FALSE(inactive(last, paris(2027, 2, 21, 23, 59)));
  EXPECT_TRUE(inactive(last, paris(2027, 2, 22, 0)));
  EXPECT_EQ(inactive_days.value(), 90);
}

TEST(DisciplineRules, W18_a_silence_noticed_late_is_looked_at_on_the_next_morning) {
  const auto last = paris(2026, 1, 5, 12);
  EXPECT_EQ(inactivity_due(last, paris(2026, 11, 23, 8)), paris(2026, 11, 24, 9));
  EXPECT_EQ(inactivity_due(last, inactivity_due(last, last)), paris(2026, 4, 7, 9)) << "never at once";
}

TEST(DisciplineRules, W18_the_notice_is_of_thirty_days_the_last_one_included) {  // W18.notice
  EXPECT_EQ(last_notice_day(paris(2027, 2, 22, 9)), *base::Day::of(2027, 3, 24));
  EXPECT_EQ(look_again_days.value(), 30) << "the house's own figure";
}

TEST(DisciplineRules, W20_a_warning_counts_for_twelve_months) {  // W20.warnings
  const auto given = paris(2026, 11, 23, 17);
  EXPECT_EQ(warning_over(given), paris(2027, 11, 23, 0));
  EXPECT_TRUE(counts(given, paris(2027, 11, 22, 23, 59)));
  EXPECT_FALSE(counts(given, paris(2027, 11, 23, 0)));
  EXPECT_EQ(warning_over(paris(2028, 2, 29, 12)), paris(2029, 2, 28, 0));
}

TEST(DisciplineRules, W20_three_that_count_propose_the_deactivation) {
  EXPECT_FALSE(proposes(2));
  EXPECT_TRUE(proposes(3));
  EXPECT_TRUE(proposes(4));
}

TEST(DisciplineStates, W18_an_administrator_decides_what_a_rule_proposed) {  // W18.decision
  EXPECT_EQ(transitions.next(State::noticed, Event::notice_over), State::proposed);
  EXPECT_FALSE(transitions.next(State::noticed, Event::confirm)) << "not before the notice is over";
  EXPECT_EQ(transitions.next(State::proposed, Event::confirm), State::confirmed);
  EXPECT_EQ(transitions.next(State::proposed, Event::dismiss), State::dismissed);
  EXPECT_EQ(transitions.next(State::noticed, Event::lift), State::lifted);
  EXPECT_EQ(transitions.next(State::proposed, Event::lift), State::lifted);
  EXPECT_FALSE(transitions.next(State::confirmed, Event::lift));
}

TEST(DisciplineRules, W20_a_job_taken_back_without_a_word_is_a_warning_of_its_own) {  // W20.not_told
  EXPECT_NE(to_text(WarningKind::not_told), to_text(WarningKind::late_cancellation));
  EXPECT_EQ(warning_kind_from_text("not_told"), WarningKind::not_told);
}

}  // namespace
}  // namespace works::discipline
