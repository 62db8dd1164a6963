// How a date is agreed between repairer and firm (M22): suggested, then validated, refused or counter-proposed.
#pragma once

#include <optional>
#include <string_view>

#include "base/rule.hpp"
#include "base/state_table.hpp"

namespace motor::schedule {

inline constexpr base::Rule state_rules[] = {
    MANDAT_RULE("M22",
                "A date suggested goes to the firm, which validates, refuses or counter-proposes it; the repairer "
                "answers a counter-proposal"),
    MANDAT_RULE("M22.once",
                "Two people deciding one date: the first one does; the other, whose screen is old, is told what was "
                "decided and by whom"),
    MANDAT_RULE("M22.reason", "A refusal and a counter-proposal of the firm bear a reason"),
};

enum class State { suggested, countered, validated, refused, withdrawn };
inline constexpr int state_count = 5;

enum class Event {
  validate,  // by the firm
  refuse,    // by the firm
  counter,   // by the firm, with another date
  accept,    // by the repairer, of the firm's date
  decline,   // by the repairer
  replace,   // by another date of the same kind
  cancel,    // the appointment is off, or the file closed
};
inline constexpr int event_count = 7;

inline constexpr auto transitions =
    base::state_table<State, Event>("motor.date", {
                                                      {State::suggested, Event::validate, State::validated, "M22"},
                                                      {State::suggested, Event::refuse, State::refused, "M22"},
                                                      {State::suggested, Event::counter, State::countered, "M22"},
                                                      {State::suggested, Event::replace, State::withdrawn, "M22"},
                                                      {State::suggested, Event::cancel, State::withdrawn, "M22"},
                                                      {State::countered, Event::counter, State::countered, "M22"},
                                                      {State::countered, Event::accept, State::validated, "M22"},
                                                      {State::countered, Event::decline, State::refused, "M22"},
                                                      {State::countered, Event::replace, State::withdrawn, "M22"},
                                                      {State::countered, Event::cancel, State::withdrawn, "M22"},
                                                      {State::validated, Event::cancel, State::withdrawn, "M22"},
                                                  });
static_assert(transitions.deterministic());
static_assert(transitions.reaches(State::suggested, State::countered) &&
              transitions.reaches(State::suggested, State::validated) &&
              transitions.reaches(State::suggested, State::refused) &&
              transitions.reaches(State::suggested, State::withdrawn));

constexpr bool open(State state) { return state == State::suggested || state == State::countered; }
constexpr bool needs_reason(Event event) { return event == Event::refuse || event == Event::counter; }

std::string_view to_text(State state);
std::optional<State> state_from_text(std::string_view text);
std::string_view label(State state);  // "suggérée"

std::string_view to_text(Event event);
std::optional<Event> event_from_text(std::string_view text);
std::string_view label(Event event);  // the verb: "Valider"

}  // namespace motor::schedule
