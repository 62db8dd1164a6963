// What a lot's and a claim's state is, from the facts (W12, W23, W25, W26). Pure.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "base/rule.hpp"
#include "desks/works/claim/claim_states.hpp"
#include "desks/works/mandate/mandate_states.hpp"
#include "desks/works/quote/quote_states.hpp"

namespace works::lot {

// In the order of advance: a file shows its least advanced lot (W12).
enum class State {
  to_assign,
  asked,
  awaiting_quote,
  quote_refused,
  quote_received,
  quote_at_insurer,
  quote_validated,
  job_closed,
  abandoned,
};
std::string_view to_text(State state);
std::optional<State> state_from_text(std::string_view text);
std::string_view label(State state);  // French

struct Situation {
  std::optional<mandate::State> live;  // state of the live mandate
  bool asked_before = false;           // an earlier mandate ended without the job
  bool quote_overdue = false;          // W19's delay has fired for the live mandate
  std::optional<quote::State> quote;   // the live mandate's latest quote
  bool visit_planned = false;          // an expert visit is recorded on it
  bool abandoned = false;
};
State state_of(const Situation& lot);

// The two closures of a file: the jobs' (W25) and the broker's (W26).
struct Closures {
  bool by_broker = false;
  bool abandoned = false;  // the whole file is SANS SUITE
};

struct Shown {
  claim::Status status;
  claim::Detail detail;
  claim::WaitingFor waiting_for;
  std::size_t lot;  // the one that decides: the least advanced that is not abandoned
};
// `lots` is not empty.
Shown shown(std::span<const Situation> lots, const Closures& closures);

// Both closures hold: every lot is closed or abandoned, at least one is closed, and the broker closed (W28).
bool finished(std::span<const Situation> lots, const Closures& closures);

std::span<const base::Rule> rules();

}  // namespace works::lot
