#include "db/migrator.hpp"

#include <openssl/sha.h>

#include <algorithm>
#include <array>

#include "base/embedded.hpp"
#include "db/sql_text.hpp"

namespace db {
namespace {

std::string sha256(std::string_view text) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256(reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest.data());
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  for (const unsigned char byte : digest) (hex += digits[byte >> 4]) += digits[byte & 15];
  return hex;
}

void make_register(Database& database) {
  const auto create = [&] {
    database.write([](Transaction& tx) {
      tx.execute(fit_definition(
          "CREATE TABLE IF NOT EXISTS schema_migrations (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL)", tx.engine()));
    });
  };
  try {
    create();
  } catch (const UniqueViolation&) {
    create();  // PostgreSQL lets two servers pass IF NOT EXISTS at once; the second finds the table now
  }
}

// Other servers that start now wait here. LOCK TABLE takes no snapshot: what is read afterwards is what they committed,
// which an advisory lock, taken by a SELECT, would not give to a serialisable transaction.
void wait_for_turn(Transaction& tx) {
  if (tx.engine() == Engine::sqlite) return;  // one process, one writer
  tx.execute("SET LOCAL lock_timeout = '10min'");
  tx.execute("SET LOCAL statement_timeout = 0");  // an index on a large table takes its time
  tx.execute("LOCK TABLE schema_migrations IN EXCLUSIVE MODE");
}

bool apply(Transaction& tx, const Migration& migration) {
  wait_for_turn(tx);
  const auto digest = sha256(migration.sql);
  const auto known =
      tx.value<std::string>("SELECT sha256 FROM schema_migrations WHERE name = :name", {{"name", migration.name}});
  if (known && *known != digest)
    throw Error("migration " + migration.name + " has changed since it was applied: write a new one instead");
  if (known) return false;
  for (const auto& statement : split_statements(migration.sql)) tx.execute(fit_definition(statement, tx.engine()));
  tx.execute("INSERT INTO schema_migrations (name, sha256) VALUES (:name, :sha256)",
             {{"name", migration.name}, {"sha256", digest}});
  return true;
}

}  // namespace

std::vector<std::string> migrate(Database& database, const std::vector<Migration>& migrations) {
  MANDAT_ASSERT(std::is_sorted(migrations.begin(), migrations.end(),
                               [](const auto& a, const auto& b) { return a.name < b.name; }));
  make_register(database);
  std::vector<std::string> applied;
  for (const auto& migration : migrations)
    if (database.write([&](Transaction& tx) { return apply(tx, migration); })) applied.push_back(migration.name);
  return applied;
}

std::vector<Migration> embedded_migrations() {
  std::vector<Migration> migrations;
  for (const auto* file = ::embedded_migrations; file->name != nullptr; ++file)
    migrations.push_back({file->name, file->text()});
  std::sort(migrations.begin(), migrations.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return migrations;
}

}  // namespace db
