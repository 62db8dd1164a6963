#include "db/keyset.hpp"

#include <fmt/format.h>

namespace db {

Keyset::Keyset(Filter& filter, std::string_view column, Way way, const std::optional<Cursor>& cursor, int limit)
    : limit_(static_cast<std::size_t>(limit)),
      beside_(cursor.has_value()),
      back_(cursor && cursor->direction == Cursor::Direction::before) {
  const bool descending = (way == Way::descending) != back_;
  const std::string_view word = descending ? "DESC" : "ASC";
  order_ = fmt::format("ORDER BY {} {}, id {}", column, word, word);
  if (cursor) {
    filter.where += fmt::format(" AND ({}, id) {} (:key, :last)", column, descending ? "<" : ">");
    filter.params.emplace_back("key", cursor->key);
    filter.params.emplace_back("last", cursor->id);
  }
  filter.params.emplace_back("limit", limit + 1);
}

std::int64_t count_up_to(Transaction& tx, std::string_view table, Filter filter, int most) {
  filter.params.emplace_back("most", most + 1);
  std::int64_t count = 0;
  tx.each(fmt::format("SELECT count(*) FROM (SELECT 1 FROM {} WHERE {} LIMIT :most) AS counted", table, filter.where),
          filter.params, [&](const Row& row) { count = row.integer(0); });
  return count;
}

}  // namespace db
