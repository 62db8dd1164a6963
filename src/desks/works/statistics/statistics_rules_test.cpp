#include "desks/works/statistics/statistics_rules.hpp"

#include <gtest/gtest.h>

namespace works::statistics {
namespace {

base::Day day(int year, int month, int of_month) { return *base::Day::of(year, month, of_month); }

Measure request(std::string trade, std::string department, Outcome outcome, std::optional<int> answer = {},
                std::optional<int> quote = {}, std::optional<int> closure = {}) {
  return {std::move(trade), true, std::move(department), outcome, answer, quote, closure};
}

TEST(StatisticsRules, W15_the_answer_rate_leaves_out_what_was_taken_back) {  // W15.answer_rate
  const Measure measures[] = {
      request("plomberie", "69", Outcome::answered, 60), request("plomberie", "69", Outcome::answered, 120),
      request("plomberie", "69", Outcome::silent),       request("plomberie", "69", Outcome::uncounted),
      request("plomberie", "69", Outcome::waiting),
  };
  const auto all = reckon(measures).all;
  EXPECT_EQ(all.requests, 5);
  ASSERT_TRUE(all.answer_rate());
  EXPECT_EQ(all.answer_rate()->e8, 66'666'667) << "two of three";
  EXPECT_FALSE(Summary{}.answer_rate());
}

TEST(StatisticsRules, W19_times_are_shown_by_their_median) {  // W19.medians
  EXPECT_EQ(median({30, 10, 500}), 30);
  EXPECT_EQ(median({10, 20}), 20);
  EXPECT_EQ(median({}), std::nullopt);
  const Measure measures[] = {
      request("plomberie", "69", Outcome::answered, 10, 1000, 90'000),
      request("plomberie", "69", Outcome::answered, 20, 2000),
      request("plomberie", "13", Outcome::answered, 90, 3000),
  };
  const auto found = reckon(measures);
  EXPECT_EQ(found.all.answer, 20);
  EXPECT_EQ(found.all.quote, 2000);
  EXPECT_EQ(found.all.closure, 90'000);
  EXPECT_EQ(found.all.closures, 1);
  ASSERT_EQ(found.by_department.size(), 2U);
  EXPECT_EQ(found.by_department[0].key, "69") << "most requests first";
  EXPECT_EQ(found.by_department[1].summary.answer, 90);
}

TEST(StatisticsRules, a_request_of_two_trades_counts_in_each_and_once_in_all) {
  Measure second = request("peinture", "69", Outcome::answered, 10);
  second.main = false;
  const Measure measures[] = {request("plomberie", "69", Outcome::answered, 10), second};
  const auto found = reckon(measures);
  EXPECT_EQ(found.all.requests, 1);
  EXPECT_EQ(found.by_trade.size(), 2U);
  ASSERT_EQ(found.by_department.size(), 1U);
  EXPECT_EQ(found.by_department[0].summary.requests, 1);
}

TEST(StatisticsRules, periods_end_with_today_or_with_their_year) {
  const auto today = day(2026, 11, 27);
  EXPECT_EQ(days_of(Period::month, today).first, day(2026, 10, 29));
  EXPECT_EQ(days_of(Period::quarter, today).first, day(2026, 8, 30));
  EXPECT_EQ(days_of(Period::year, today).first, day(2025, 11, 28));
  EXPECT_EQ(days_of(Period::year, day(2028, 2, 29)).first, day(2027, 3, 1));
  EXPECT_EQ(days_of(Period::this_year, today).first, day(2026, 1, 1));
  EXPECT_EQ(days_of(Period::this_year, today).end, today + 1);
  EXPECT_EQ(days_of(Period::last_year, today).first, day(2025, 1, 1));
  EXPECT_EQ(days_of(Period::last_year, today).end, day(2026, 1, 1));
  for (const auto period : periods) EXPECT_EQ(period_from_slug(slug(period)), period);
}

TEST(StatisticsRules, W15_a_page_reckons_with_twenty_thousand_requests_at_most) {
  EXPECT_EQ(most_measures.value(), 20'000) << "the house's own figure: a page answers in a fraction of a second";
}

}  // namespace
}  // namespace works::statistics
