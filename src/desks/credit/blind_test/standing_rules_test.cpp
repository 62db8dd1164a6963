#include "desks/credit/blind_test/standing_rules.hpp"

#include <gtest/gtest.h>

namespace credit::blind_test {
namespace {

using base::Money;
using Taken = Asking::Taken;

const base::Day today = base::Day::of(2026, 11, 26).value();
const base::Instant first_at{1'000'000}, second_at{2'000'000};

Answer answer(Kind kind, std::int64_t euros, std::string conditions = {}) {
  return {.kind = kind,
          .amount = Money::euros(euros),
          .scope = Scope::all_risks,
          .valid_until = today + 10,
          .conditions = std::move(conditions)};
}
Standing after(std::initializer_list<Asking> askings) {
  Standing standing;
  for (const Asking& asking : askings) follow(standing, asking);
  return standing;
}
Asking asked(std::int64_t euros, std::optional<Answer> said = {}, Taken taken = Taken::up,
             base::Instant at = first_at) {
  return {.asked = Money::euros(euros), .taken = taken, .answer = std::move(said), .answered_at = at};
}

// C5.newest
TEST(Standing, C5_newest_decision_stands_whatever_test_it_came_in) {
  const auto raised = after({asked(100'000, answer(Kind::partly_approved, 40'000)),
                             asked(150'000, answer(Kind::partly_approved, 90'000), Taken::up, second_at)});
  EXPECT_EQ(raised.answer->amount, Money::euros(90'000));
  EXPECT_EQ(raised.asked, Money::euros(150'000));
  EXPECT_EQ(raised.answered_at, second_at);
  EXPECT_EQ(covered(raised, Money::euros(150'000), today), Money::euros(90'000));
  const auto refused_since =
      after({asked(100'000, answer(Kind::approved, 100'000)), asked(150'000, answer(Kind::refused, 0))});
  EXPECT_EQ(state_of(refused_since, today), State::refused);
}

TEST(Standing, C5_newest_what_is_under_study_unanswered_or_declined_since_leaves_the_decision_standing) {
  const auto granted = asked(100'000, answer(Kind::approved, 100'000));
  for (const auto& since : {asked(150'000), asked(150'000, answer(Kind::pending, 0), Taken::up, second_at),
                            asked(150'000, {}, Taken::declined)}) {
    const auto standing = after({granted, since});
    EXPECT_EQ(state_of(standing, today), State::granted);  // of the 100 000 it was asked for
    EXPECT_EQ(standing.answered_at, first_at);
    EXPECT_EQ(standing.since, Standing::Since::asked_again);
    EXPECT_EQ(covered(standing, Money::euros(150'000), today), Money::euros(100'000));
  }
  EXPECT_EQ(after({granted, asked(150'000), asked(150'000, answer(Kind::approved, 150'000))}).since,
            Standing::Since::nothing);
}

// C5.apart
TEST(Standing, C5_apart_not_asked_pending_and_declined_are_three_states) {
  EXPECT_EQ(state_of(Standing{}, today), State::not_asked);
  EXPECT_EQ(state_of(after({asked(1'000)}), today), State::pending);
  EXPECT_EQ(state_of(after({asked(1'000, answer(Kind::pending, 0))}), today), State::pending);
  EXPECT_EQ(state_of(after({asked(1'000, {}, Taken::declined)}), today), State::declined);
  EXPECT_EQ(state_of(after({asked(1'000, {}, Taken::declined), asked(1'000)}), today), State::pending);
  EXPECT_EQ(covered(Standing{}, Money::euros(1'000), today), Money{});
}

TEST(Standing, C5_apart_a_grant_under_a_condition_says_so_and_nothing_else_does) {
  EXPECT_TRUE(conditional(after({asked(1'000, answer(Kind::conditional, 1'000, "bilan reçu"))}), today));
  EXPECT_TRUE(conditional(after({asked(1'000, answer(Kind::partly_approved, 400, "caution"))}), today));
  EXPECT_FALSE(conditional(after({asked(1'000, answer(Kind::approved, 1'000))}), today));
  EXPECT_FALSE(conditional(after({asked(1'000, answer(Kind::refused, 0, "secteur"))}), today));
  EXPECT_FALSE(conditional(after({asked(1'000, answer(Kind::conditional, 1'000, "bilan reçu"))}), today + 11));
  EXPECT_FALSE(conditional(Standing{}, today));
}

}  // namespace
}  // namespace credit::blind_test
