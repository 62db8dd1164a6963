// Where the transfer of a quarter's statement stands (W29).
#pragma once

#include <optional>
#include <string_view>

#include "base/state_table.hpp"

namespace works::bonus {

enum class State { planned, paid, unpaid, unknown };
std::string_view to_text(State state);
std::optional<State> state_from_text(std::string_view text);
std::string_view label(State state);

enum class Event { book, fail, lose, again };

inline constexpr auto transitions =
    base::state_table<State, Event>("works_bonus", {
                                                       {State::planned, Event::book, State::paid, "W29"},
                                                       {State::planned, Event::fail, State::unpaid, "W29"},
                                                       {State::planned, Event::lose, State::unknown, "W29"},
                                                       {State::unknown, Event::book, State::paid, "W29"},
                                                       {State::unknown, Event::fail, State::unpaid, "W29"},
                                                       {State::paid, Event::fail, State::unpaid, "W29"},
                                                       {State::unpaid, Event::again, State::planned, "W29.again"},
                                                   });
static_assert(transitions.deterministic());
static_assert(transitions.reaches(State::planned, State::paid));

}  // namespace works::bonus
