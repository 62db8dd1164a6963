#include "desks/works/mandate/sms_fate_rules.hpp"

#include <gtest/gtest.h>

namespace works::mandate {
namespace {

TEST(SmsFate, is_what_the_operator_says_else_that_it_left_else_why_it_did_not) {  // W15.unsent
  EXPECT_EQ(fate({}), SmsFate::waiting);
  EXPECT_EQ(fate({.obstacle = SmsObstacle::no_mobile}), SmsFate::no_mobile);
  EXPECT_EQ(fate({.obstacle = SmsObstacle::no_gateway}), SmsFate::no_gateway);
  EXPECT_EQ(fate({.obstacle = SmsObstacle::failed}), SmsFate::failed);
  EXPECT_EQ(fate({.left = true}), SmsFate::left);
  EXPECT_EQ(fate({.left = true, .obstacle = SmsObstacle::failed}), SmsFate::left) << "what left is no longer stopped";
  EXPECT_EQ(fate({.left = true, .delivered = true}), SmsFate::delivered);
  EXPECT_EQ(fate({.left = true, .undelivered = true}), SmsFate::undelivered);
}

TEST(SmsFate, lets_a_silence_count_only_when_the_sms_left_and_may_have_arrived) {  // W15.never_arrived
  EXPECT_TRUE(may_have_arrived(SmsFate::left));
  EXPECT_TRUE(may_have_arrived(SmsFate::delivered));
  for (const auto never :
       {SmsFate::waiting, SmsFate::undelivered, SmsFate::no_mobile, SmsFate::no_gateway, SmsFate::failed})
    EXPECT_FALSE(may_have_arrived(never)) << static_cast<int>(never);
}

TEST(SmsFate, is_lost_when_nothing_is_on_its_way_and_says_why) {  // W15.unsent
  EXPECT_FALSE(lost(SmsFate::waiting)) << "it may still leave";
  for (const auto gone : {SmsFate::undelivered, SmsFate::no_mobile, SmsFate::no_gateway, SmsFate::failed}) {
    EXPECT_TRUE(lost(gone));
    EXPECT_FALSE(why_lost(gone).empty());
  }
}

TEST(SmsFate, makes_the_sms_that_takes_the_place_of_a_lost_one_the_emission) {  // W15.sent_again
  EXPECT_TRUE(counts_as_emission(SmsFate::waiting));
  EXPECT_TRUE(counts_as_emission(SmsFate::undelivered));
  EXPECT_FALSE(counts_as_emission(SmsFate::left)) << "48 h from the first";
  EXPECT_FALSE(counts_as_emission(SmsFate::delivered));
}

TEST(SmsFate, keeps_its_obstacle_as_a_word) {
  for (const auto obstacle : {SmsObstacle::none, SmsObstacle::no_mobile, SmsObstacle::no_gateway, SmsObstacle::failed})
    EXPECT_EQ(sms_obstacle_from_text(to_text(obstacle)), obstacle);
  EXPECT_EQ(sms_obstacle_from_text("lost"), std::nullopt);
}

}  // namespace
}  // namespace works::mandate
