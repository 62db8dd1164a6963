#include "desks/works/mandate/mandate_states.hpp"

#include <gtest/gtest.h>

namespace works::mandate {
namespace {

TEST(MandateStates, W13_a_request_is_accepted_or_refused_once) {
  EXPECT_EQ(transitions.next(State::asked, Event::accept), State::accepted);
  EXPECT_EQ(transitions.next(State::asked, Event::refuse), State::refused);
  EXPECT_EQ(transitions.next(State::refused, Event::accept), std::nullopt);
  EXPECT_EQ(transitions.next(State::accepted, Event::refuse), std::nullopt);
}

TEST(MandateStates, W16_a_request_without_answer_expires_and_takes_no_answer_any_more) {
  EXPECT_EQ(transitions.next(State::asked, Event::answer_time_over), State::expired);
  EXPECT_EQ(transitions.next(State::expired, Event::accept), std::nullopt);
  EXPECT_EQ(transitions.next(State::accepted, Event::answer_time_over), std::nullopt);
}

TEST(MandateStates, W19_the_quote_of_an_accepted_job_may_come_again_until_the_job_is_closed) {
  EXPECT_EQ(transitions.next(State::accepted, Event::upload_quote), State::quoted);
  EXPECT_EQ(transitions.next(State::quoted, Event::upload_quote), State::quoted);
  EXPECT_EQ(transitions.next(State::asked, Event::upload_quote), std::nullopt);
}

TEST(MandateStates, W20_an_accepted_job_can_be_given_back_before_and_after_the_quote) {
  EXPECT_EQ(transitions.next(State::accepted, Event::cancel), State::cancelled);
  EXPECT_EQ(transitions.next(State::quoted, Event::cancel), State::cancelled);
  EXPECT_EQ(transitions.next(State::asked, Event::cancel), std::nullopt);
  EXPECT_EQ(transitions.next(State::closed, Event::cancel), std::nullopt);
}

TEST(MandateStates, W21_the_broker_takes_back_what_is_not_closed) {
  for (const auto state : {State::asked, State::accepted, State::quoted})
    EXPECT_EQ(transitions.next(state, Event::withdraw), State::withdrawn);
  EXPECT_EQ(transitions.next(State::closed, Event::withdraw), std::nullopt);
}

TEST(MandateStates, W22_a_quote_the_insurer_refused_can_be_asked_again) {
  EXPECT_EQ(transitions.next(State::quoted, Event::quote_rejected), State::accepted);
}

TEST(MandateStates, W25_only_a_quoted_job_is_closed) {
  EXPECT_EQ(transitions.next(State::quoted, Event::close_job), State::closed);
  EXPECT_EQ(transitions.next(State::accepted, Event::close_job), std::nullopt);
}

TEST(MandateStates, W12_a_firm_holds_the_lot_from_the_request_to_the_end_of_the_job) {
  for (const auto state : {State::asked, State::accepted, State::quoted, State::closed}) EXPECT_TRUE(live(state));
  for (const auto state : {State::refused, State::expired, State::cancelled, State::withdrawn})
    EXPECT_FALSE(live(state));
}

TEST(MandateStates, W14_contact_details_show_only_while_the_firm_holds_the_job) {
  for (const auto state : {State::accepted, State::quoted, State::closed}) EXPECT_TRUE(shows_contact_details(state));
  for (const auto state : {State::asked, State::refused, State::expired, State::cancelled, State::withdrawn})
    EXPECT_FALSE(shows_contact_details(state));
}

}  // namespace
}  // namespace works::mandate
