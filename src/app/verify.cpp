// `mandat verify`: whether what is stored still is what was written (P3, P8, P10). `mandat backup FILE`: a copy (P17).
#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/ground.hpp"
#include "db/maintenance.hpp"
#include "floor/audit/audit.hpp"
#include "floor/documents/documents.hpp"
#include "floor/ledger/ledger.hpp"

namespace app {
namespace {

// Prints one line per part; false when the part is not sound.
bool tell(std::string_view part, bool sound, const std::string& detail) {
  fmt::print("{:<10} {:<8} {}\n", part, sound ? "ok" : "BROKEN", detail);
  return sound;
}

bool verify_database(db::Database& database) {
  const auto faults = db::integrity_check(database);
  for (const auto& fault : faults) fmt::print("  {}\n", fault);
  return tell("database", faults.empty(), fmt::format("{} faults", faults.size()));
}

bool verify_audit(db::Transaction& tx, const std::string& key) {
  const auto chain = audit::verify(tx, key);
  std::string detail = fmt::format("{} facts sealed, {} not yet", chain.sealed, chain.unsealed_tail);
  if (chain.first_broken) detail += fmt::format(", broken at {}", *chain.first_broken);
  if (chain.unaccounted != 0) detail += fmt::format(", {} unaccounted for", chain.unaccounted);
  return tell("journal", chain.sound(), detail);
}

bool verify_ledger(db::Transaction& tx) {
  const auto books = ledger::check(tx);
  const bool sound = books.unbalanced.empty() && books.debit_total == books.credit_total;
  return tell("ledger", sound,
              fmt::format("{} unbalanced entries, debits {} cents, credits {} cents", books.unbalanced.size(),
                          books.debit_total.cents, books.credit_total.cents));
}

bool verify_documents(db::Transaction& tx, const std::filesystem::path& folder) {
  const auto found = documents::check(tx, documents::Store(folder));
  return tell("documents", found.missing.empty() && found.altered.empty(),
              fmt::format("{} checked, {} missing, {} altered, {} that no row names", found.checked,
                          found.missing.size(), found.altered.size(), found.orphans));
}

}  // namespace

int verify(const Configuration& configuration, Words words) {
  if (!words.empty()) throw UsageError("verify takes options only");
  base::SystemRandom random;
  const auto key = settings_of(configuration, random).server_key;
  const auto database = open_database(configuration);
  bool sound = verify_database(*database);
  database->read([&](db::Transaction& tx) {
    sound = verify_audit(tx, key) && sound;
    sound = verify_ledger(tx) && sound;
    sound = verify_documents(tx, configuration.documents()) && sound;
  });
  return sound ? 0 : 1;
}

int backup(const Configuration& configuration, Words words) {
  if (words.size() != 1) throw UsageError("backup takes the path of the copy");
  const auto database = open_database(configuration);
  db::backup_to(*database, std::string(words.front()));
  return 0;
}

}  // namespace app
