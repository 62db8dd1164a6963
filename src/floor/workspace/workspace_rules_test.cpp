#include "floor/workspace/workspace_rules.hpp"

#include <gtest/gtest.h>

namespace workspace {
namespace {

// The house's own figures: P7 says that a mailed code comes before any personal data, not for how long.
TEST(WorkspaceRules, P7_workspace_opens_on_a_device_for_a_week) {  // P7.workspace
  EXPECT_EQ(pass_days.value(), 7);
}

TEST(WorkspaceRules, P7_workspace_code_lives_a_quarter_of_an_hour_and_five_tries_and_five_are_sent_an_hour) {
  EXPECT_EQ(code_minutes.value(), 15);  // P7.workspace_code
  EXPECT_EQ(code_tries.value(), 5);
  EXPECT_EQ(codes_an_hour.value(), 5);
}

}  // namespace
}  // namespace workspace
