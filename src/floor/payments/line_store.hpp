#pragma once

#include "floor/payments/reconciliation.hpp"

namespace payments::store {

// False when a line of that key is kept already.
bool insert(db::Transaction& tx, const Line& line, std::string_view key);
bool line_known(db::Transaction& tx, std::string_view key);
void update(db::Transaction& tx, const Line& line);  // state, order, settlement
std::optional<Line> of_entry(db::Transaction& tx, ledger::EntryId entry);
// A line of that kind of message moved this order so.
Seen seen(db::Transaction& tx, OrderId order, bool is_return, std::string_view message_kind);
// False when that statement is kept already with other balances.
bool keep_statement(db::Transaction& tx, std::int64_t id, BankFileId file, const AccountReport& report,
                    base::Day until);

}  // namespace payments::store
