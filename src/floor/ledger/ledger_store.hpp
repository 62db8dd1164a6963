#pragma once

#include "floor/ledger/ledger.hpp"

namespace ledger::store {

// False when the subject's entry of that kind, or the entry's reversal, is there already: nothing is written then.
bool insert(db::Transaction& tx, const Entry& entry);
std::optional<EntryId> booked(db::Transaction& tx, std::string_view kind, std::string_view subject_kind,
                              std::int64_t subject_id);

}  // namespace ledger::store
