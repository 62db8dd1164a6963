#include "floor/identity/desks.hpp"

namespace identity {

std::vector<std::string> closed_desks(db::Transaction& tx, OrganisationId organisation) {
  return tx.rows("SELECT desk FROM closed_desks WHERE organisation_id = :organisation ORDER BY desk",
                 {{"organisation", organisation}}, [](const db::Row& row) { return row.get<std::string>(0); });
}

void set_closed_desks(platform::Act& act, OrganisationId organisation, const std::vector<std::string>& desks) {
  act.tx.execute("DELETE FROM closed_desks WHERE organisation_id = :organisation", {{"organisation", organisation}});
  for (const std::string& desk : desks)
    act.tx.execute("INSERT INTO closed_desks (organisation_id, desk, closed_at) VALUES (:organisation, :desk, :now)",
                   {{"organisation", organisation}, {"desk", desk}, {"now", act.now}});
}

}  // namespace identity
