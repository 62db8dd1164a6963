// An entry that was reversed: which one it comes down to, and whether that one still counts (W30).
#pragma once

#include <string>

#include "floor/ledger/ledger.hpp"

namespace works::money {

struct Reversal {
  ledger::EntryId original;
  bool in_force;  // reversed an even number of times
  std::string reason;
  std::vector<ledger::Line> lines;  // of the original
};
Reversal reversal_of(db::Transaction& tx, ledger::EntryId reversal);

}  // namespace works::money
