#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <tuple>

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

// Asked once, and answered so; null: nothing came.
Standing asked_for(Money exposure, const std::optional<Answer>& of) {
  Standing standing;
  follow(standing, {.asked = exposure, .answer = of});
  return standing;
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
  const auto of = [&](std::size_t buyer, const std::optional<Answer>& said) {
    return asked_for(exposures[buyer], said);
  };
  const std::vector<std::vector<Standing>> standings{
      {of(0, answer(Kind::partly_approved, 40'000)), of(1, answer(Kind::approved, 50'000)),
       of(2, answer(Kind::refused, 0))},
      {of(0, answer(Kind::approved, 120'000)), of(1, std::nullopt),
       of(2, answer(Kind::approved, 10'000, Scope::insolvency_only))}};
  const Matrix matrix = matrix_of(exposures, standings, today);
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
  std::vector<Standing> standings(12, asked_for(Money::euros(1'000), answer(Kind::refused, 0)));
  for (std::size_t i = 9; i < 12; ++i) standings[i] = asked_for(Money::euros(1'000), answer(Kind::approved, 1'000));
  const Matrix matrix = matrix_of(exposures, {standings}, today);
  EXPECT_EQ(matrix.totals[0].top_covered, Money::euros(1'000));
  EXPECT_EQ(matrix.totals[0].top_permille, 100);
  EXPECT_EQ(matrix.totals[0].covered_permille, 250);
}

// C7.cover, C5.apart
TEST(Matrix, C7_cover_of_the_whole_list_counts_who_was_not_asked_and_tells_declined_and_conditional_apart) {
  const std::vector<Money> exposures{Money::euros(60'000), Money::euros(40'000), Money::euros(20'000)};
  Standing declined;
  follow(declined, {.asked = exposures[1], .taken = Asking::Taken::declined});
  const std::vector<Standing> standings{asked_for(exposures[0], answer(Kind::conditional, 60'000)), declined,
                                        Standing{}};
  const Matrix matrix = matrix_of(exposures, {standings}, today);
  const auto& totals = matrix.totals[0];
  EXPECT_EQ(matrix.asked, Money::euros(120'000));  // the third is in the whole, though nobody was asked
  EXPECT_EQ(totals.covered_permille, 500);
  EXPECT_EQ(std::tuple(totals.granted, totals.conditional, totals.declined, totals.not_asked, totals.pending),
            std::tuple(1, 1, 1, 1, 0));
  EXPECT_TRUE(matrix.rows[0][0].conditional);
  EXPECT_EQ(matrix.rows[1][0].state, State::declined);
  EXPECT_EQ(matrix.rows[2][0].state, State::not_asked);
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
