// The life of a signed direct debit mandate (W27).
#pragma once

#include <optional>
#include <string_view>

#include "base/state_table.hpp"

namespace works::debit_mandate {

enum class State { active, revoked, lapsed, replaced };
std::string_view to_text(State state);
std::optional<State> state_from_text(std::string_view text);
std::string_view label(State state);  // "actif"

enum class Event { revoke, lapse, replace };

inline constexpr auto transitions = base::state_table<State, Event>(
    "works_debit_mandate", {{State::active, Event::revoke, State::revoked, "W27.mandate"},
                            {State::active, Event::lapse, State::lapsed, "W27.mandate_lapse"},
                            {State::active, Event::replace, State::replaced, "W27.mandate_amended"}});
static_assert(transitions.deterministic());
static_assert(!transitions.reaches(State::revoked, State::active) &&
              !transitions.reaches(State::lapsed, State::active));

}  // namespace works::debit_mandate
