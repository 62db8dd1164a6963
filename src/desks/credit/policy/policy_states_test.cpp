#include "desks/credit/policy/policy_states.hpp"

#include <gtest/gtest.h>

#include <map>

namespace credit::policy {
namespace {

using Ways = std::map<Event, State>;

// What may happen to a policy in each state (C10, C11), apart from the table that is tested.
const std::map<State, Ways> expected{
    {State::issued,
     {{Event::sent, State::sent}, {Event::signed_elsewhere, State::signed_}, {Event::retracted, State::refused}}},
    {State::sent,
     {{Event::sent, State::sent},
      {Event::lapsed, State::issued},
      {Event::recalled, State::issued},
      {Event::retracted, State::refused},
      {Event::signed_by_code, State::signed_},
      {Event::signed_elsewhere, State::signed_},
      {Event::refused, State::refused}}},
    {State::signed_, {}},
    {State::refused, {}},
};

TEST(PolicyStates, C11_each_state_of_a_policy_takes_its_events_and_no_other) {
  for (const auto& [from, ways] : expected)
    for (const auto event : {Event::sent, Event::lapsed, Event::recalled, Event::signed_by_code,
                             Event::signed_elsewhere, Event::refused, Event::retracted}) {
      const auto way = ways.find(event);
      EXPECT_EQ(transitions.next(from, event), way == ways.end() ? std::nullopt : std::optional(way->second))
          << label(from) << ", event " << static_cast<int>(event);
    }
}

TEST(PolicyStates, C10_a_policy_signed_elsewhere_is_filed_before_and_after_its_link_was_sent) {
  EXPECT_EQ(transitions.next(State::issued, Event::signed_elsewhere), State::signed_);
  EXPECT_EQ(transitions.next(State::sent, Event::signed_elsewhere), State::signed_);
}

}  // namespace
}  // namespace credit::policy
