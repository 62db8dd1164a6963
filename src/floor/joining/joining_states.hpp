// The life of what a stranger asked for: its mail, its confirmation, or nothing.
#pragma once

#include "base/state_table.hpp"

namespace joining {

enum class State {
  asked,      // the page has answered; a worker writes the mail
  mailed,     // a link or a code is out
  confirmed,  // the address is proven, and what was asked is done
  void_,      // nothing comes of it: the person is known already, or asked too often; it looks the same from outside
};
enum class Event { mail, drop, confirm };

inline constexpr auto transitions = base::state_table<State, Event>(
    "joining", {
                   {State::asked, Event::mail, State::mailed, "P6.confirmation"},
                   {State::asked, Event::drop, State::void_, "P6.neutral"},
                   {State::mailed, Event::confirm, State::confirmed, "P6.confirmation"},
                   {State::mailed, Event::drop, State::void_, "P6.neutral"},  // somebody else was first
               });
static_assert(transitions.deterministic());
static_assert(transitions.reaches(State::asked, State::confirmed) && transitions.reaches(State::asked, State::void_));

}  // namespace joining
