// Reads what belongs to many ids in a few statements instead of one an id.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "db/database.hpp"

namespace db {

// Calls `read` for each row of `sql`, in which `IN ({ids})` stands for the ids: one text whatever their number, run
// once for each 64 of them. Rows come in the order of the statement within a batch; of ids given twice, once or twice.
void each_of(Transaction& tx, std::string_view sql, std::span<const std::int64_t> ids, Params others,
             const RowReader& read);

template <class Tag>
void each_of(Transaction& tx, std::string_view sql, const std::vector<base::Id<Tag>>& ids, Params others,
             const RowReader& read) {
  std::vector<std::int64_t> values;
  values.reserve(ids.size());
  for (const auto id : ids) values.push_back(id.value);
  each_of(tx, sql, std::span<const std::int64_t>(values), others, read);
}

}  // namespace db
