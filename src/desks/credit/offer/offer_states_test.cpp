#include "desks/credit/offer/offer_states.hpp"

#include <gtest/gtest.h>

#include <map>

namespace credit::offer {
namespace {

using Ways = std::map<Event, State>;

// What becomes of an offer in each state (C6 to C11), apart from the table that is tested.
const std::map<State, Ways> expected{
    {State::open,
     {{Event::revised, State::open},
      {Event::recommended, State::recommended},
      {Event::passed_over, State::declined},
      {Event::withdrawn, State::withdrawn}}},
    {State::recommended,
     {{Event::accepted, State::accepted},
      {Event::declined, State::declined},
      {Event::set_back, State::open},
      {Event::withdrawn, State::withdrawn}}},
    {State::accepted, {{Event::declined, State::declined}, {Event::withdrawn, State::withdrawn}}},
    {State::declined,
     {{Event::revised, State::open}, {Event::recommended, State::recommended}, {Event::withdrawn, State::withdrawn}}},
    {State::withdrawn, {{Event::revised, State::open}}},
};
constexpr Event events[] = {Event::recommended, Event::revised,  Event::accepted, Event::declined,
                            Event::passed_over, Event::set_back, Event::withdrawn};

TEST(OfferStates, C9_each_state_of_an_offer_takes_its_events_and_no_other) {
  for (const auto& [from, ways] : expected)
    for (const Event event : events) {
      const auto way = ways.find(event);
      EXPECT_EQ(transitions.next(from, event), way == ways.end() ? std::nullopt : std::optional(way->second))
          << label(from) << ", event " << static_cast<int>(event);
    }
}

TEST(OfferStates, C8_a_declined_offer_comes_back_by_a_revision_or_a_recommendation) {
  EXPECT_EQ(transitions.next(State::declined, Event::revised), State::open);
  EXPECT_EQ(transitions.next(State::declined, Event::recommended), State::recommended);
  EXPECT_EQ(transitions.next(State::declined, Event::accepted), std::nullopt);
}

TEST(OfferStates, C6_a_withdrawn_offer_comes_back_only_as_a_new_one_of_the_insurer) {
  EXPECT_EQ(transitions.next(State::withdrawn, Event::revised), State::open);
  EXPECT_EQ(transitions.next(State::withdrawn, Event::recommended), std::nullopt);
}

}  // namespace
}  // namespace credit::offer
