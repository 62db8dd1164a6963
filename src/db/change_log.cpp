#include "db/change_log.hpp"

namespace db {
namespace {

// The statement with the table's name in the place of each `{log}`.
std::string about(std::string_view table, std::string_view statement) {
  constexpr std::string_view place = "{log}";
  std::string sql;
  for (auto at = statement.find(place); at != statement.npos; at = statement.find(place)) {
    sql.append(statement.substr(0, at)).append(table);
    statement.remove_prefix(at + place.size());
  }
  return sql.append(statement);
}

}  // namespace

ChangeLog::ChangeLog(std::string_view table)
    : note_on_sqlite_(
          about(table,
                "INSERT INTO {log} (mark, row_id) SELECT coalesce((SELECT mark FROM {log} ORDER BY mark DESC "
                "LIMIT 1), 0) + 1, :row")),
      note_on_postgres_(about(table,
                              "INSERT INTO {log} (mark, row_id) VALUES (CAST(CAST(pg_current_xact_id() AS TEXT) AS "
                              "BIGINT), :row) ON CONFLICT DO NOTHING")),
      horizon_on_sqlite_(about(table,
                               "SELECT coalesce((SELECT mark FROM {log} ORDER BY mark DESC LIMIT 1), 0) + 1, "
                               "coalesce((SELECT mark FROM {log} ORDER BY mark LIMIT 1), 0)")),
      // A dump restored from another server may bring marks that this one has yet to reach: they tell nothing.
      horizon_on_postgres_(about(
          table,
          "SELECT seen_from, seen_to, coalesce((SELECT min(mark) FROM {log} WHERE mark < seen_to), 0), "
          "CAST(extract(epoch FROM pg_postmaster_start_time()) * 1000000 AS BIGINT) FROM (SELECT "
          "CAST(CAST(pg_snapshot_xmin(seen) AS TEXT) AS BIGINT) AS seen_from, "
          "CAST(CAST(pg_snapshot_xmax(seen) AS TEXT) AS BIGINT) AS seen_to FROM pg_current_snapshot() AS seen) s")),
      between_(about(table, "SELECT mark, row_id FROM {log} WHERE mark >= :from AND mark < :to ORDER BY mark, row_id")),
      oldest_kept_(about(table, "SELECT mark FROM {log} ORDER BY mark DESC, row_id DESC LIMIT 1 OFFSET :newest")),
      forget_(about(table, "DELETE FROM {log} WHERE mark < :oldest")) {}

void ChangeLog::note(Transaction& tx, std::int64_t row) const {
  tx.execute(tx.engine() == Engine::sqlite ? note_on_sqlite_ : note_on_postgres_, {{"row", row}});
}

Horizon ChangeLog::horizon(Transaction& tx) const {
  if (tx.engine() == Engine::sqlite)
    return tx
        .row(horizon_on_sqlite_, {},
             [](const Row& row) {
               return Horizon{row.integer(0), row.integer(0), row.integer(1), 0};
             })
        .value();
  return tx
      .row(horizon_on_postgres_, {},
           [](const Row& row) {
             return Horizon{row.integer(0), row.integer(1), row.integer(2), row.integer(3)};
           })
      .value();
}

std::vector<Change> ChangeLog::between(Transaction& tx, std::int64_t from, std::int64_t to) const {
  return tx.rows(between_, {{"from", from}, {"to", to}}, [](const Row& row) {
    return Change{row.integer(0), row.integer(1)};
  });
}

void ChangeLog::forget_all_but(Transaction& tx, int newest) const {
  const auto oldest = tx.row(oldest_kept_, {{"newest", newest}}, [](const Row& row) { return row.integer(0); });
  if (oldest) tx.execute(forget_, {{"oldest", *oldest}});
}

}  // namespace db
