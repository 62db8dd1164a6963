#include "desks/motor/schedule/schedule_states.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <set>

namespace motor::schedule {
namespace {

using Ways = std::map<Event, State>;

// How a date is agreed (M22), apart from the table that is tested.
const std::map<State, Ways>& expected() {
  static const std::map<State, Ways> ways{
      {State::suggested,
       {{Event::validate, State::validated},
        {Event::refuse, State::refused},
        {Event::counter, State::countered},
        {Event::replace, State::withdrawn},
        {Event::cancel, State::withdrawn}}},
      {State::countered,
       {{Event::counter, State::countered},
        {Event::accept, State::validated},
        {Event::decline, State::refused},
        {Event::replace, State::withdrawn},
        {Event::cancel, State::withdrawn}}},
      {State::validated, {{Event::cancel, State::withdrawn}}},
      {State::refused, {}},
      {State::withdrawn, {}},
  };
  return ways;
}

TEST(ScheduleStates, M22_each_state_takes_its_events_and_no_other) {
  for (const auto& [from, ways] : expected())
    for (int i = 0; i < event_count; ++i) {
      const auto event = static_cast<Event>(i);
      const auto way = ways.find(event);
      EXPECT_EQ(transitions.next(from, event), way == ways.end() ? std::nullopt : std::optional(way->second))
          << label(from) << ": " << label(event);
    }
}

RC_GTEST_PROP(ScheduleStates, M22_whatever_people_answer_a_date_ends_once_and_stays_ended, ()) {
  State at = State::suggested;
  bool ended = false;
  const auto story = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, event_count));
  for (const int i : story) {
    const auto to = transitions.next(at, static_cast<Event>(i));
    RC_ASSERT(!ended || !to);
    if (to) at = *to;
    ended = at == State::refused || at == State::withdrawn;
    RC_ASSERT(open(at) == (at == State::suggested || at == State::countered));
  }
  if (open(at)) RC_ASSERT(transitions.next(at, Event::cancel) == State::withdrawn);
}

TEST(ScheduleStates, M22_reason_is_wanted_from_the_firm_that_does_not_validate) {  // M22.reason
  for (int i = 0; i < event_count; ++i) {
    const auto event = static_cast<Event>(i);
    EXPECT_EQ(needs_reason(event), event == Event::refuse || event == Event::counter) << label(event);
  }
}

TEST(ScheduleStates, M22_states_bear_the_words_of_the_specification) {
  EXPECT_EQ(label(State::suggested), "suggérée");
  EXPECT_EQ(label(State::validated), "validée");
  EXPECT_EQ(label(State::refused), "refusée");
  EXPECT_EQ(label(State::countered), "contre-proposée");
  std::set<std::string_view> texts;
  for (int i = 0; i < state_count; ++i) {
    const auto state = static_cast<State>(i);
    EXPECT_EQ(state_from_text(to_text(state)), state);
    texts.insert(to_text(state));
  }
  EXPECT_EQ(texts.size(), static_cast<std::size_t>(state_count));
  for (int i = 0; i < event_count; ++i)
    EXPECT_EQ(event_from_text(to_text(static_cast<Event>(i))), static_cast<Event>(i));
}

}  // namespace
}  // namespace motor::schedule
