// The life of a proposal to deactivate a firm (W18, W20). Two people's business: a rule proposes, an administrator
// decides.
#pragma once

#include <optional>
#include <string_view>

#include "base/state_table.hpp"

namespace works::discipline {

enum class State {
  noticed,    // the firm was told, and has thirty days (W18)
  proposed,   // an administrator decides
  confirmed,  // the firm is deactivated
  dismissed,
  lifted,  // it signed in or answered
};
enum class Event { notice_over, confirm, dismiss, lift };

inline constexpr auto transitions = base::state_table<State, Event>(
    "works.deactivation", {
                              {State::noticed, Event::notice_over, State::proposed, "W18.notice"},
                              {State::noticed, Event::lift, State::lifted, "W18.notice"},
                              {State::proposed, Event::lift, State::lifted, "W18.notice"},
                              {State::proposed, Event::confirm, State::confirmed, "W18.decision"},
                              {State::proposed, Event::dismiss, State::dismissed, "W18.decision"},
                          });
static_assert(transitions.deterministic());
static_assert(transitions.reaches(State::noticed, State::confirmed) &&
              transitions.reaches(State::noticed, State::dismissed) &&
              transitions.reaches(State::noticed, State::lifted));

constexpr bool open(State state) { return state == State::noticed || state == State::proposed; }

std::string_view to_text(State state);
std::optional<State> state_from_text(std::string_view text);
std::string_view label(State state);

}  // namespace works::discipline
