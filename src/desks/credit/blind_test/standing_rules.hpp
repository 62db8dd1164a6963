// Where an insurer stands on a buyer, of all the times it was asked (C5, C8). Pure.
#pragma once

#include <optional>

#include "base/money.hpp"
#include "base/rule.hpp"
#include "base/time.hpp"
#include "desks/credit/blind_test/answer.hpp"

namespace credit::blind_test {

inline constexpr base::Rule standing_rules[] = {
    MANDAT_RULE("C5.newest",
                "Of an insurer asked more than once about a buyer the newest decision stands, whatever test it came "
                "in; what is under study, unanswered or declined since leaves it standing"),
    MANDAT_RULE(
        "C5.apart",
        "Not asked, declined and pending are told apart: an insurer that declined owes nothing on what it had "
        "not decided, and of a buyer without an identifier nobody was asked; a grant under a condition says so"),
};

// One time an insurer was asked about a buyer.
struct Asking {
  base::Money asked;
  enum class Taken { up, declined } taken = Taken::up;  // the whole test, by the insurer
  std::optional<Answer> answer = {};
  base::Instant answered_at = {};
};

struct Standing {
  enum class Last { not_asked, asked, declined } last = Last::not_asked;
  base::Money asked = {};             // where the answer was given
  std::optional<Answer> answer = {};  // the newest decision; what is under study where nothing was decided
  base::Instant answered_at = {};
  enum class Since { nothing, asked_again } since = Since::nothing;  // without a decision

  friend bool operator==(const Standing&, const Standing&) = default;
};
// The next time it was asked, oldest first.
void follow(Standing& standing, const Asking& next);

// What the cell says, and what counts of the exposure: limits of what was asked, cover of what is to be covered.
State state_of(const Standing& standing, base::Day today);
base::Money covered(const Standing& standing, base::Money exposure, base::Day today);
// Granted, in full or in part, as long as a condition is met.
bool conditional(const Standing& standing, base::Day today);

}  // namespace credit::blind_test
