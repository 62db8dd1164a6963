#include "floor/messages/messages_rules.hpp"

#include <gtest/gtest.h>

#include "floor/worker/growing_wait.hpp"

namespace messages {
namespace {

base::Duration wait_after(int attempts) {
  return worker::growing_wait(first_retry_wait.value(), longest_retry_wait.value(), attempts);
}

TEST(MessageRules, P5_retry_waits_half_a_minute_then_twice_as_long_each_time_up_to_an_hour) {  // P5.retry
  EXPECT_EQ(wait_after(1), base::seconds{30});
  EXPECT_EQ(wait_after(2), base::minutes{1});
  EXPECT_EQ(wait_after(7), base::minutes{32});
  EXPECT_EQ(wait_after(8), base::hours{1});
  EXPECT_EQ(wait_after(20), base::hours{1});
}

TEST(MessageRules, P5_dead_letter_is_what_was_tried_twenty_times_over_half_a_day) {  // P5.dead_letter
  EXPECT_EQ(most_attempts.value(), 20) << "the house's own figure";
  base::Duration waited{};
  for (int attempts = 1; attempts < most_attempts.value(); ++attempts) waited += wait_after(attempts);
  EXPECT_EQ(waited, base::hours{13} + base::seconds{210});
}

TEST(MessageRules, P5_unknown_sms_waits_a_quarter_of_an_hour_for_its_report_and_is_sent_again_once) {  // P5.unknown
  EXPECT_EQ(sms_report_wait.value(), base::minutes{15}) << "the house's own figure";
  EXPECT_EQ(sms_resends.value(), 1) << "P5: then is retried once";
}

TEST(MessageRules, P5_rest_of_a_failing_gateway_grows_from_half_a_minute_to_five) {  // P5.rest
  EXPECT_EQ(first_gateway_rest.value(), base::seconds{30}) << "the house's own figure";
  EXPECT_EQ(longest_gateway_rest.value(), base::minutes{5}) << "the house's own figure";
}

TEST(MessageRules, P5_outbox_takes_a_server_for_dead_after_two_minutes_of_sending) {  // P5.outbox
  EXPECT_EQ(send_lease.value(), base::minutes{2}) << "longer than any transport waits";
}

}  // namespace
}  // namespace messages
