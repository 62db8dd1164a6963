#include "desks/works/commission/commission_rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/calendar.hpp"
#include "desks/works/commission/commission_states.hpp"

namespace works::commission {
namespace {

base::Day day(int year, int month, int day) { return *base::Day::of(year, month, day); }

TEST(CommissionRules, W27_debit_day_is_the_first_target_day_from_d_plus_15_to_d_plus_30) {  // W27.debit_day
  const auto window = debit_window(day(2026, 11, 2), day(2026, 11, 2));
  ASSERT_TRUE(window);
  EXPECT_EQ(window->first, day(2026, 11, 17)) << "a Tuesday";
  EXPECT_EQ(window->last, day(2026, 12, 2));
  const auto over_easter = debit_window(day(2027, 3, 11), day(2027, 3, 11));
  EXPECT_EQ(over_easter->first, day(2027, 3, 30)) << "D+15 is Good Friday, and TARGET rests until Tuesday";
  const auto over_christmas = debit_window(day(2026, 11, 26), day(2026, 11, 26));
  EXPECT_EQ(over_christmas->last, day(2026, 12, 24)) << "D+30 is the 26th of December";
  EXPECT_EQ(soonest_days.value(), 15);
  EXPECT_EQ(latest_days.value(), 30);
}

TEST(CommissionRules, W27_pre_notification_of_fourteen_days_moves_a_debit_announced_late) {  // W27.pre_notification
  const auto closed = day(2026, 11, 2);
  EXPECT_EQ(debit_window(closed, day(2026, 11, 10))->first, day(2026, 11, 24)) << "14 days after the announcement";
  EXPECT_EQ(last_announcement(closed), day(2026, 11, 18));
  EXPECT_TRUE(debit_window(closed, day(2026, 11, 18)));
  EXPECT_FALSE(debit_window(closed, day(2026, 11, 19))) << "never after D+30";
  EXPECT_EQ(notice_days.value(), 14);
}

TEST(CommissionRules, W27_again_is_announced_fourteen_days_before_with_a_window_as_wide) {  // W27.again
  const auto window = window_again(day(2026, 12, 1));
  EXPECT_EQ(window.first, day(2026, 12, 15));
  EXPECT_EQ(window.last, day(2026, 12, 30));
}

TEST(CommissionRules, W27_never_late_is_told_four_days_before_the_last) {  // W27.never_late
  EXPECT_EQ(alarm_days.value(), 4) << "two TARGET days of lead, over a week-end";
}

RC_GTEST_PROP(CommissionRules, W27_debit_day_holds_on_every_day_of_thirty_years, ()) {  // W27.debit_day
  const auto closed = day(2026, 1, 1) + *rc::gen::inRange(0, 11'000);
  const auto window = debit_window(closed, closed);
  RC_ASSERT(window.has_value());
  RC_ASSERT(base::target_day(window->first) && base::target_day(window->last));
  RC_ASSERT(window->first - closed >= 15 && window->last - closed <= 30);
  for (auto earlier = closed + 15; earlier < window->first; earlier = earlier + 1)
    RC_ASSERT(!base::target_day(earlier));
  for (auto later = window->last + 1; later - closed <= 30; later = later + 1) RC_ASSERT(!base::target_day(later));
  RC_ASSERT(window->first < window->last);
}

RC_GTEST_PROP(CommissionRules, W27_pre_notification_is_never_shorter_than_fourteen_days, ()) {  // W27.pre_notification
  const auto closed = day(2026, 1, 1) + *rc::gen::inRange(0, 11'000);
  const auto announced = closed + *rc::gen::inRange(0, 40);
  const auto window = debit_window(closed, announced);
  RC_ASSERT(window.has_value() == (announced <= last_announcement(closed)));
  if (window) RC_ASSERT(window->first - announced >= 14 && window->last - closed <= 30);
  RC_ASSERT(window_again(announced).first - announced >= 14);
}

TEST(CommissionStates, W27_returned_reopens_what_was_paid_and_W30_commission_cancels_all_but_itself) {
  EXPECT_EQ(transitions.next(State::paid, Event::fail), State::unpaid);     // W27.returned
  EXPECT_EQ(transitions.next(State::planned, Event::fail), State::unpaid);  // W27.returned
  EXPECT_EQ(transitions.next(State::unknown, Event::fail), State::unpaid);
  EXPECT_EQ(transitions.next(State::unpaid, Event::plan), State::planned);  // W27.again
  EXPECT_EQ(transitions.next(State::stuck, Event::plan), State::planned);
  EXPECT_EQ(transitions.next(State::planned, Event::book), State::paid);  // W27.paid
  EXPECT_EQ(transitions.next(State::unknown, Event::book), State::paid);
  EXPECT_EQ(transitions.next(State::stuck, Event::book), State::paid);
  EXPECT_EQ(transitions.next(State::planned, Event::lose), State::unknown);
  EXPECT_EQ(transitions.next(State::awaiting_mandate, Event::plan), State::planned);
  EXPECT_EQ(transitions.next(State::planned, Event::withdraw), State::awaiting_mandate);
  EXPECT_EQ(transitions.next(State::awaiting_mandate, Event::miss), State::stuck);  // W27.never_late
  EXPECT_EQ(transitions.next(State::planned, Event::miss), State::stuck);
  for (const auto state :
       {State::awaiting_mandate, State::planned, State::paid, State::unpaid, State::unknown, State::stuck})
    EXPECT_EQ(transitions.next(state, Event::credit), State::credited);  // W30.commission
  EXPECT_EQ(transitions.next(State::credited, Event::restore), State::awaiting_mandate);
  EXPECT_FALSE(transitions.next(State::credited, Event::credit));
  EXPECT_FALSE(transitions.next(State::paid, Event::plan));
}

}  // namespace
}  // namespace works::commission
