// Who is proposed for a lot and who is left out, from the firms in memory (W11). Pure. What is shown of each is read
// from the database by who asks: `matching_rules.hpp` explains it.
#pragma once

#include <cstdint>
#include <vector>

#include "desks/works/matching/firm_index.hpp"
#include "desks/works/matching/matching_rules.hpp"

namespace works::matching {

struct Asked {
  places::Point place;
  std::vector<std::int32_t> trades;   // one or more: certificates cover them all on the period's first day (W12)
  DaySpan period;                     // on one day of it the firm is free
  std::vector<std::int64_t> refused;  // firms that had the lot before, in order
  base::Instant now;
};

// Firms as the snapshot of who asks has them, where the index may hold them as of another moment.
struct Differing {
  std::vector<std::int64_t> ids;   // in order: the index does not speak for these
  std::vector<IndexedFirm> firms;  // those of them that exist, tidied
};

// Best first, at most `limit`: those without any exclusion.
std::vector<Ranked> proposed(const FirmIndex& index, const Differing& differing, const Asked& asked,
                             const Ranking& ranking, std::size_t limit);

// Nearest first, at most `limit`, then by id: those with one exclusion at least that have one of the trades, whose own
// radius reaches the place or whose base lies within `near_m` of it.
struct LeftOut {
  identity::OrganisationId organisation;
  int distance_m;
};
std::vector<LeftOut> left_out(const FirmIndex& index, const Differing& differing, const Asked& asked, int near_m,
                              std::size_t limit);

}  // namespace works::matching
