#include "desks/credit/blind_test/standing_rules.hpp"

#include <algorithm>

namespace credit::blind_test {

void follow(Standing& standing, const Asking& next) {
  const bool decided_before = standing.answer && decided(*standing.answer);
  const bool decides = next.answer && decided(*next.answer);
  standing.last = next.taken == Asking::Taken::declined ? Standing::Last::declined : Standing::Last::asked;
  if (decides || (!decided_before && next.answer)) {
    standing.answer = next.answer;
    standing.asked = next.asked;
    standing.answered_at = next.answered_at;
  }
  standing.since = decided_before && !decides ? Standing::Since::asked_again : Standing::Since::nothing;
}

State state_of(const Standing& standing, base::Day today) {
  if (standing.answer && decided(*standing.answer)) return state_of(standing.answer, standing.asked, today);
  switch (standing.last) {
    case Standing::Last::not_asked:
      return State::not_asked;
    case Standing::Last::declined:
      return State::declined;
    case Standing::Last::asked:
      break;
  }
  return State::pending;
}

base::Money covered(const Standing& standing, base::Money exposure, base::Day today) {
  const State state = state_of(standing, today);
  if (state != State::granted && state != State::partial) return {};
  return std::min(standing.answer->amount, exposure);
}

bool conditional(const Standing& standing, base::Day today) {
  const State state = state_of(standing, today);
  if (state != State::granted && state != State::partial) return false;
  return standing.answer->kind == Kind::conditional || !standing.answer->conditions.empty();
}

}  // namespace credit::blind_test
