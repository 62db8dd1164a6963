// What each request took, written by the acts that make it so, and read together by administrators (W15, W19, W25).
#pragma once

#include <vector>

#include "db/database.hpp"
#include "desks/works/claim/claim.hpp"
#include "desks/works/lot/lot.hpp"
#include "desks/works/mandate/mandate.hpp"
#include "desks/works/statistics/statistics_rules.hpp"
#include "floor/platform/act.hpp"

namespace works::statistics {

void note_asked(platform::Act& act, const mandate::Mandate& mandate, const lot::Lot& lot, const claim::Claim& claim);
void note_answer(platform::Act& act, const mandate::Mandate& mandate);
void note_no_answer(platform::Act& act, const mandate::Mandate& mandate);  // silence, or taken back before
void note_quote(platform::Act& act, const mandate::Mandate& mandate);      // the first counts
void note_closure(platform::Act& act, const mandate::Mandate& mandate);

// Of the requests made in those days, the latest first.
std::vector<Measure> measures(db::Transaction& tx, const Days& days, int limit);

}  // namespace works::statistics
