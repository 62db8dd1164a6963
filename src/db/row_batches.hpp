// Writes many rows in a few statements instead of one a row.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "db/database.hpp"

namespace db {

using NewRow = std::vector<Value>;

template <class... T>
NewRow new_row(const T&... values) {
  return {to_value(values)...};
}

// `sql` says `VALUES {rows}` in the place of the rows, which all have as many values: "INSERT INTO t (a, b) VALUES
// {rows} ON CONFLICT …". Run once for each 64 rows, the rest in two smaller sizes, so that its texts are few.
void execute_rows(Transaction& tx, std::string_view sql, std::span<const NewRow> rows);

}  // namespace db
