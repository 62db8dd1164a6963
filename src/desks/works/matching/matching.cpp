#include "desks/works/matching/matching.hpp"

#include <algorithm>
#include <span>
#include <unordered_map>

#include "desks/works/mandate/mandate.hpp"
#include "desks/works/tradesman/tradesman.hpp"
#include "floor/identity/organisations.hpp"

namespace works::matching {
namespace {

using identity::OrganisationId;
using EarlierMandates = std::unordered_map<OrganisationId, EarlierMandate>;

struct Nearby {
  OrganisationId organisation;
  int distance_m;
};

places::Point place_of(const claim::Claim& claim) { return {claim.place.lat_e6, claim.place.lon_e6}; }

int distance_between(places::Point a, places::Point b) { return static_cast<int>(places::distance_m(a, b)); }

Wanted wanted_for(const claim::Claim& claim, const lot::Lot& lot, base::Instant now) {
  return wanted(lot.trades, claim.needed_from, base::paris::day_of(now),
                claim.emergency ? Urgency::emergency : Urgency::ordinary);
}

// How the last mandate of each firm that no longer has the lot ended.
EarlierMandates earlier_mandates(db::Transaction& tx, LotId lot) {
  EarlierMandates earlier;
  for (const auto& mandate : mandate::of_lot(tx, lot))
    if (!mandate::live(mandate.state))
      earlier[mandate.tradesman] = {mandate.state, base::paris::day_of(mandate.ended_at.value_or(mandate.asked_at))};
  return earlier;
}

// The firms whose box meets the area for at least so many of the trades, nearest first.
std::vector<Nearby> nearby(db::Transaction& tx, const std::vector<std::string>& trades, const places::Box& area,
                           places::Point place, std::size_t trades_at_least) {
  std::vector<tradesman::Reach> found;
  for (const auto& trade : trades) {
    const auto of_trade = tradesman::reaching(tx, trade, area);
    found.insert(found.end(), of_trade.begin(), of_trade.end());
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.organisation < b.organisation; });

  std::vector<Nearby> firms;
  for (auto first = found.begin(); first != found.end();) {
    const auto end =
        std::find_if(first, found.end(), [&](const auto& r) { return r.organisation != first->organisation; });
    if (static_cast<std::size_t>(end - first) >= trades_at_least)
      firms.push_back({first->organisation, distance_between(first->base, place)});
    first = end;
  }
  std::sort(firms.begin(), firms.end(), [](const Nearby& a, const Nearby& b) {
    return std::pair(a.distance_m, a.organisation) < std::pair(b.distance_m, b.organisation);
  });
  return firms;
}

std::vector<Candidate> candidates(db::Transaction& tx, std::span<const Nearby> firms, const Wanted& wanted,
                                  const EarlierMandates& earlier) {
  std::vector<OrganisationId> ids;
  for (const auto& firm : firms) ids.push_back(firm.organisation);
  auto profiles = tradesman::profiles(tx, ids, wanted.trades, wanted.period);

  std::vector<Candidate> all;
  for (std::size_t i = 0; i < firms.size(); ++i) {
    const auto known = earlier.find(ids[i]);
    all.push_back({.profile = std::move(profiles[i]),
                   .distance_m = firms[i].distance_m,
                   .earlier = known == earlier.end() ? std::nullopt : std::optional(known->second)});
  }
  return all;
}

// Takes the names of all at once.
template <class Shown>
void name_all(db::Transaction& tx, std::vector<Shown>& all) {
  std::vector<OrganisationId> ids;
  for (const auto& shown : all) ids.push_back(shown.firm.organisation);
  auto names = identity::organisation_names(tx, ids);
  for (std::size_t i = 0; i < all.size(); ++i) all[i].name = std::move(names[i]);
}

// A firm that may be mandated, and what its rank comes from.
struct Eligible {
  Candidate candidate;
  Ranked ranked;
};

// Outward one step of distance at a time, until there are enough: what lies in a farther step cannot rank before.
std::vector<Eligible> eligible(db::Transaction& tx, const std::vector<Nearby>& firms, const Wanted& wanted,
                               const EarlierMandates& earlier, base::Instant now, std::size_t enough) {
  std::vector<Eligible> found;
  for (auto first = firms.begin(); first != firms.end() && found.size() < enough;) {
    const auto step = distance_step(first->distance_m);
    const auto end =
        std::find_if(first, firms.end(), [&](const Nearby& f) { return distance_step(f.distance_m) > step; });
    for (auto& candidate : candidates(tx, {first, end}, wanted, earlier)) {
      if (!exclusions(candidate, wanted).empty()) continue;
      auto& firm = candidate.profile.firm;
      firm.rating = tradesman::rating_of(firm.record, now);
      const Ranked ranked{firm.organisation, candidate.distance_m, firm.rating};
      found.push_back({std::move(candidate), ranked});
    }
    first = end;
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return ranks_before(a.ranked, b.ranked); });
  if (found.size() > enough) found.erase(found.begin() + static_cast<std::ptrdiff_t>(enough), found.end());
  return found;
}

}  // namespace

std::vector<Match> find(db::Transaction& tx, const claim::Claim& claim, const lot::Lot& lot, base::Instant now,
                        int limit) {
  const auto wanted = wanted_for(claim, lot, now);
  const auto place = place_of(claim);
  const auto firms = nearby(tx, lot.trades, places::box_around(place, 0), place, lot.trades.size());

  std::vector<Match> matches;
  for (auto& [candidate, ranked] :
       eligible(tx, firms, wanted, earlier_mandates(tx, lot.id), now, static_cast<std::size_t>(limit)))
    matches.push_back({.name = {},
                       .distance_m = ranked.distance_m,
                       .conditions = conditions(candidate, wanted),
                       .criteria = tradesman::rating_criteria(candidate.profile.firm.record, now),
                       .firm = std::move(candidate.profile.firm)});
  name_all(tx, matches);
  return matches;
}

std::vector<Excluded> find_excluded(db::Transaction& tx, const claim::Claim& claim, const lot::Lot& lot,
                                    base::Instant now, int limit) {
  constexpr std::size_t judged_at_once = 64;
  const auto wanted = wanted_for(claim, lot, now);
  const auto place = place_of(claim);
  const auto firms = nearby(tx, lot.trades, places::box_around(place, near_km.value() * 1000), place, 1);
  const auto earlier = earlier_mandates(tx, lot.id);

  std::vector<Excluded> excluded;
  const auto enough = static_cast<std::size_t>(limit);
  for (std::size_t start = 0; start < firms.size() && excluded.size() < enough; start += judged_at_once) {
    const std::span<const Nearby> batch =
        std::span(firms).subspan(start, std::min(judged_at_once, firms.size() - start));
    for (auto& candidate : candidates(tx, batch, wanted, earlier)) {
      const bool far = candidate.distance_m > near_km.value() * 1000;
      if (far && !reaches(candidate.profile.firm, candidate.distance_m)) continue;
      const auto found = exclusions(candidate, wanted);
      if (found.empty() || excluded.size() == enough) continue;
      std::vector<std::string> reasons;
      for (const auto exclusion : found) reasons.push_back(explained(exclusion, candidate, wanted));
      excluded.push_back({.firm = std::move(candidate.profile.firm),
                          .name = {},
                          .distance_m = candidate.distance_m,
                          .reasons = std::move(reasons)});
    }
  }
  name_all(tx, excluded);
  return excluded;
}

std::vector<Exclusion> why_not(db::Transaction& tx, const claim::Claim& claim, const lot::Lot& lot, OrganisationId firm,
                               base::Instant now) {
  const auto known = tradesman::find(tx, firm);
  MANDAT_ASSERT(known);
  const auto wanted = wanted_for(claim, lot, now);
  const Nearby here{firm, distance_between(known->base(), place_of(claim))};
  return exclusions(candidates(tx, {&here, 1}, wanted, earlier_mandates(tx, lot.id)).front(), wanted);
}

}  // namespace works::matching
