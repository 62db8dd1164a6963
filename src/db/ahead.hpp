// Questions that are known before they are asked: they travel together.
#pragma once

#include <initializer_list>
#include <span>
#include <string_view>

#include "db/database.hpp"

namespace db {

// Says that a reading transaction will ask this: on PostgreSQL, it travels with the next statement, and its answer
// waits for who asks the same with the same values, in the same transaction. What is asked and answered does not
// change, only how many messages it takes. Nothing on SQLite, nor where a transaction writes.
void expect(Transaction& tx, std::string_view sql, std::span<const Param> params);
inline void expect(Transaction& tx, std::string_view sql, Params params) {
  expect(tx, sql, std::span<const Param>(params.begin(), params.size()));
}
// Whether that saves messages here: it need not be made ready otherwise.
bool travels(const Transaction& tx);

}  // namespace db
