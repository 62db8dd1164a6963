// Where each story of the demo is to end, how long ago it began, and what its claim is about.
#pragma once

#include <span>
#include <string_view>

namespace app::demo {

enum class Ending {
  to_assign,
  awaiting_answer,
  to_reassign_after_refusal,
  to_reassign_after_silence,
  awaiting_quote,
  quote_overdue,
  quote_received,
  at_insurer,
  visit_planned,
  quote_refused,
  quote_validated,
  job_closed,
  broker_closed,
  closed,
  abandoned,
};

struct Plot {
  Ending ending;
  int stories;                       // how many end so
  int youngest_hours, oldest_hours;  // before now, when the claim was declared
};
std::span<const Plot> plots();  // a hundred stories in all

struct Loss {
  std::string_view kind, trades, description;  // trades: slugs, '+' within a lot, ';' between lots
  bool emergency;
};
std::span<const Loss> losses();

}  // namespace app::demo
