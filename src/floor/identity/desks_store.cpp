#include "floor/identity/organisations.hpp"

namespace identity {

void choose_desks(platform::Act& act, OrganisationId id, DeskSet desks) {
  act.tx.execute("delete from organisation_desks where organisation_id = :id", {{"id", id}});
  for (int d = 0; d < desk_count; ++d) {
    const auto desk = static_cast<Desk>(d);
    if (!desks.has(desk)) continue;
    act.tx.execute("insert into organisation_desks (organisation_id, desk) values (:id, :desk)",
                   {{"id", id}, {"desk", to_text(desk)}});
  }
}

DeskSet desks_of(db::Transaction& tx, OrganisationId id) {
  DeskSet desks;
  tx.each("select desk from organisation_desks where organisation_id = :id", {{"id", id}},
          [&](const db::Row& row) { desks.add(desk_from_text(row.text(0)).value()); });
  return desks;
}

}  // namespace identity
