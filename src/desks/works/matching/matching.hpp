// The firms proposed for a lot, each with every criterion, and those excluded with every reason (W11).
#pragma once

#include <vector>

#include "db/database.hpp"
#include "desks/works/claim/claim.hpp"
#include "desks/works/lot/lot.hpp"
#include "desks/works/matching/matching_rules.hpp"

namespace works::matching {

struct Match {
  tradesman::Tradesman firm;
  std::string name;                 // of the organisation
  int distance_m;
  std::vector<Criterion> criteria;
};
struct Excluded {
  tradesman::Tradesman firm;
  std::string name;
  int distance_m;
  std::vector<Exclusion> reasons;
};
struct Matches {
  std::vector<Match> proposed;      // best first, at most `limit`
  std::vector<Excluded> excluded;   // nearest first, at most 50: firms of these trades whose area is not far
};

// A named system query (P2): it reads across organisations and returns what W11 shows of a firm, nothing else.
Matches find(db::Transaction& tx, const claim::Claim& claim, const lot::Lot& lot, base::Instant now, int limit);

// Whether one firm may be mandated for the lot right now: what `find` would say of it.
std::vector<Exclusion> why_not(db::Transaction& tx, const claim::Claim& claim, const lot::Lot& lot,
                               identity::OrganisationId firm, base::Instant now);

}  // namespace works::matching
