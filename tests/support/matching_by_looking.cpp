#include "support/matching_by_looking.hpp"

#include <algorithm>
#include <functional>

#include "desks/works/mandate/mandate.hpp"
#include "floor/identity/organisations.hpp"
#include "support/works_rows.hpp"

namespace support {
namespace {

using namespace works;
using namespace works::matching;

Wanted wanted_by(const Question& question) {
  return wanted(question.lot.trades, question.claim.needed_from, base::paris::day_of(question.now),
                question.claim.emergency ? Urgency::emergency : Urgency::ordinary);
}

std::vector<Candidate> everyone(db::Transaction& tx, const Question& question, const Wanted& wanted) {
  std::vector<identity::OrganisationId> ids;
  for (const auto& firm : tradesman::all(tx, {}, 10'000)) ids.push_back(firm.organisation);
  std::vector<Candidate> all;
  const places::Point place{question.claim.place.lat_e6, question.claim.place.lon_e6};
  for (auto& profile : tradesman::profiles(tx, ids, wanted.trades, wanted.period)) {
    const auto distance = places::distance_m(profile.firm.base(), place);
    all.push_back({.profile = std::move(profile), .distance_m = static_cast<int>(distance), .earlier = {}});
  }
  for (const auto& mandate : mandate::of_lot(tx, question.lot.id))
    for (auto& candidate : all)
      if (candidate.profile.firm.organisation == mandate.tradesman && mandate.ended_at)
        candidate.earlier = EarlierMandate{mandate.state, base::paris::day_of(*mandate.ended_at)};
  return all;
}

// Whether a certificate of whatever day names one of the trades.
bool of_a_trade(db::Transaction& tx, const Candidate& candidate, const Wanted& wanted) {
  const auto coverages = tradesman::coverages_of(tx, candidate.profile.firm.organisation);
  return std::any_of(coverages.begin(), coverages.end(), [&](const tradesman::Coverage& coverage) {
    return std::find(wanted.trades.begin(), wanted.trades.end(), coverage.trade) != wanted.trades.end();
  });
}

std::string begun(const std::string& name, int distance_m) { return name + ", " + std::to_string(distance_m); }

template <class Shown>
std::string with(std::string line, const std::vector<Shown>& all) {
  for (const auto& shown : all) line += "; " + shown.value;
  return line;
}
std::string with(std::string line, const std::vector<std::string>& reasons) {
  for (const auto& reason : reasons) line += "; " + reason;
  return line;
}

Told named(db::Transaction& tx, const std::vector<Candidate>& all, std::size_t limit,
           const std::function<std::string(std::string, const Candidate&)>& line) {
  std::vector<identity::OrganisationId> ids;
  for (std::size_t i = 0; i < std::min(limit, all.size()); ++i) ids.push_back(all[i].profile.firm.organisation);
  const auto names = identity::organisation_names(tx, ids);
  Told told;
  for (std::size_t i = 0; i < names.size(); ++i) told.push_back(line(begun(names[i], all[i].distance_m), all[i]));
  return told;
}

}  // namespace

Told proposed(db::Transaction& tx, const Question& question, std::size_t limit) {
  Told told;
  for (const auto& match : find(tx, question.claim, question.lot, question.now, static_cast<int>(limit)))
    told.push_back(
        with(with(begun(match.name, match.distance_m) + ", " + std::to_string(match.rating), match.conditions),
             match.criteria));
  return told;
}

Told excluded(db::Transaction& tx, const Question& question, std::size_t limit) {
  Told told;
  for (const auto& firm : find_excluded(tx, question.claim, question.lot, question.now, static_cast<int>(limit)))
    told.push_back(with(begun(firm.name, firm.distance_m), firm.reasons));
  return told;
}

Told proposed_by_looking(db::Transaction& tx, const Ranking& ranking, const Question& question, std::size_t limit) {
  const auto wanted = wanted_by(question);
  auto all = everyone(tx, question, wanted);
  std::erase_if(all, [&](const Candidate& candidate) { return !exclusions(candidate, wanted).empty(); });
  const auto rating = [&](const Candidate& candidate) {
    return tradesman::rating_of(candidate.profile.firm.record, question.now, ranking.weights);
  };
  std::sort(all.begin(), all.end(), [&](const Candidate& a, const Candidate& b) {
    return ranks_before({a.profile.firm.organisation, a.distance_m, rating(a)},
                        {b.profile.firm.organisation, b.distance_m, rating(b)}, ranking.step_m);
  });
  return named(tx, all, limit, [&](std::string line, const Candidate& candidate) {
    line += ", " + std::to_string(rating(candidate));
    return with(with(std::move(line), conditions(candidate, wanted)),
                tradesman::rating_criteria(candidate.profile.firm.record, question.now, ranking.weights));
  });
}

Told excluded_by_looking(db::Transaction& tx, const Question& question, std::size_t limit) {
  const auto wanted = wanted_by(question);
  auto all = everyone(tx, question, wanted);
  std::erase_if(all, [&](const Candidate& candidate) {
    const auto& firm = candidate.profile.firm;
    const bool near = candidate.distance_m <= near_km.value() * 1000 || reaches(firm, candidate.distance_m);
    return !near || firm.state == tradesman::State::left || exclusions(candidate, wanted).empty() ||
           !of_a_trade(tx, candidate, wanted);
  });
  std::sort(all.begin(), all.end(), [](const Candidate& a, const Candidate& b) {
    return std::pair(a.distance_m, a.profile.firm.organisation) < std::pair(b.distance_m, b.profile.firm.organisation);
  });
  return named(tx, all, limit, [&](std::string line, const Candidate& candidate) {
    std::vector<std::string> reasons;
    for (const auto exclusion : exclusions(candidate, wanted))
      reasons.push_back(explained(exclusion, candidate, wanted));
    return with(std::move(line), reasons);
  });
}

void FirmsOnBothEngines::SetUp() {
  PlatformOnBothEngines::SetUp();
  if (IsSkipped() || HasFatalFailure()) return;
  act([&](platform::Act& act) {
    question_.claim = add_claim(act, add_organisation(act, "Cabinet Exemple", identity::OrganisationKind::broker));
    question_.lot = add_lot(act, question_.claim, {"plomberie"});
    question_.now = act.now;
  });
}

void FirmsOnBothEngines::set_state(platform::Act& act, identity::OrganisationId firm, works::tradesman::State state) {
  auto known = *works::tradesman::find(act.tx, firm);
  known.state = state;
  save(act.tx, known);
}

}  // namespace support
