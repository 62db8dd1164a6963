// The trial balance (balance des comptes): what each account was debited and credited in all.
#pragma once

#include <vector>

#include "floor/ledger/ledger.hpp"

namespace ledger {

struct AccountTotal {
  AccountKind account;
  base::Money debit, credit;
  base::Money balance() const { return debit - credit; }
};
std::vector<AccountTotal> trial_balance(db::Transaction& tx);  // accounts with a movement, by number of the chart

// The entry that reverses this one, if any.
std::optional<EntryId> reversal_of(db::Transaction& tx, EntryId entry);

}  // namespace ledger
