#include "desks/works/bonus/bonus_rules.hpp"

#include <gtest/gtest.h>

#include "desks/works/bonus/bonus_states.hpp"

namespace works::bonus {
namespace {

base::Day day(int year, int month, int day) { return *base::Day::of(year, month, day); }

TEST(BonusRules, W29_quarters_begin_in_january_april_july_and_october) {  // W29
  EXPECT_EQ(quarter_of(day(2026, 12, 31)), day(2026, 10, 1));
  EXPECT_EQ(quarter_of(day(2027, 1, 1)), day(2027, 1, 1));
  EXPECT_EQ(next_quarter(day(2026, 10, 1)), day(2027, 1, 1));
  EXPECT_EQ(next_quarter(day(2027, 1, 1)), day(2027, 4, 1));
  EXPECT_TRUE(is_quarter(day(2027, 7, 1)));
  EXPECT_FALSE(is_quarter(day(2027, 7, 2)));
  EXPECT_FALSE(is_quarter(day(2027, 8, 1)));
  EXPECT_EQ(label(day(2027, 1, 1)), "1er trimestre 2027");
  EXPECT_EQ(label(day(2027, 4, 1)), "2e trimestre 2027");
  EXPECT_EQ(pay_days.value(), 30) << "the house's own figure";
}

TEST(BonusRules, W29_a_claim_closed_in_the_last_second_of_a_quarter_in_paris_is_paid_with_it) {  // W29
  EXPECT_EQ(closed_before(day(2027, 1, 1)), *base::instant_from_iso_utc("2026-12-31T23:00:00Z")) << "winter";
  EXPECT_EQ(closed_before(day(2027, 4, 1)), *base::instant_from_iso_utc("2027-03-31T22:00:00Z"))
      << "after the clock change of the 28th of March";
}

TEST(BonusRules, W29_run_is_due_on_the_first_target_day_of_the_quarter) {  // W29.run
  EXPECT_EQ(run_day(day(2027, 1, 1)), day(2027, 1, 4)) << "the 1st is a holiday, the 2nd a Saturday";
  EXPECT_EQ(run_day(day(2027, 4, 1)), day(2027, 4, 1));
  EXPECT_EQ(run_day(day(2029, 4, 1)), day(2029, 4, 3)) << "Easter Sunday and Monday";
  EXPECT_EQ(number_of(day(2027, 1, 1)), 20271);
  EXPECT_EQ(number_of(day(2026, 10, 1)), 20264);
  for (const auto quarter : {day(2026, 10, 1), day(2027, 1, 1), day(2027, 4, 1), day(2027, 7, 1)})
    EXPECT_EQ(quarter_numbered(number_of(quarter)), quarter);
}

TEST(BonusRules, W29_kept_is_what_a_broker_without_account_or_agreement_earned) {  // W29.kept, W30.bonus
  const base::Money fifty = base::Money::euros(50);
  EXPECT_EQ(verdict({true, true, fifty}), Verdict::payable);
  EXPECT_EQ(verdict({false, true, fifty}), Verdict::no_account);
  EXPECT_EQ(verdict({true, false, fifty}), Verdict::no_self_billing);
  EXPECT_EQ(verdict({true, true, fifty, false}), Verdict::no_identity);  // P9.identity
  EXPECT_EQ(verdict({true, true, {}}), Verdict::nothing_due);
  EXPECT_EQ(verdict({true, true, -fifty}), Verdict::nothing_due) << "W30.bonus: never below zero";
}

TEST(BonusStates, W29_a_transfer_that_failed_may_be_made_again) {  // W29
  EXPECT_EQ(transitions.next(State::planned, Event::book), State::paid);
  EXPECT_EQ(transitions.next(State::planned, Event::fail), State::unpaid);
  EXPECT_EQ(transitions.next(State::planned, Event::lose), State::unknown);
  EXPECT_EQ(transitions.next(State::unknown, Event::book), State::paid);
  EXPECT_EQ(transitions.next(State::unknown, Event::fail), State::unpaid);
  EXPECT_EQ(transitions.next(State::paid, Event::fail), State::unpaid);
  EXPECT_EQ(transitions.next(State::unpaid, Event::again), State::planned);
  EXPECT_FALSE(transitions.next(State::paid, Event::again));
  EXPECT_FALSE(transitions.next(State::unknown, Event::again)) << "never resent";
}

}  // namespace
}  // namespace works::bonus
