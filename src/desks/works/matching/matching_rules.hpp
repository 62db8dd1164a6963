// Which firms may be proposed for a lot, in which order, and why not the others (W11). Pure.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/rule.hpp"
#include "desks/works/tradesman/tradesman.hpp"

namespace works::matching {

// Hard filters, in the order they are told.
enum class Exclusion {
  not_active,
  trade_not_covered,      // by a décennale valid on the day (W8)
  outside_radius,
  unavailable,            // absent, or does not work that day
  already_refused,        // refused, let expire, cancelled, or was withdrawn from this lot
};
std::string_view label(Exclusion exclusion);  // French

struct Candidate {
  tradesman::Tradesman firm;
  std::vector<tradesman::Coverage> coverages;
  std::vector<tradesman::Absence> absences;
  int distance_m;
  std::optional<std::string> earlier_end;     // label of how an earlier mandate on this lot ended
};
struct Wanted {
  std::vector<std::string> trades;            // the firm must cover them all
  base::Day day;                              // first day it should be available; the certificates' day as well
};

std::vector<Exclusion> exclusions(const Candidate& candidate, const Wanted& wanted);

// One criterion of the ranking as the screen shows it.
struct Criterion {
  std::string_view name;   // French: "Taux de réponse"
  std::string value;       // French: "92 % (23 sur 25)"
  int points;              // 0 to its weight
  int weight;
};
// The part without distance, 0 to 1000: response rate and speed, closure record, current load, longest idle.
std::vector<Criterion> rating_criteria(const tradesman::Record& record, base::Instant now);
int rating_of(const tradesman::Record& record, base::Instant now);

// Order: distance, then rating descending, then id.
struct Ranked {
  identity::OrganisationId organisation;
  int distance_m;
  int rating;
};
bool ranks_before(const Ranked& a, const Ranked& b);

std::span<const base::Rule> rules();

}  // namespace works::matching
