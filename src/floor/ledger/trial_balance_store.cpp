#include <algorithm>

#include "floor/ledger/trial_balance.hpp"

namespace ledger {

std::vector<AccountTotal> trial_balance(db::Transaction& tx) {
  auto totals = tx.rows(
      "select account, cast(sum(debit) as bigint), cast(sum(credit) as bigint) from ledger_lines group by account", {},
      [](const db::Row& row) {
        const auto account = account_kind_from_text(row.text(0));
        MANDAT_ASSERT(account);
        return AccountTotal{*account, row.get<base::Money>(1), row.get<base::Money>(2)};
      });
  std::sort(totals.begin(), totals.end(), [](const AccountTotal& a, const AccountTotal& b) {
    return chart_number(a.account) < chart_number(b.account);
  });
  return totals;
}

std::optional<EntryId> reversal_of(db::Transaction& tx, EntryId entry) {
  return tx.value<EntryId>("select id from ledger_entries where reverses_id = :entry and reverses_id <> 0",
                           {{"entry", entry}});
}

}  // namespace ledger
