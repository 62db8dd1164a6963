#include "desks/works/matching/matching.hpp"

#include <algorithm>
#include <unordered_map>

#include "desks/works/admission/application.hpp"
#include "desks/works/mandate/mandate.hpp"
#include "desks/works/matching/live_firms.hpp"
#include "desks/works/tradesman/tradesman.hpp"
#include "floor/identity/organisations.hpp"

namespace works::matching {
namespace {

using identity::OrganisationId;
using EarlierMandates = std::unordered_map<OrganisationId, EarlierMandate>;

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

std::optional<EarlierMandate> earlier_of(OrganisationId firm, const EarlierMandates& earlier) {
  const auto known = earlier.find(firm);
  return known == earlier.end() ? std::nullopt : std::optional(known->second);
}

Asked asked_for(const claim::Claim& claim, const Wanted& wanted, const EarlierMandates& earlier, base::Instant now) {
  Asked asked{.place = place_of(claim),
              .trades = {},
              .period = {wanted.period.first.since_epoch, wanted.period.last().since_epoch},
              .refused = {},
              .now = now};
  for (const auto& trade : wanted.trades) asked.trades.push_back(number_of_trade(trade));
  for (const auto& [firm, mandate] : earlier) asked.refused.push_back(firm.value);
  std::sort(asked.refused.begin(), asked.refused.end());
  return asked;
}

// What is told of firms that were found, in their order.
template <class Found>
std::vector<Candidate> candidates(db::Transaction& tx, const std::vector<Found>& found, const Wanted& wanted,
                                  const EarlierMandates& earlier) {
  std::vector<OrganisationId> ids;
  for (const auto& firm : found) ids.push_back(firm.organisation);
  auto profiles = tradesman::profiles(tx, ids, wanted.trades, wanted.period);

  std::vector<Candidate> all;
  for (std::size_t i = 0; i < found.size(); ++i)
    all.push_back(
        {.profile = std::move(profiles[i]), .distance_m = found[i].distance_m, .earlier = earlier_of(ids[i], earlier)});
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

// Of those that are shown alone: the memory knows nothing of them (ADR 12).
void add_qualifications(db::Transaction& tx, std::vector<Match>& matches, base::Day today) {
  std::vector<OrganisationId> ids;
  for (const auto& match : matches) ids.push_back(match.firm.organisation);
  auto known = admission::qualifications_of(tx, ids, today);
  for (auto& match : matches) match.qualifications = std::move(known[match.firm.organisation]);
}

}  // namespace

std::vector<Match> find(db::Transaction& tx, const claim::Claim& claim, const lot::Lot& lot, base::Instant now,
                        int limit) {
  const auto wanted = wanted_for(claim, lot, now);
  const auto earlier = earlier_mandates(tx, lot.id);
  const auto asked = asked_for(claim, wanted, earlier, now);
  std::vector<Ranked> best;
  Ranking ranking;
  tx.kept().of<LiveFirms>().search(
      tx, base::paris::day_of(now), [&](const FirmIndex& index, const Differing& differing, const Ranking& in_force) {
        best = proposed(index, differing, asked, in_force, static_cast<std::size_t>(limit));
        ranking = in_force;
      });

  std::vector<Match> matches;
  auto told = candidates(tx, best, wanted, earlier);
  for (std::size_t i = 0; i < best.size(); ++i) {
    auto& firm = told[i].profile.firm;
    matches.push_back({.name = {},
                       .distance_m = best[i].distance_m,
                       .conditions = conditions(told[i], wanted),
                       .criteria = tradesman::rating_criteria(firm.record, now, ranking.weights),
                       .rating = best[i].rating,
                       .firm = std::move(firm)});
  }
  name_all(tx, matches);
  add_qualifications(tx, matches, base::paris::day_of(now));
  return matches;
}

std::vector<Excluded> find_excluded(db::Transaction& tx, const claim::Claim& claim, const lot::Lot& lot,
                                    base::Instant now, int limit) {
  const auto wanted = wanted_for(claim, lot, now);
  const auto earlier = earlier_mandates(tx, lot.id);
  const auto asked = asked_for(claim, wanted, earlier, now);
  std::vector<LeftOut> nearest;
  tx.kept().of<LiveFirms>().search(
      tx, base::paris::day_of(now), [&](const FirmIndex& index, const Differing& differing, const Ranking&) {
        nearest = left_out(index, differing, asked, near_km.value() * 1000, static_cast<std::size_t>(limit));
      });

  std::vector<Excluded> excluded;
  for (auto& candidate : candidates(tx, nearest, wanted, earlier)) {
    std::vector<std::string> reasons;
    for (const auto exclusion : exclusions(candidate, wanted))
      reasons.push_back(explained(exclusion, candidate, wanted));
    excluded.push_back({.firm = std::move(candidate.profile.firm),
                        .name = {},
                        .distance_m = candidate.distance_m,
                        .reasons = std::move(reasons)});
  }
  name_all(tx, excluded);
  return excluded;
}

std::vector<Exclusion> why_not(db::Transaction& tx, const claim::Claim& claim, const lot::Lot& lot, OrganisationId firm,
                               base::Instant now) {
  const auto known = tradesman::find(tx, firm);
  MANDAT_ASSERT(known);
  const auto wanted = wanted_for(claim, lot, now);
  const LeftOut here{firm, distance_between(known->base(), place_of(claim))};
  return exclusions(candidates(tx, std::vector{here}, wanted, earlier_mandates(tx, lot.id)).front(), wanted);
}

}  // namespace works::matching
