// Tells a process that keeps rows in memory which of them have changed since it read them: every one, whatever the
// order in which transactions commit, and without a row that all writers would queue for (ADR 12).
//
// The table: mark BIGINT, row_id BIGINT, primary key of both. A mark is the number of the writing transaction on
// PostgreSQL; on SQLite, which has one writer, one more than the table holds.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "db/database.hpp"

namespace db {

// How far a snapshot sees.
struct Horizon {
  std::int64_t from;       // it sees every change of a lower mark that will ever be
  std::int64_t to;         // it sees none of this mark or a higher one
  std::int64_t kept_from;  // changes of a lower mark may have been forgotten
  std::int64_t server;     // another number: another server, or the same one started again, whose marks tell nothing
};

struct Change {
  std::int64_t mark, row;
};

class ChangeLog {
 public:
  explicit ChangeLog(std::string_view table);  // trusted text

  void note(Transaction& tx, std::int64_t row) const;
  Horizon horizon(Transaction& tx) const;
  // From the first mark to before the other, by mark: each row that may have changed, perhaps several times.
  std::vector<Change> between(Transaction& tx, std::int64_t from, std::int64_t to) const;
  // Leaves the newest changes, so many at least.
  void forget_all_but(Transaction& tx, int newest) const;

 private:
  const std::string note_on_sqlite_, note_on_postgres_, horizon_on_sqlite_, horizon_on_postgres_, between_,
      oldest_kept_, forget_;
};

}  // namespace db
