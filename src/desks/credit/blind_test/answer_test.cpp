#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "desks/credit/blind_test/answer.hpp"
#include "desks/credit/blind_test/matrix_rules.hpp"

namespace credit::blind_test {
namespace {

using base::Money;

const base::Day today = base::Day::of(2026, 11, 26).value();
constexpr Money asked = Money::euros(50'000);

Answer answer(Kind kind, std::int64_t euros, Scope scope = Scope::all_risks, std::optional<base::Day> until = {}) {
  return {.kind = kind, .amount = Money::euros(euros), .scope = scope, .valid_until = until};
}

// C5.state
TEST(AnswerState, C5_state_is_derived_from_kind_amount_and_validity) {
  struct Row {
    std::optional<Answer> answer;
    State state;
    std::int64_t covered;
  };
  const Row rows[] = {
      {std::nullopt, State::pending, 0},
      {answer(Kind::pending, 0), State::pending, 0},
      {answer(Kind::approved, 50'000), State::granted, 50'000},
      {answer(Kind::approved, 80'000), State::granted, 50'000},
      {answer(Kind::partly_approved, 10'000), State::partial, 10'000},
      {answer(Kind::conditional, 50'000), State::granted, 50'000},
      {answer(Kind::conditional, 20'000), State::partial, 20'000},
      {answer(Kind::refused, 0), State::refused, 0},
      {answer(Kind::withdrawn, 50'000), State::refused, 0},
      {answer(Kind::increase_refused, 30'000), State::partial, 30'000},
      {answer(Kind::reduced, 15'000), State::partial, 15'000},
      {answer(Kind::pre_notice, 50'000), State::granted, 50'000},
      {answer(Kind::partial_expiry, 5'000), State::partial, 5'000},
      {answer(Kind::partly_approved, 0), State::refused, 0},
      {answer(Kind::approved, 50'000, Scope::insolvency_only), State::insolvency_only, 0},
      {answer(Kind::approved, 50'000, Scope::all_risks, today), State::granted, 50'000},
      {answer(Kind::approved, 50'000, Scope::all_risks, today - 1), State::expired, 0},
      {answer(Kind::refused, 0, Scope::all_risks, today - 1), State::refused, 0},
  };
  for (const Row& row : rows) {
    const std::string what = row.answer ? std::string(label(row.answer->kind)) : "sans réponse";
    EXPECT_EQ(state_of(row.answer, asked, today), row.state) << what;
    EXPECT_EQ(covered(row.answer, asked, today), Money::euros(row.covered)) << what;
  }
}

TEST(AnswerState, C5_every_kind_has_a_meaning_and_words) {
  for (int k = 0; k <= static_cast<int>(Kind::partial_expiry); ++k) {
    const auto kind = static_cast<Kind>(k);
    EXPECT_EQ(
        std::count_if(std::begin(meanings), std::end(meanings), [&](const auto& row) { return row.kind == kind; }), 1);
    EXPECT_EQ(kind_from_text(to_text(kind)), kind);
  }
  for (const State state : states) EXPECT_FALSE(label(state).empty());
}

// C7.cover
TEST(Matrix, C7_cover_sums_the_lesser_of_exposure_and_limit_and_marks_the_best_of_each_row) {
  const std::vector<Money> exposures{Money::euros(100'000), Money::euros(50'000), Money::euros(10'000)};
  const std::vector<std::vector<std::optional<Answer>>> answers{
      {answer(Kind::partly_approved, 40'000), answer(Kind::approved, 50'000), answer(Kind::refused, 0)},
      {answer(Kind::approved, 120'000), std::nullopt, answer(Kind::approved, 10'000, Scope::insolvency_only)}};
  const Matrix matrix = matrix_of(exposures, answers, today);
  EXPECT_EQ(matrix.totals[0].covered, Money::euros(90'000));
  EXPECT_EQ(matrix.totals[1].covered, Money::euros(100'000));
  EXPECT_EQ(matrix.totals[1].covered_permille, 625);
  EXPECT_EQ(matrix.totals[0].granted + matrix.totals[0].partial + matrix.totals[0].refused, 3);
  EXPECT_EQ(matrix.totals[1].pending, 1);
  EXPECT_EQ(matrix.totals[1].other, 1);
  EXPECT_FALSE(matrix.rows[0][0].best);
  EXPECT_TRUE(matrix.rows[0][1].best);
  EXPECT_TRUE(matrix.rows[1][0].best);
  EXPECT_FALSE(matrix.rows[2][0].best || matrix.rows[2][1].best);
  EXPECT_EQ(matrix.best_of_all, Money::euros(150'000));
}

TEST(Matrix, C7_cover_of_the_ten_largest_counts_ten) {
  std::vector<Money> exposures(12, Money::euros(1'000));
  std::vector<std::optional<Answer>> answers(12, answer(Kind::refused, 0));
  for (std::size_t i = 9; i < 12; ++i) answers[i] = answer(Kind::approved, 1'000);
  const Matrix matrix = matrix_of(exposures, {answers}, today);
  EXPECT_EQ(matrix.totals[0].top_covered, Money::euros(1'000));
  EXPECT_EQ(matrix.totals[0].top_permille, 100);
  EXPECT_EQ(matrix.totals[0].covered_permille, 250);
}

TEST(Matrix, C7_cover_never_exceeds_what_was_asked_and_more_limit_never_covers_less) {
  rc::check([] {
    const auto euros = [] { return *rc::gen::inRange<std::int64_t>(0, 1'000'000); };
    const Money exposure = Money::euros(euros());
    const std::int64_t low = euros(), high = low + euros();
    const auto of = [&](std::int64_t limit) { return covered(answer(Kind::partly_approved, limit), exposure, today); };
    RC_ASSERT(of(low) <= of(high));
    RC_ASSERT(of(high) <= exposure);
  });
}

}  // namespace
}  // namespace credit::blind_test
