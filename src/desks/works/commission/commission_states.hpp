// Where a commission stands between the closed job and its payment (W27, W30).
#pragma once

#include <optional>
#include <string_view>

#include "base/state_table.hpp"

namespace works::commission {

enum class State {
  awaiting_mandate,  // nothing can be debited until the firm signs
  planned,           // a debit is asked for
  paid,
  unpaid,   // rejected, returned or refunded: the debt is open again
  unknown,  // the bank has not said
  stuck,    // no debit is possible in time: an administrator's task
  credited,
};
std::string_view to_text(State state);
std::optional<State> state_from_text(std::string_view text);
std::string_view label(State state);

enum class Event { plan, book, fail, lose, withdraw, miss, credit, restore };

inline constexpr auto transitions = base::state_table<State, Event>(
    "works_commission", {
                            {State::awaiting_mandate, Event::plan, State::planned, "W27.debit_day"},
                            {State::awaiting_mandate, Event::miss, State::stuck, "W27.never_late"},
                            {State::awaiting_mandate, Event::credit, State::credited, "W30.commission"},
                            {State::planned, Event::book, State::paid, "W27.paid"},
                            {State::planned, Event::fail, State::unpaid, "W27.returned"},
                            {State::planned, Event::lose, State::unknown, "W27.paid"},
                            {State::planned, Event::withdraw, State::awaiting_mandate, "W27.mandate"},
                            {State::planned, Event::miss, State::stuck, "W27.never_late"},
                            {State::planned, Event::credit, State::credited, "W30.commission"},
                            {State::paid, Event::fail, State::unpaid, "W27.returned"},
                            {State::paid, Event::credit, State::credited, "W30.commission"},
                            {State::unpaid, Event::plan, State::planned, "W27.again"},
                            {State::unpaid, Event::credit, State::credited, "W30.commission"},
                            {State::unknown, Event::book, State::paid, "W27.paid"},
                            {State::unknown, Event::fail, State::unpaid, "W27.returned"},
                            {State::unknown, Event::credit, State::credited, "W30.commission"},
                            {State::stuck, Event::plan, State::planned, "W27.again"},
                            {State::stuck, Event::book, State::paid, "W27.paid"},
                            {State::stuck, Event::credit, State::credited, "W30.commission"},
                            {State::credited, Event::restore, State::awaiting_mandate, "W30.commission"},
                        });
static_assert(transitions.deterministic());
static_assert(transitions.reaches(State::awaiting_mandate, State::paid) &&
              transitions.reaches(State::paid, State::planned));

constexpr bool to_do(State state) { return state == State::unpaid || state == State::stuck || state == State::unknown; }

}  // namespace works::commission
