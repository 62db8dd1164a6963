#include "base/rule.hpp"

#include <gtest/gtest.h>

namespace base {
namespace {

constexpr Figure<hours> answer_delay{"test.answer_delay", hours(48)};
constexpr Figure<Money> threshold{"test.threshold", Money::euros(1600)};
constexpr Rule rule = MANDAT_RULE("T1", "A tradesman answers within 48 hours.");

TEST(Rule, AFigureHasItsStandardValue) {
  EXPECT_EQ(answer_delay.value(), hours(48));
  EXPECT_EQ(threshold.value(), Money::euros(1600));
}

TEST(Rule, ARuleIsANumberAndASentence) {
  EXPECT_EQ(rule.number, "T1");
  EXPECT_EQ(rule.sentence, "A tradesman answers within 48 hours.");
}

TEST(Rule, AFlippedFigureIsTheLeastOtherOne) {
  EXPECT_EQ(flipped(hours(48)), hours(49));
  EXPECT_EQ(flipped(Duration(10)), Duration(11));
  EXPECT_EQ(flipped(3), 4);
  EXPECT_EQ(flipped(Money{160000}), Money{160001});
  EXPECT_EQ(flipped(Rate::percent(10)), Rate::percent(11));
}

}  // namespace
}  // namespace base
