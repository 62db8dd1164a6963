#include "base/money.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <limits>
#include <numeric>

namespace base {
namespace {

constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();

// P8: rounded half away from zero.
TEST(Money, ARateIsAppliedAndRoundedHalfAwayFromZero) {
  EXPECT_EQ(apply(Rate::percent(20), Money{12345}), Money{2469});
  EXPECT_EQ(apply(Rate::percent(10), Money{5}), Money{1});
  EXPECT_EQ(apply(Rate::percent(10), Money{4}), Money{0});
  EXPECT_EQ(apply(Rate::percent(10), Money{-5}), Money{-1});
  EXPECT_EQ(apply(Rate::percent(-10), Money{5}), Money{-1});
  EXPECT_EQ(apply(Rate::basis_points(550), Money::euros(100)), Money{550});
  EXPECT_EQ(apply(Rate::percent(100), Money{highest}), Money{highest});
  EXPECT_EQ(apply(Rate::percent(100), Money{lowest}), Money{lowest});
}

TEST(MoneyDeathTest, AnOverflowIsABugAndStopsTheProcess) {
  EXPECT_DEATH(Money{highest} + Money{1}, "assertion failed");
  EXPECT_DEATH(Money{lowest} - Money{1}, "assertion failed");
  EXPECT_DEATH(-Money{lowest}, "assertion failed");
  EXPECT_DEATH(apply(Rate::percent(200), Money{highest}), "assertion failed");
}

RC_GTEST_PROP(Money, ARateNeverReversesTheOrderOfTwoAmounts, ()) {
  const Money a{*rc::gen::inRange<std::int64_t>(-1'000'000'000'000, 1'000'000'000'000)};
  const Money b{*rc::gen::inRange<std::int64_t>(-1'000'000'000'000, 1'000'000'000'000)};
  const Rate rate{*rc::gen::inRange<std::int64_t>(0, 200'000'000)};
  RC_ASSERT(apply(rate, std::min(a, b)) <= apply(rate, std::max(a, b)));
  RC_ASSERT(apply(rate, -a) == -apply(rate, a));
}

// P8: splits by largest remainder.
TEST(Money, ASplitGivesTheCentsLeftToTheLargestRemaindersAndTheEarlierOfEquals) {
  using Shares = std::vector<Money>;
  EXPECT_EQ(split(Money{100}, std::vector<std::int64_t>{1, 1, 1}), (Shares{{34}, {33}, {33}}));
  EXPECT_EQ(split(Money{-100}, std::vector<std::int64_t>{1, 1, 1}), (Shares{{-34}, {-33}, {-33}}));
  EXPECT_EQ(split(Money{10}, std::vector<std::int64_t>{1, 2, 4}), (Shares{{1}, {3}, {6}}));
  EXPECT_EQ(split(Money{5}, std::vector<std::int64_t>{0, 3}), (Shares{{0}, {5}}));
  EXPECT_EQ(split(Money{lowest}, std::vector<std::int64_t>{7}), (Shares{{lowest}}));
  EXPECT_EQ(split(Money{highest}, std::vector<std::int64_t>{highest, highest}).front(), Money{highest / 2 + 1});
}

TEST(MoneyDeathTest, ASplitNeedsAWeight) {
  EXPECT_DEATH(split(Money{5}, std::vector<std::int64_t>{}), "assertion failed");
  EXPECT_DEATH(split(Money{5}, std::vector<std::int64_t>{0, 0}), "assertion failed");
  EXPECT_DEATH(split(Money{5}, std::vector<std::int64_t>{2, -1}), "assertion failed");
}

RC_GTEST_PROP(Money, SharesAddUpAndEachLiesWithinACentOfItsExactPart, ()) {
  const Money total{*rc::gen::inRange<std::int64_t>(-100'000'000, 100'000'000)};
  auto weights =
      *rc::gen::nonEmpty(rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange<std::int64_t>(0, 10'000)));
  const std::int64_t sum = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
  RC_PRE(sum > 0);
  const auto shares = split(total, weights);
  RC_ASSERT(std::accumulate(shares.begin(), shares.end(), Money{}) == total);
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const std::int64_t off = shares[i].cents * sum - total.cents * weights[i];  // in cents, times the sum
    RC_ASSERT(off < sum && off > -sum);
    RC_ASSERT(weights[i] != 0 || shares[i] == Money{});
  }
}

TEST(ParseMoney, ReadsWhatAFrenchPersonTypes) {
  const std::pair<const char*, std::int64_t> typed[] = {
      {"12", 1200},
      {"1 234,50", 123450},
      {"1234.5", 123450},
      {"1234,5", 123450},
      {"1.234,50 €", 123450},
      {"1 234,5", 123450},
      {"1 234,50 €", 123450},
      {"1\u202F234\u202F567,89\u00A0€", 123456789},
      {"1.234", 123400},
      {"1.234.567", 123456700},
      {"12.34", 1234},
      {"0,05", 5},
      {"  7 € ", 700},
      {"7€", 700},
      {"0", 0},
      {"10 000 000 000", 1'000'000'000'000},
      {"1 234.50", 123450},
      {"0012", 1200},
  };
  for (const auto& [text, cents] : typed) EXPECT_EQ(parse_money(text), Money{cents}) << text;
}

TEST(ParseMoney, RefusesWhatIsNoAmount) {
  for (const char* text : {"",
                           " ",
                           "€",
                           "douze",
                           "12,5O",
                           "-3,20",
                           "−3",
                           "+3",
                           "1,234",
                           "12,345",
                           "1234.567",
                           "1 23",
                           "12 34",
                           "1234 567",
                           "1 234.567",
                           "1.234 567",
                           "1,2,3",
                           "12,",
                           ",50",
                           ".50",
                           "12.",
                           "0.123",
                           "1.234.56",
                           "1.234.5678",
                           "12 $",
                           "10 000 000 000,01",
                           "99999999999999999999999999",
                           "1..234",
                           "1  234",
                           "12€€",
                           "12\xFF",
                           "1,234.50"})
    EXPECT_FALSE(parse_money(text)) << text;
}

}  // namespace
}  // namespace base
