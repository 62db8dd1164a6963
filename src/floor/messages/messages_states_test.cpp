#include "floor/messages/messages_states.hpp"

#include <gtest/gtest.h>

#include <map>

namespace messages {
namespace {

using Ways = std::map<Event, State>;

const Ways reports{{Event::report_delivered, State::delivered}, {Event::report_undelivered, State::undelivered}};

// What may happen to a message in each state (P5), apart from the table that is tested.
const std::map<State, Ways>& expected() {
  static const auto ways = [] {
    std::map<State, Ways> made{
        {State::queued, {{Event::take, State::sending}}},
        {State::sending,
         {{Event::accepted, State::sent},
          {Event::refused, State::failed},
          {Event::fault, State::queued},
          {Event::give_up, State::failed},
          {Event::lost, State::unknown}}},
        {State::sent, {}},
        {State::delivered, {}},
        {State::undelivered, {}},
        {State::unknown, {{Event::resend, State::queued}, {Event::give_up, State::failed}}},
        {State::failed, {{Event::report_delivered, State::delivered}, {Event::send_again, State::queued}}},
    };
    for (const auto from : {State::queued, State::sending, State::unknown, State::failed})
      made[from].emplace(Event::report_accepted, State::sent);
    for (const auto from : {State::queued, State::sending, State::sent, State::unknown})
      made[from].insert(reports.begin(), reports.end());
    return made;
  }();
  return ways;
}
constexpr Event events[] = {Event::take,
                            Event::accepted,
                            Event::refused,
                            Event::fault,
                            Event::lost,
                            Event::resend,
                            Event::give_up,
                            Event::report_delivered,
                            Event::report_undelivered,
                            Event::report_accepted,
                            Event::send_again};

TEST(OutboxStates, P5_outbox_takes_in_each_state_its_events_and_no_other) {  // P5.outbox
  for (const auto& [from, ways] : expected())
    for (const Event event : events) {
      const auto way = ways.find(event);
      EXPECT_EQ(transitions.next(from, event), way == ways.end() ? std::nullopt : std::optional(way->second))
          << label(from) << ", event " << static_cast<int>(event);
    }
}

TEST(OutboxStates, P5_unknown_is_sent_again_or_given_up_and_never_taken_as_it_is) {  // P5.unknown
  EXPECT_EQ(transitions.next(State::unknown, Event::resend), State::queued);
  EXPECT_EQ(transitions.next(State::unknown, Event::give_up), State::failed);
  EXPECT_EQ(transitions.next(State::unknown, Event::take), std::nullopt);
}

TEST(OutboxStates, P5_report_that_comes_first_is_the_last_word) {  // P5.report
  EXPECT_EQ(transitions.next(State::delivered, Event::report_undelivered), std::nullopt);
  EXPECT_EQ(transitions.next(State::undelivered, Event::report_delivered), std::nullopt);
  EXPECT_EQ(transitions.next(State::failed, Event::report_delivered), State::delivered) << "it went out after all";
  EXPECT_EQ(transitions.next(State::failed, Event::report_undelivered), std::nullopt);
}

TEST(OutboxStates, P5_by_hand_a_dead_letter_goes_back_to_the_queue_and_nothing_else_does) {  // P5.by_hand
  for (const State from :
       {State::queued, State::sending, State::sent, State::delivered, State::undelivered, State::unknown})
    EXPECT_EQ(transitions.next(from, Event::send_again), std::nullopt) << label(from);
  EXPECT_EQ(transitions.next(State::failed, Event::send_again), State::queued);
}

}  // namespace
}  // namespace messages
