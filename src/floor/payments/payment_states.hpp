// The life of a payment order, from what is owed to what the bank says of it (P8).
#pragma once

#include <optional>
#include <string_view>

#include "base/state_table.hpp"

namespace payments {

enum class State {
  planned,   // asked for; waits for a batch
  batched,   // in a batch that a second administrator may release
  released,  // in a file for the bank
  booked,    // the money moved: the bank's account statement says so
  rejected,  // the bank did not execute it: no money moved
  returned,  // the money came back, or a debit was refunded
  unknown,   // no answer in time: an administrator finds out, nobody sends it again
  cancelled,
};
std::string_view to_text(State state);
std::optional<State> state_from_text(std::string_view text);
std::string_view label(State state);  // "prévu", "en remise"…

enum class Event {
  gather,    // a batch takes it
  put_back,  // its batch was dissolved
  cancel,    // by its desk, an administrator, or because mandate or account are no longer good
  release,
  book,
  reject,
  give_back,  // an R-transaction that moves money: return, refund
  lose,       // no answer in time
};

inline constexpr auto transitions =
    base::state_table<State, Event>("payments", {
                                                    {State::planned, Event::gather, State::batched, "P8.batch"},
                                                    {State::planned, Event::cancel, State::cancelled, "P8.cancelled"},
                                                    {State::batched, Event::put_back, State::planned, "P8.batch"},
                                                    {State::batched, Event::cancel, State::cancelled, "P8.cancelled"},
                                                    {State::batched, Event::release, State::released, "P8.two_persons"},
                                                    {State::released, Event::book, State::booked, "P8.booked"},
                                                    {State::released, Event::reject, State::rejected, "P8.rejected"},
                                                    {State::released, Event::give_back, State::returned, "P8.returned"},
                                                    {State::released, Event::lose, State::unknown, "P8.unknown"},
                                                    {State::unknown, Event::book, State::booked, "P8.unknown"},
                                                    {State::unknown, Event::reject, State::rejected, "P8.unknown"},
                                                    {State::unknown, Event::give_back, State::returned, "P8.unknown"},
                                                    {State::booked, Event::give_back, State::returned, "P8.returned"},
                                                });
static_assert(transitions.deterministic());
static_assert(transitions.reaches(State::planned, State::booked) &&
              transitions.reaches(State::planned, State::rejected) &&
              transitions.reaches(State::planned, State::returned) &&
              transitions.reaches(State::planned, State::unknown) &&
              transitions.reaches(State::planned, State::cancelled));
// What left for the bank is never sent again, nor withdrawn by us.
static_assert(!transitions.reaches(State::released, State::batched) &&
              !transitions.reaches(State::released, State::cancelled) &&
              !transitions.reaches(State::unknown, State::released));
static_assert(!transitions.reaches(State::rejected, State::booked) &&
              !transitions.reaches(State::returned, State::booked));

constexpr bool with_the_bank(State state) { return state == State::released || state == State::unknown; }

}  // namespace payments
