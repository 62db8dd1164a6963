#include "desks/works/works_rules.hpp"

#include <gtest/gtest.h>

namespace works {
namespace {

TEST(WorksRules, W22_the_market_is_told_from_five_quotes_on) {  // W22.market_check
  EXPECT_EQ(market_minimum.value(), 5) << "P2: only aggregates of at least 5";
}

// The source says « par règle »: the days are the house's own.
TEST(WorksRules, W25_a_job_never_closed_is_chased_after_60_and_75_days_and_becomes_a_task_after_90) {
  EXPECT_EQ(first_closure_chase.value(), 60) << "W24: the insurer's payment takes two months at most";
  EXPECT_EQ(second_closure_chase.value(), 75);
  EXPECT_EQ(closure_task.value(), 90);
}

TEST(WorksRules, W25_papers_of_a_job_are_sixty_at_most) {  // W25.papers
  EXPECT_EQ(most_job_papers.value(), 60) << "the house's own figure";
}

}  // namespace
}  // namespace works
