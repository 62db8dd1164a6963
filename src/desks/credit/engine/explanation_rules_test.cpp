#include <gtest/gtest.h>

#include <set>

#include "desks/credit/engine/explanation.hpp"
#include "desks/credit/engine/months.hpp"
#include "support/replay.hpp"

namespace credit::engine {
namespace {

using base::Money;
using base::Rate;

base::Day day(int year, int month, int of_month) { return *base::Day::of(year, month, of_month); }

TEST(ExplanationRules, C35_every_operation_can_be_done_again_from_its_inputs) {
  Worksheet sheet;
  const auto a = known("a", Money{1'000'01});
  const auto b = known("b", Money{333'33});
  const auto sum = sheet.sum(Clause::debt, {a, b});
  sheet.difference(Clause::debt, b, {a});
  EXPECT_EQ(sheet.excess(Clause::debt, b, a).value, Money{});
  sheet.smaller(Clause::debt, a, b);
  sheet.larger(Clause::debt, a, b);
  sheet.rated(Clause::premium_rate, known("r", Rate{250'000}), sum);
  sheet.counted(Clause::fees, known("n", 3), b);
  sheet.proportion(Clause::debt, a, b, sum);
  sheet.when_reached(Clause::threshold, a, b);
  EXPECT_EQ(sheet.when_reached(Clause::threshold, b, a).value, Money{});
  sheet.shared(Clause::minimum_premium, known("t", Money{100}), {a, b, b});
  sheet.divided(Clause::margin, a, known("m", Rate::percent(7)));
  sheet.ratio(Clause::exposure, b, a);
  sheet.days_after(Clause::due_date, known("d", day(2025, 3, 10)), known("n", 120));
  sheet.months_after(Clause::proof_of_claim, known("d", day(2026, 12, 31)), known("n", 2));
  sheet.month_start(Clause::effect, known("d", day(2026, 12, 31)));
  sheet.earliest(Clause::due_date, {known("d", day(2026, 1, 2)), known("e", day(2026, 1, 1))});
  sheet.latest(Clause::due_date, {known("d", day(2026, 1, 2)), known("e", day(2026, 1, 1))});
  EXPECT_EQ(testing_support::replay_fault(sheet.steps()), "");
}

TEST(ExplanationRules, C35_a_falsified_step_is_found) {
  Worksheet sheet;
  const auto a = sheet.sum(Clause::debt, {known("a", Money{100})});
  sheet.rated(Clause::premium_rate, known("r", Rate::percent(50)), a);
  auto steps = sheet.steps();
  steps[1].result = Money{51};
  EXPECT_NE(testing_support::replay_fault(steps), "");
  steps = sheet.steps();
  steps[0].result = Money{99};
  steps[0].inputs[0].value = Money{99};
  EXPECT_NE(testing_support::replay_fault(steps), "");
}

TEST(ExplanationRules, C35_what_lies_behind_a_figure_is_only_what_it_rests_on) {
  Worksheet sheet;
  const auto a = sheet.sum(Clause::debt, {known("a", Money{100})});
  const auto b = sheet.sum(Clause::fees, {known("b", Money{200})});
  const auto c = sheet.difference(Clause::debt, a, {known("c", Money{1})});
  sheet.sum(Clause::cost, {b, c});
  const auto found = behind(sheet.steps(), *c.step);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[1].inputs[0].step, 0U);
  EXPECT_EQ(found[1].result, Quantity(Money{99}));
  EXPECT_EQ(testing_support::replay_fault(found), "");
}

TEST(ExplanationRules, C35_every_clause_has_its_words_and_its_rule) {
  std::set<std::string_view> texts;
  for (int i = 0; i <= static_cast<int>(Clause::cost); ++i) {
    const auto clause = static_cast<Clause>(i);
    EXPECT_TRUE(texts.insert(to_text(clause)).second);
    EXPECT_FALSE(label(clause).empty());
    EXPECT_EQ(rule(clause).front(), 'C');
  }
}

TEST(ExplanationRules, C23_months_end_where_the_month_has_no_such_day) {
  EXPECT_EQ(months_after(day(2025, 12, 31), 2), day(2026, 2, 28));
  EXPECT_EQ(months_after(day(2027, 12, 31), 2), day(2028, 2, 29));
  EXPECT_EQ(months_after(day(2026, 8, 31), 1), day(2026, 9, 30));
  EXPECT_EQ(months_after(day(2026, 11, 15), 14), day(2028, 1, 15));
  EXPECT_EQ(months_after(day(2026, 11, 30), 0), day(2026, 11, 30));
}

}  // namespace
}  // namespace credit::engine
