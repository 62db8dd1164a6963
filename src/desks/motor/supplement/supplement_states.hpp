// Where a supplement stands (M25): sent, then answered once, line by line.
#pragma once

#include <optional>
#include <string_view>

#include "base/rule.hpp"
#include "base/state_table.hpp"

namespace motor::supplement {

inline constexpr base::Rule state_rules[] = {
    MANDAT_RULE("M25",
                "The repairer sends a comment, photographs or both, for more works or news of the works; the firm "
                "answers once: accepted, accepted in part, or refused"),
};

enum class State { sent, accepted, partly, refused };
inline constexpr int state_count = 4;

enum class Event { accept, accept_partly, refuse };
inline constexpr int event_count = 3;

inline constexpr auto transitions =
    base::state_table<State, Event>("motor.supplement", {
                                                            {State::sent, Event::accept, State::accepted, "M25"},
                                                            {State::sent, Event::accept_partly, State::partly, "M25"},
                                                            {State::sent, Event::refuse, State::refused, "M25"},
                                                        });
static_assert(transitions.deterministic());
static_assert(transitions.reaches(State::sent, State::accepted) && transitions.reaches(State::sent, State::partly) &&
              transitions.reaches(State::sent, State::refused));

std::string_view to_text(State state);
std::optional<State> state_from_text(std::string_view text);
std::string_view label(State state);  // "accepté en partie"

}  // namespace motor::supplement
