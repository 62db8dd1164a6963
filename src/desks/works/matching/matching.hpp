// The firms proposed for a lot, each with every criterion, and those excluded with every reason (W11).
// Named system queries (P2): they read across organisations and return what W11 shows of a firm, nothing else.
#pragma once

#include <vector>

#include "db/database.hpp"
#include "desks/works/claim/claim.hpp"
#include "desks/works/lot/lot.hpp"
#include "desks/works/matching/matching_rules.hpp"

namespace works::matching {

struct Match {
  std::string name;  // of the organisation
  int distance_m;
  std::vector<Condition> conditions;           // of the hard filters, all met
  std::vector<tradesman::Criterion> criteria;  // of the rating
  int rating;                                  // 0 to 1000, as of `now`
  tradesman::Tradesman firm;
  std::vector<std::string> qualifications = {};  // accepted and in force (W2)
};
// Best first, at most `limit` > 0. `tx` reads: found in memory (live_firms.hpp), told from the database.
std::vector<Match> find(db::Transaction& tx, const claim::Claim& claim, const lot::Lot& lot, base::Instant now,
                        int limit);

struct Excluded {
  tradesman::Tradesman firm;
  std::string name;
  int distance_m;
  std::vector<std::string> reasons;  // French, with their facts
};
// Nearest first, at most `limit` > 0: firms of one of the lot's trades whose own radius reaches the place, or whose
// base lies within `near_km` of it.
inline constexpr base::Figure<int> near_km{"W11.near_km", 100};
std::vector<Excluded> find_excluded(db::Transaction& tx, const claim::Claim& claim, const lot::Lot& lot,
                                    base::Instant now, int limit);

// Why one firm, which exists, may not be mandated for the lot right now: what `find` would say of it, read from the
// database alone, so that the mandate that follows clashes with whatever changes it. Empty: it may.
std::vector<Exclusion> why_not(db::Transaction& tx, const claim::Claim& claim, const lot::Lot& lot,
                               identity::OrganisationId firm, base::Instant now);

}  // namespace works::matching
