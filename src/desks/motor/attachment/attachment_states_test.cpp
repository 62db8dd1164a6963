#include <gtest/gtest.h>

#include <map>

#include "desks/motor/attachment/attachment.hpp"

namespace motor::attachment {
namespace {

using Ways = std::map<Event, State>;

// What may happen to an attachment in each state (M4, M5), apart from the table that is tested.
const std::map<State, Ways> expected{
    {State::requested, {{Event::confirm, State::confirmed}, {Event::refuse, State::refused}}},
    {State::confirmed, {{Event::withdraw, State::refused}}},
    {State::refused, {{Event::ask, State::requested}, {Event::confirm, State::confirmed}}},
};

TEST(AttachmentStates, M5_attachment_takes_in_each_state_its_events_and_no_other) {  // M5.attachment
  for (const auto& [from, ways] : expected)
    for (const auto event : {Event::ask, Event::confirm, Event::refuse, Event::withdraw}) {
      const auto way = ways.find(event);
      EXPECT_EQ(transitions.next(from, event), way == ways.end() ? std::nullopt : std::optional(way->second))
          << "state " << static_cast<int>(from) << ", event " << static_cast<int>(event);
    }
}

TEST(AttachmentStates, M5_attachment_once_refused_may_be_asked_for_again_or_confirmed_after_all) {  // M5.attachment
  EXPECT_EQ(transitions.next(State::refused, Event::ask), State::requested);
  EXPECT_EQ(transitions.next(State::refused, Event::confirm), State::confirmed);
  EXPECT_EQ(transitions.next(State::confirmed, Event::refuse), std::nullopt) << "what is confirmed is withdrawn";
}

}  // namespace
}  // namespace motor::attachment
