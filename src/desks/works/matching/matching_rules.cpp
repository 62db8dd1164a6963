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
    MANDAT_RULE("W11.exclusions",
                "Proposed is a firm that is active, whose décennale covers every trade of the lot, within its own radius, "
                "available in the needed period, and whose mandate on this lot has not already ended without the job"),
    MANDAT_RULE("W11.period",
                "The needed period is five days, three in an emergency, from the day the broker asks for or from today if "
                "that is past"),
    MANDAT_RULE("W11.ranking",
                "Nearest first by steps of five kilometres, within a step the best rated first, then the nearest"),
};

using base::french::day_medium;

// French, one line for all the trades that lack a valid certificate.
std::string uncovered_trades(const Candidate& candidate, const Wanted& wanted) {
  std::string names;
  for (const auto& slug : wanted.trades) {
    if (covers(candidate.profile.coverages, slug, wanted.period.first)) continue;
    const auto* trade = trade::find(slug);
    names += (names.empty() ? "" : ", ") + (trade ? std::string(trade->label) : slug);
  }
  return names;
}

bool not_active(const Candidate& candidate, const Wanted&) {
  return candidate.profile.firm.state != tradesman::State::active;
}
std::string why_not_active(const Candidate& candidate, const Wanted&) {
  switch (candidate.profile.firm.state) {
    case tradesman::State::suspended: return "partenariat suspendu";
    case tradesman::State::left: return "n’est plus partenaire";
    case tradesman::State::active: break;
  }
  return "partenaire actif";
}

bool trade_not_covered(const Candidate& candidate, const Wanted& wanted) {
  return std::any_of(wanted.trades.begin(), wanted.trades.end(), [&](const std::string& trade) {
    return !covers(candidate.profile.coverages, trade, wanted.period.first);
  });
}
std::string why_trade_not_covered(const Candidate& candidate, const Wanted& wanted) {
  return "aucune décennale valide le " + day_medium(wanted.period.first) + " pour : " +
         uncovered_trades(candidate, wanted);
}

bool outside_radius(const Candidate& candidate, const Wanted&) {
  return !reaches(candidate.profile.firm, candidate.distance_m);
}
std::string why_outside_radius(const Candidate& candidate, const Wanted&) {
  return "à " + base::french::distance(candidate.distance_m) + ", au-delà de son rayon de " +
         base::french::distance(candidate.profile.firm.radius_m);
}

bool unavailable(const Candidate& candidate, const Wanted& wanted) {
  return !available(candidate.profile.firm, candidate.profile.absences, wanted.period);
}
std::string why_unavailable(const Candidate&, const Wanted& wanted) {
  return "indisponible du " + day_medium(wanted.period.first) + " au " + day_medium(wanted.period.last());
}

bool already_refused(const Candidate& candidate, const Wanted&) { return candidate.earlier.has_value(); }
std::string why_already_refused(const Candidate& candidate, const Wanted&) { return told(*candidate.earlier); }

struct Filter {
  Exclusion exclusion;
  std::string_view label;
  bool (*holds)(const Candidate&, const Wanted&);
  std::string (*why)(const Candidate&, const Wanted&);
};
constexpr Filter filters[] = {
    {Exclusion::not_active, "partenariat inactif", not_active, why_not_active},
    {Exclusion::trade_not_covered, "métier sans décennale valide", trade_not_covered, why_trade_not_covered},
    {Exclusion::outside_radius, "hors de son rayon d’intervention", outside_radius, why_outside_radius},
    {Exclusion::unavailable, "indisponible dans la période voulue", unavailable, why_unavailable},
    {Exclusion::already_refused, "déjà sollicitée pour ce lot", already_refused, why_already_refused},
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
    case mandate::State::refused: return "a refusé" + on;
    case mandate::State::expired: return "n’a pas répondu à temps, demande retirée" + on;
    case mandate::State::cancelled: return "a annulé" + on;
    case mandate::State::withdrawn: return "s’est vu retirer le lot" + on;
    case mandate::State::asked:
    case mandate::State::accepted:
    case mandate::State::quoted:
    case mandate::State::closed: break;
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
    if (filter.holds(candidate, wanted)) found.push_back(filter.exclusion);
  return found;
}

std::string explained(Exclusion exclusion, const Candidate& candidate, const Wanted& wanted) {
  return filter_of(exclusion).why(candidate, wanted);
}

int distance_step(int distance_m) { return distance_m / distance_step_m.value(); }

bool ranks_before(const Ranked& a, const Ranked& b) {
  const auto key = [](const Ranked& r) {
    return std::tuple(distance_step(r.distance_m), -r.rating, r.distance_m, r.organisation.value);
  };
  return key(a) < key(b);
}

std::span<const base::Rule> rules() { return rule_rows; }

}  // namespace works::matching
