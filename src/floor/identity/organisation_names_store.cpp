#include <unordered_map>

#include "db/id_batches.hpp"
#include "floor/identity/organisations.hpp"

namespace identity {

std::vector<std::string> organisation_names(db::Transaction& tx, const std::vector<OrganisationId>& ids) {
  std::unordered_map<OrganisationId, std::string> known;
  db::each_of(tx, "SELECT id, name FROM organisations WHERE id IN ({ids})", ids, {},
              [&](const db::Row& row) { known[row.get<OrganisationId>(0)] = row.text(1); });
  std::vector<std::string> names;
  names.reserve(ids.size());
  for (const auto id : ids) names.push_back(known[id]);
  return names;
}

}  // namespace identity
