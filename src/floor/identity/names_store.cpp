#include "db/id_batches.hpp"
#include "floor/identity/names.hpp"

namespace identity {

namespace {

template <class Id>
std::unordered_map<Id, std::string> names(db::Transaction& tx, std::string_view sql, std::vector<Id> ids) {
  std::erase(ids, Id{});
  std::unordered_map<Id, std::string> found;
  db::each_of(tx, sql, ids, {}, [&](const db::Row& row) { found.emplace(row.get<Id>(0), row.text(1)); });
  return found;
}

template <class Id>
const std::string& name_in(const std::unordered_map<Id, std::string>& names, Id id) {
  static const std::string nobody;
  const auto found = names.find(id);
  return found == names.end() ? nobody : found->second;
}

}  // namespace

Names::Names(db::Transaction& tx, std::vector<OrganisationId> organisations, std::vector<AccountId> accounts)
    : organisations_(names(tx, "select id, name from organisations where id in ({ids})", std::move(organisations))),
      accounts_(names(tx, "select id, name from accounts where id in ({ids})", std::move(accounts))) {}

const std::string& Names::of(OrganisationId id) const { return name_in(organisations_, id); }
const std::string& Names::of(AccountId id) const { return name_in(accounts_, id); }

}  // namespace identity
