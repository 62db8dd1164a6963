#include "desks/works/matching/matching_rules.hpp"

#include <algorithm>
#include <tuple>

#include "base/assert.hpp"
#include "base/french.hpp"
#include "desks/works/trade/trade.hpp"

namespace works::matching {
namespace {

constexpr base::Rule rule_rows[] = {
    MANDAT_RULE("W11", "Each proposed firm shows every criterion with its value, each excluded one every reason"),
    MANDAT_RULE(
        "W11.exclusions",
        "Proposed is a firm that is active, whose décennale covers every trade of the lot, within its own radius, "
        "available in the needed period, and whose mandate on this lot has not already ended without the job"),
    MANDAT_RULE(
        "W11.period",
        "The needed period is five days, three in an emergency, from the day the broker asks for or from today if "
        "that is past"),
    MANDAT_RULE("W11.in_memory",
                "The index in memory finds the same firms in the same order as looking through all of them, whatever "
                "has changed since it was filled; the choice of a firm and `mandat match` answer from it"),
    MANDAT_RULE("W11.current",
                "A search answers from memory exactly what its own snapshot of the database holds: what any server has "
                "committed before it, nothing that was rolled back or came later"),
    MANDAT_RULE("W11.ranking",
                "Nearest first by steps of five kilometres, within a step the best rated first, then the nearest"),
};

using base::french::day_medium;

std::vector<std::string> uncovered_trades(const Candidate& candidate, const Wanted& wanted) {
  std::vector<std::string> uncovered;
  for (const auto& trade : wanted.trades)
    if (!covers(candidate.profile.coverages, trade, wanted.period.first)) uncovered.push_back(trade);
  return uncovered;
}

std::string labels(const std::vector<std::string>& trades) {
  std::string text;
  for (const auto& slug : trades) {
    const auto* trade = trade::find(slug);
    text += (text.empty() ? "" : ", ") + (trade ? std::string(trade->label) : slug);
  }
  return text;
}

bool not_active(const Candidate& candidate, const Wanted&) {
  return candidate.profile.firm.state != tradesman::State::active || candidate.profile.firm.lapsed;
}
std::string activity(const Candidate& candidate, const Wanted&) {
  switch (candidate.profile.firm.state) {
    case tradesman::State::active:
      if (candidate.profile.firm.lapsed) return "une attestation obligatoire a expiré";
      break;
    case tradesman::State::suspended:
      return "partenariat suspendu";
    case tradesman::State::left:
      return "n’est plus partenaire";
  }
  return "actif";
}

bool trade_not_covered(const Candidate& candidate, const Wanted& wanted) {
  return !uncovered_trades(candidate, wanted).empty();
}
std::string missing_certificate(const Candidate& candidate, const Wanted& wanted) {
  return "aucune décennale valide le " + day_medium(wanted.period.first) +
         " pour : " + labels(uncovered_trades(candidate, wanted));
}
std::string valid_certificate(const Candidate& candidate, const Wanted& wanted) {
  std::optional<base::Day> until;
  for (const auto& trade : wanted.trades) {
    const auto of_trade = covered_until(candidate.profile.coverages, trade, wanted.period.first);
    if (!until || of_trade < until) until = of_trade;
  }
  MANDAT_ASSERT(until);
  return "valide jusqu’au " + day_medium(*until) + " pour : " + labels(wanted.trades);
}

bool outside_radius(const Candidate& candidate, const Wanted&) {
  return !reaches(candidate.profile.firm, candidate.distance_m);
}
std::string outside(const Candidate& candidate, const Wanted&) {
  return "à " + base::french::distance(candidate.distance_m) + ", au-delà de son rayon de " +
         base::french::distance(candidate.profile.firm.radius_m);
}
std::string inside(const Candidate& candidate, const Wanted&) {
  return "à " + base::french::distance(candidate.distance_m) + ", dans son rayon de " +
         base::french::distance(candidate.profile.firm.radius_m);
}

std::optional<base::Day> free_day(const Candidate& candidate, const Wanted& wanted) {
  return first_available(candidate.profile.firm, candidate.profile.absences, wanted.period);
}
bool unavailable(const Candidate& candidate, const Wanted& wanted) { return !free_day(candidate, wanted); }
std::string away(const Candidate&, const Wanted& wanted) {
  return "indisponible du " + day_medium(wanted.period.first) + " au " + day_medium(wanted.period.last());
}
std::string free_from(const Candidate& candidate, const Wanted& wanted) {
  return "dès le " + base::french::day_long(*free_day(candidate, wanted));
}

bool already_refused(const Candidate& candidate, const Wanted&) { return candidate.earlier.has_value(); }
std::string story(const Candidate& candidate, const Wanted&) { return told(*candidate.earlier); }
std::string no_story(const Candidate&, const Wanted&) { return "jamais sollicitée"; }

using Tells = std::string (*)(const Candidate&, const Wanted&);
struct Filter {
  Exclusion exclusion;
  std::string_view label;
  bool (*excludes)(const Candidate&, const Wanted&);
  Tells why;
  std::string_view condition;
  Tells met;
};
constexpr Filter filters[] = {
    {Exclusion::not_active, "partenariat inactif", not_active, activity, "Partenariat", activity},
    {Exclusion::trade_not_covered, "métier sans décennale valide", trade_not_covered, missing_certificate, "Décennale",
     valid_certificate},
    {Exclusion::outside_radius, "hors de son rayon d’intervention", outside_radius, outside, "Distance", inside},
    {Exclusion::unavailable, "indisponible dans la période voulue", unavailable, away, "Disponible", free_from},
    {Exclusion::already_refused, "déjà sollicitée pour ce lot", already_refused, story, "Historique du lot", no_story},
};

const Filter& filter_of(Exclusion exclusion) { return filters[static_cast<std::size_t>(exclusion)]; }

constexpr bool in_order() {
  for (std::size_t i = 0; i < std::size(filters); ++i)
    if (static_cast<std::size_t>(filters[i].exclusion) != i) return false;
  return true;
}
static_assert(in_order());

}  // namespace

std::string_view label(Exclusion exclusion) { return filter_of(exclusion).label; }

std::string told(const EarlierMandate& earlier) {
  const std::string on = " le " + day_medium(earlier.on);
  switch (earlier.ended_as) {
    case mandate::State::refused:
      return "a refusé" + on;
    case mandate::State::expired:
      return "n’a pas répondu à temps, demande retirée" + on;
    case mandate::State::cancelled:
      return "a annulé" + on;
    case mandate::State::withdrawn:
      return "s’est vu retirer le lot" + on;
    case mandate::State::asked:
    case mandate::State::accepted:
    case mandate::State::quoted:
    case mandate::State::closed:
      break;
  }
  MANDAT_ASSERT(!"an earlier mandate has ended without the job");
  return {};
}

Wanted wanted(std::vector<std::string> trades, base::Day needed_from, base::Day today, Urgency urgency) {
  const int days = urgency == Urgency::emergency ? emergency_days.value() : needed_days.value();
  return {std::move(trades), {std::max(needed_from, today), days}};
}

std::vector<Exclusion> exclusions(const Candidate& candidate, const Wanted& wanted) {
  std::vector<Exclusion> found;
  for (const Filter& filter : filters)
    if (filter.excludes(candidate, wanted)) found.push_back(filter.exclusion);
  return found;
}

std::string explained(Exclusion exclusion, const Candidate& candidate, const Wanted& wanted) {
  return filter_of(exclusion).why(candidate, wanted);
}

std::vector<Condition> conditions(const Candidate& candidate, const Wanted& wanted) {
  std::vector<Condition> met;
  for (const Filter& filter : filters) met.push_back({filter.condition, filter.met(candidate, wanted)});
  return met;
}

bool ranks_before(const Ranked& a, const Ranked& b, int step_m) {
  const auto key = [step_m](const Ranked& r) {
    return std::tuple(r.distance_m / step_m, -r.rating, r.distance_m, r.organisation.value);
  };
  return key(a) < key(b);
}

std::span<const base::Rule> rules() { return rule_rows; }

}  // namespace works::matching
