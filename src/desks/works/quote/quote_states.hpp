// The life of a quote (devis), from its upload to the insurer's answer (W22).
#pragma once

#include <optional>
#include <string_view>

#include "base/state_table.hpp"

namespace works::quote {

enum class State {
  received,    // uploaded by the tradesman, on the broker's screen
  at_insurer,  // the broker passed it on
  validated,
  adjusted,  // validated for another amount
  refused,
  replaced,  // a later version came in
};

enum class Event { send_to_insurer, validate, adjust, refuse, replace };

inline constexpr auto transitions = base::state_table<State, Event>(
    "works.quote", {
                       {State::received, Event::send_to_insurer, State::at_insurer, "W22"},
                       {State::received, Event::replace, State::replaced, "W22"},
                       {State::at_insurer, Event::send_to_insurer, State::at_insurer, "W22"},
                       {State::at_insurer, Event::validate, State::validated, "W22"},
                       {State::at_insurer, Event::adjust, State::adjusted, "W22"},
                       {State::at_insurer, Event::refuse, State::refused, "W22"},
                       {State::at_insurer, Event::replace, State::replaced, "W22"},
                   });
static_assert(transitions.deterministic());
static_assert(transitions.reaches(State::received, State::validated) &&
              transitions.reaches(State::received, State::adjusted) &&
              transitions.reaches(State::received, State::refused) &&
              transitions.reaches(State::received, State::replaced));

// The insurer pays: the job may be closed and the deposit asked (W24, W25).
constexpr bool agreed(State state) { return state == State::validated || state == State::adjusted; }

std::string_view to_text(State state);
std::optional<State> state_from_text(std::string_view text);
std::string_view label(State state);  // French

}  // namespace works::quote
