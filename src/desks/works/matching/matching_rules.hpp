// Which firms may be proposed for a lot, in which order, and why not the others (W11). Pure.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/rule.hpp"
#include "desks/works/mandate/mandate_states.hpp"
#include "desks/works/tradesman/profile.hpp"
#include "desks/works/tradesman/profile_rules.hpp"
#include "desks/works/tradesman/rating_rules.hpp"

namespace works::matching {

inline constexpr base::Figure<int> needed_days{"W11.needed_days", 5};        // as long as a quote may take (W19)
inline constexpr base::Figure<int> emergency_days{"W11.emergency_days", 3};  // so that a weekend always holds a Monday
inline constexpr base::Figure<int> distance_step_m{"W11.distance_step_m", 5000};

// What the operator may set (W11.weights); the same on every server.
struct Ranking {
  tradesman::Weights weights = {};
  int step_m = distance_step_m.value();  // > 0

  friend bool operator==(const Ranking&, const Ranking&) = default;
};

// Hard filters, in the order they are told.
enum class Exclusion {
  not_active,
  trade_not_covered,  // by a décennale valid on the first day (W8)
  outside_radius,     // W9
  unavailable,        // in the whole of the needed period (W9)
  already_refused,    // refused, let expire, cancelled, or was withdrawn from this lot
};
std::string_view label(Exclusion exclusion);  // French, lower case: "hors de son rayon d’intervention"

// How an earlier mandate of the lot ended.
struct EarlierMandate {
  mandate::State ended_as;  // refused, expired, cancelled or withdrawn
  base::Day on;
};
std::string told(const EarlierMandate& earlier);  // French, the firm being the subject: "a refusé le 21 nov. 2026"

struct Candidate {
  tradesman::Profile profile;
  int distance_m;
  std::optional<EarlierMandate> earlier = {};
};

enum class Urgency { ordinary, emergency };
struct Wanted {
  std::vector<std::string> trades;  // the firm must cover them all (W12), on the period's first day
  tradesman::Period period;         // in which it must have a day
};
// A claim that has waited asks for firms that are free from today.
Wanted wanted(std::vector<std::string> trades, base::Day needed_from, base::Day today, Urgency urgency);

std::vector<Exclusion> exclusions(const Candidate& candidate, const Wanted& wanted);
// The exclusion with its facts, in French: "à 45 km, au-delà de son rayon de 30 km".
std::string explained(Exclusion exclusion, const Candidate& candidate, const Wanted& wanted);

// The same conditions once they are met, with their facts: "Décennale", "valide jusqu’au 31 déc. 2027".
struct Condition {
  std::string_view name;
  std::string value;
};
std::vector<Condition> conditions(const Candidate& candidate, const Wanted& wanted);  // of one without exclusion

// Order: distance by steps, of five kilometres as it stands, then rating descending, then distance, then id. Positions
// are those of communes: a firm that answers well is not put behind another for a few hundred metres.
struct Ranked {
  identity::OrganisationId organisation;
  int distance_m;
  int rating;
};
bool ranks_before(const Ranked& a, const Ranked& b, int step_m);

std::span<const base::Rule> rules();

}  // namespace works::matching
