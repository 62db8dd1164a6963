// An insurer's answer on one buyer (C5): the RECECO response kind, the amount, the validity. What the screen calls it
// is derived by one table. Pure.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/money.hpp"
#include "base/rule.hpp"
#include "base/time.hpp"

namespace credit::blind_test {

inline constexpr base::Rule answer_rules[] = {
    MANDAT_RULE(
        "C5.state",
        "What is stored is the RECECO response kind, the amount and its validity; not asked, pending, granted in "
        "full, granted in part, refused, insolvency only and expired are derived by one table, never conflated"),
};

// RECECO response kinds.
enum class Kind {
  approved,
  partly_approved,
  conditional,
  refused,
  increase_refused,  // existing cover stands
  reduced,
  withdrawn,
  pending,     // referred to an underwriter
  pre_notice,  // of withdrawal
  partial_expiry,
};
std::string_view to_text(Kind kind);
std::optional<Kind> kind_from_text(std::string_view text);
std::string_view label(Kind kind);

enum class Scope { all_risks, insolvency_only };
std::string_view to_text(Scope scope);
std::optional<Scope> scope_from_text(std::string_view text);

struct Answer {
  Kind kind = Kind::pending;
  base::Money amount;
  Scope scope = Scope::all_risks;
  std::optional<base::Day> valid_until = {};  // last day
  std::string conditions = {};

  friend bool operator==(const Answer&, const Answer&) = default;
};

// `declined`: the insurer took up none of the test; no answer says so of one buyer.
enum class State { not_asked, pending, granted, partial, refused, insolvency_only, expired, declined };
inline constexpr std::array states{State::not_asked, State::pending,         State::granted, State::partial,
                                   State::refused,   State::insolvency_only, State::expired, State::declined};
std::string_view label(State state);
std::string_view slug(State state);  // for style sheets

// What each kind says of the amount that comes with it.
enum class Meaning { by_amount, nothing_granted, undecided };
struct KindMeaning {
  Kind kind;
  Meaning meaning;
};
inline constexpr KindMeaning meanings[] = {
    {Kind::approved, Meaning::by_amount},         {Kind::partly_approved, Meaning::by_amount},
    {Kind::conditional, Meaning::by_amount},      {Kind::refused, Meaning::nothing_granted},
    {Kind::increase_refused, Meaning::by_amount}, {Kind::reduced, Meaning::by_amount},
    {Kind::withdrawn, Meaning::nothing_granted},  {Kind::pending, Meaning::undecided},
    {Kind::pre_notice, Meaning::by_amount},       {Kind::partial_expiry, Meaning::by_amount},
};

bool decided(const Answer& answer);  // neither pending nor referred
// Grants something, for as long as it is valid: a limit, whatever its cause or condition.
bool grants(const Answer& answer);

// No answer yet from an insurer that was asked: pending.
State state_of(const std::optional<Answer>& answer, base::Money asked, base::Day today);

// What the answer covers of what was asked, for any cause: nothing unless granted in full or in part.
base::Money covered(const std::optional<Answer>& answer, base::Money asked, base::Day today);

}  // namespace credit::blind_test
