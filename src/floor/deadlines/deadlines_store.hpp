// What firing asks of the table of deadlines; the rest of its SQL serves deadlines.hpp directly.
#pragma once

#include <optional>

#include "floor/deadlines/deadlines.hpp"

namespace deadlines::store {

// One pending deadline that is due and that no other worker holds.
std::optional<DeadlineId> claim_due(db::Transaction& tx, base::Instant now);
void mark_fired(platform::Act& act, DeadlineId id);

// After a failed firing: one attempt more, none before its wait is over.
void put_off(platform::Act& act, DeadlineId id);

}  // namespace deadlines::store
