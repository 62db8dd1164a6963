#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <span>

#include "floor/identity/names.hpp"

namespace identity {

namespace {

template <class Id>
void keep_distinct(std::vector<Id>& ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  std::erase(ids, Id{});
}

// As many places as the next power of two, the spare ones taken by nobody's id: few texts exist, each prepared once.
template <class Id>
std::unordered_map<Id, std::string> names(db::Transaction& tx, std::string_view select, std::vector<Id> ids) {
  std::unordered_map<Id, std::string> found;
  keep_distinct(ids);
  if (ids.empty()) return found;
  ids.resize(std::bit_ceil(ids.size()));
  std::vector<std::string> places;
  for (std::size_t i = 0; i < ids.size(); ++i) places.push_back("id" + std::to_string(i));
  std::vector<db::Param> params;
  for (std::size_t i = 0; i < ids.size(); ++i) params.emplace_back(places[i], ids[i]);
  const std::string sql = fmt::format("{} where id in (:{})", select, fmt::join(places, ", :"));
  tx.each(sql, std::span<const db::Param>(params),
          [&](const db::Row& row) { found.emplace(row.get<Id>(0), row.get<std::string>(1)); });
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
    : organisations_(names(tx, "select id, name from organisations", std::move(organisations))),
      accounts_(names(tx, "select id, name from accounts", std::move(accounts))) {}

const std::string& Names::of(OrganisationId id) const { return name_in(organisations_, id); }
const std::string& Names::of(AccountId id) const { return name_in(accounts_, id); }

}  // namespace identity
