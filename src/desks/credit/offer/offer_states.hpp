// What becomes of an insurer's offer (C6 to C11).
#pragma once

#include <optional>
#include <string_view>

#include "base/state_table.hpp"

namespace credit::offer {

enum class State {
  open,         // received, being compared or negotiated
  recommended,  // the client is asked
  accepted,
  declined,   // by the client
  withdrawn,  // by the insurer
};
enum class Event { recommended, revised, accepted, declined, passed_over, set_back, withdrawn };

inline constexpr auto transitions =
    base::state_table<State, Event>("credit.offer", {
                                                        {State::open, Event::revised, State::open, "C8"},
                                                        {State::open, Event::recommended, State::recommended, "C7"},
                                                        {State::open, Event::passed_over, State::declined, "C9"},
                                                        {State::open, Event::withdrawn, State::withdrawn, "C6"},
                                                        {State::declined, Event::revised, State::open, "C8"},
                                                        {State::declined, Event::recommended, State::recommended, "C8"},
                                                        {State::declined, Event::withdrawn, State::withdrawn, "C6"},
                                                        {State::withdrawn, Event::revised, State::open, "C8"},
                                                        {State::recommended, Event::accepted, State::accepted, "C9"},
                                                        {State::recommended, Event::declined, State::declined, "C9"},
                                                        {State::recommended, Event::set_back, State::open, "C8"},
                                                        {State::recommended, Event::withdrawn, State::withdrawn, "C9"},
                                                        {State::accepted, Event::declined, State::declined, "C11"},
                                                        {State::accepted, Event::withdrawn, State::withdrawn, "C10"},
                                                    });
static_assert(transitions.deterministic());
static_assert(transitions.reaches(State::open, State::accepted) && transitions.reaches(State::open, State::withdrawn));

std::string_view to_text(State state);
std::optional<State> state_from_text(std::string_view text);
std::string_view label(State state);

// How the client's answer came (C9).
enum class Way { none, link, email };
std::string_view to_text(Way way);
std::optional<Way> way_from_text(std::string_view text);

}  // namespace credit::offer
