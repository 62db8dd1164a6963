// The life of one mandate: a firm asked to take a lot, alone (W12).
#pragma once

#include <optional>
#include <string_view>

#include "base/state_table.hpp"

namespace works::mandate {

enum class State {
  asked,     // the request left; 48 h to answer
  accepted,  // contact details shown; a quote is awaited
  refused,
  expired,    // no answer in time
  cancelled,  // by the tradesman, after accepting
  withdrawn,  // by the broker or an administrator: another firm takes over, or the file ends
  quoted,     // the quote is in
  closed,     // the tradesman was paid and closed the job
};

enum class Event {
  accept,
  refuse,
  answer_time_over,
  cancel,
  withdraw,
  upload_quote,
  quote_rejected,  // the insurer refuses; a new quote is asked of the same firm
  close_job,
};

inline constexpr auto transitions =
    base::state_table<State, Event>("works.mandate", {
                                                         {State::asked, Event::accept, State::accepted, "W13"},
                                                         {State::asked, Event::refuse, State::refused, "W13"},
                                                         {State::asked, Event::answer_time_over, State::expired, "W16"},
                                                         {State::asked, Event::withdraw, State::withdrawn, "W12"},
                                                         {State::accepted, Event::cancel, State::cancelled, "W20"},
                                                         {State::accepted, Event::withdraw, State::withdrawn, "W19"},
                                                         {State::accepted, Event::upload_quote, State::quoted, "W19"},
                                                         {State::quoted, Event::upload_quote, State::quoted, "W22"},
                                                         {State::quoted, Event::quote_rejected, State::accepted, "W22"},
                                                         {State::quoted, Event::cancel, State::cancelled, "W20"},
                                                         {State::quoted, Event::withdraw, State::withdrawn, "W21"},
                                                         {State::quoted, Event::close_job, State::closed, "W25"},
                                                     });
static_assert(transitions.deterministic());
static_assert(transitions.reaches(State::asked, State::closed) && transitions.reaches(State::asked, State::refused) &&
              transitions.reaches(State::asked, State::expired) &&
              transitions.reaches(State::asked, State::cancelled) &&
              transitions.reaches(State::asked, State::withdrawn));

// The lot is taken: no other firm may be asked (a partial unique index guarantees it, W12).
constexpr bool live(State state) {
  return state == State::asked || state == State::accepted || state == State::quoted || state == State::closed;
}
// The firm has the job in hand: it said yes, and has neither left it nor closed it.
constexpr bool holds_job(State state) { return state == State::accepted || state == State::quoted; }
// The firm may see the insured's contact details (W14): only while it holds the job, or did it.
constexpr bool shows_contact_details(State state) {
  return state == State::accepted || state == State::quoted || state == State::closed;
}

std::string_view to_text(State state);
std::optional<State> state_from_text(std::string_view text);
std::string_view label(State state);  // French, for the tradesman's list

}  // namespace works::mandate
