#include "desks/works/money/reversal.hpp"

namespace works::money {

Reversal reversal_of(db::Transaction& tx, ledger::EntryId id) {
  auto entry = ledger::find(tx, id);
  MANDAT_ASSERT(entry);
  Reversal found{{}, true, entry->reason, {}};
  while (entry->reverses) {
    found.in_force = !found.in_force;
    entry = ledger::find(tx, entry->reverses);
    MANDAT_ASSERT(entry);
  }
  found.original = entry->id;
  found.lines = std::move(entry->lines);
  return found;
}

}  // namespace works::money
