#include "desks/works/lot/split_rules.hpp"

#include <gtest/gtest.h>

namespace works::lot {
namespace {

const std::vector<std::string> three{"menuiserie", "peinture", "plomberie"};

// W12.split
TEST(LotSplit, W12_split_moves_the_chosen_trades_and_leaves_at_least_one) {
  const auto parts = parted(three, {"plomberie", "menuiserie"});
  ASSERT_TRUE(parts);
  EXPECT_EQ(parts->kept, std::vector<std::string>{"peinture"});
  EXPECT_EQ(parts->moved, (std::vector<std::string>{"menuiserie", "plomberie"}));
  EXPECT_FALSE(parted(three, {}));
  EXPECT_FALSE(parted(three, three));
  EXPECT_FALSE(parted(three, {"toiture"})) << "it is no trade of this lot";
}

// W12.split
TEST(LotSplit, W12_split_is_for_a_lot_that_nobody_holds) {
  EXPECT_TRUE(may_split(State::to_assign, 2, 1, false));
  EXPECT_FALSE(may_split(State::to_assign, 1, 1, false));
  EXPECT_FALSE(may_split(State::to_assign, 2, 1, true));
  EXPECT_TRUE(may_split(State::to_assign, 2, 8, false));
  EXPECT_FALSE(may_split(State::to_assign, 2, 9, false));
  for (const auto state : {State::asked, State::awaiting_quote, State::quote_received, State::quote_at_insurer,
                           State::quote_validated, State::quote_refused, State::job_closed, State::abandoned})
    EXPECT_FALSE(may_split(state, 2, 1, false));
}

}  // namespace
}  // namespace works::lot
