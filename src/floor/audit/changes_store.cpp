#include "floor/audit/changes.hpp"

#include <algorithm>

namespace audit {

const std::string_view latest_fact_sql =
    "SELECT coalesce((SELECT id FROM audit_facts WHERE at <= :until ORDER BY id DESC LIMIT 1), 0)";

Changes changes_after(db::Transaction& tx, std::int64_t id, base::Instant until, int most) {
  Changes changes;
  tx.each(
      "select file_kind, file_id, max(id) from audit_facts where id > :id and at <= :until group by file_kind, file_id "
      "limit :limit",
      {{"id", id}, {"until", until}, {"limit", most + 1}}, [&](const db::Row& row) {
        changes.last = std::max(changes.last, row.integer(2));
        if (!row.text(0).empty()) changes.files.push_back({row.get<std::string>(0), row.integer(1)});
      });
  return changes;
}

}  // namespace audit
