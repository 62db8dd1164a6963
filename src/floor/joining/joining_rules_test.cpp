#include "floor/joining/joining_rules.hpp"

#include <gtest/gtest.h>

#include "floor/joining/joining_states.hpp"

namespace joining {
namespace {

const base::Instant start{1'000'000'000'000};

TEST(JoiningQuota, lets_a_few_through_and_begins_anew_after_its_hour) {  // P6.quota
  Usage usage;
  for (int i = 0; i < unproven_quota.most.value(); ++i) {
    usage = one_more(unproven_quota, usage, start + base::minutes(i));
    EXPECT_TRUE(within(unproven_quota, usage)) << i;
  }
  EXPECT_EQ(usage.since, start);  // the hour runs from the first
  EXPECT_FALSE(within(unproven_quota, one_more(unproven_quota, usage, start + base::minutes(59))));
  const Usage later = one_more(unproven_quota, usage, start + base::hours(1));
  EXPECT_EQ(later.used, 1);
  EXPECT_EQ(later.since, start + base::hours(1));
}

TEST(JoiningQuota, is_smaller_without_a_proof_of_work) {  // P6.without_script
  EXPECT_EQ(unproven_quota.most.value(), 4);
  EXPECT_EQ(proven_quota.most.value(), 12);
  EXPECT_EQ(mail_quota.most.value(), 3);
  EXPECT_EQ(proven_quota.window.value(), base::hours(1));
  EXPECT_EQ(unproven_quota.window.value(), base::hours(1));
  EXPECT_EQ(mail_quota.window.value(), base::hours(1));
}

TEST(JoiningDelays, are_a_day_for_a_sign_up_and_half_an_hour_for_a_password) {  // P6.confirmation, P6.reset
  EXPECT_EQ(confirmation_delay.value(), base::hours(24));
  EXPECT_EQ(reset_delay.value(), base::minutes(30));
  EXPECT_EQ(challenge_life.value(), base::hours(2));
  EXPECT_EQ(most_tries.value(), 5);
  EXPECT_EQ(proof_numbers.value(), 100'000);
}

TEST(JoiningStates, know_each_event_in_its_state_only) {  // P6.confirmation, P6.neutral
  using enum State;
  EXPECT_EQ(transitions.next(asked, Event::mail), mailed);
  EXPECT_EQ(transitions.next(asked, Event::drop), void_);
  EXPECT_EQ(transitions.next(mailed, Event::confirm), confirmed);
  EXPECT_EQ(transitions.next(mailed, Event::drop), void_);
  for (const State over : {confirmed, void_})
    for (const Event event : {Event::mail, Event::drop, Event::confirm}) EXPECT_FALSE(transitions.next(over, event));
  EXPECT_FALSE(transitions.next(asked, Event::confirm));
  EXPECT_FALSE(transitions.next(mailed, Event::mail));
}

}  // namespace
}  // namespace joining
