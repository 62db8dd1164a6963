// The entries of a stretch of time, for who takes a year of them away.
#pragma once

#include <vector>

#include "floor/ledger/ledger.hpp"

namespace ledger {

// Booked from that instant on and before the other, in the order they were booked.
std::vector<Entry> of_period(db::Transaction& tx, base::Instant from, base::Instant before, EntryId after, int limit);

}  // namespace ledger
