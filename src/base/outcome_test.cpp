#include "base/outcome.hpp"

#include <gtest/gtest.h>

#include <memory>

namespace base {
namespace {

constexpr RefusalCode closed{RefusalKind::conflict, "test.closed"};
constexpr RefusalCode missing{RefusalKind::invalid, "test.missing"};

Outcome<int> half(int n) {
  if (n % 2 != 0) return Refusal{missing, "number", {std::to_string(n)}};
  return n / 2;
}

TEST(Outcome, HoldsAValue) {
  const Outcome<int> outcome = half(8);
  ASSERT_TRUE(outcome);
  EXPECT_EQ(*outcome, 4);
  EXPECT_FALSE(outcome.refused_as(missing));
}

TEST(Outcome, HoldsARefusalWithItsFieldAndDetails) {
  const Outcome<int> outcome = half(7);
  ASSERT_FALSE(outcome.ok());
  EXPECT_TRUE(outcome.refused_as(missing));
  EXPECT_FALSE(outcome.refused_as(closed));
  EXPECT_EQ(outcome.refusal().field, "number");
  EXPECT_EQ(outcome.refusal().details, std::vector<std::string>{"7"});
}

TEST(Outcome, HoldsSeveralRefusalsForSeveralFields) {
  const Outcome<Done> outcome = Refusals{{missing, "a"}, {missing, "b"}};
  ASSERT_EQ(outcome.refusals().size(), 2u);
  EXPECT_EQ(outcome.refusals()[1].field, "b");
}

TEST(Outcome, GivesAwayAValueThatCannotBeCopied) {
  Outcome<std::unique_ptr<int>> outcome = std::make_unique<int>(3);
  const std::unique_ptr<int> taken = *std::move(outcome);
  EXPECT_EQ(*taken, 3);
}

TEST(OutcomeDeathTest, ReadingTheValueOfARefusalIsABug) {
  EXPECT_DEATH(half(7).value(), "assertion failed");
  EXPECT_DEATH(half(8).refusals(), "assertion failed");
  EXPECT_DEATH(Outcome<int>(Refusals{}), "assertion failed");
}

}  // namespace
}  // namespace base
