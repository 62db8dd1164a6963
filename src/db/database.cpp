#include "db/database.hpp"

#include "db/engines.hpp"

namespace db {

std::unique_ptr<Database> open(const std::string& address, Options options) {
  constexpr std::string_view sqlite = "sqlite:";
  if (address.starts_with(sqlite)) return open_sqlite(address.substr(sqlite.size()), options);
  if (address.starts_with("postgresql://") || address.starts_with("postgres://") || address.find('=') != address.npos)
    return open_postgres(address, options);
  throw Error("no such database address: " + address + " (sqlite:/path/to/file.db, or postgresql://host/name)");
}

std::vector<std::int64_t> claim_batch(Transaction& tx, const Claim& claim, Params params) {
  MANDAT_ASSERT(tx.writable());
  std::string sql = "SELECT id FROM ";
  sql.append(claim.table).append(" WHERE ").append(claim.where).append(" ORDER BY ").append(claim.order);
  sql.append(" LIMIT :claim_limit");
  // SQLite has one writer, who holds the whole file: there is no row to skip.
  if (tx.engine() == Engine::postgres) sql.append(" FOR UPDATE SKIP LOCKED");
  std::vector<Param> all(params);
  all.emplace_back("claim_limit", claim.limit);
  return tx.rows(sql, std::span<const Param>(all), [](const Row& row) { return row.get<std::int64_t>(0); });
}

}  // namespace db
