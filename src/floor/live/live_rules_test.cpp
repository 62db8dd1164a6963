#include <gtest/gtest.h>

#include "floor/live/live.hpp"

namespace live {
namespace {

TEST(LiveRules, P15_a_change_is_told_once_it_is_a_second_old_to_pages_that_ask_every_four_seconds) {
  EXPECT_EQ(settled_after.value(), base::seconds(1)) << "ADR 8: a fact is told once it is a second old";
  EXPECT_EQ(asked_every.value(), 4) << "ADR 8: one statement every four seconds";
  EXPECT_EQ(settled_after.value() + base::seconds(asked_every.value()), base::seconds(5))
      << "ADR 8: a change is seen one to five seconds after it was made";
}

}  // namespace
}  // namespace live
