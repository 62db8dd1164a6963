#include "desks/credit/portfolio/buyers_import.hpp"
#include "floor/tables/grid_codec.hpp"
#include "web/crypto.hpp"

namespace credit::portfolio {

void keep(db::Transaction& tx, PlacementId placement, const List& list, base::Instant now) {
  tx.execute(
      "INSERT INTO credit_buyer_imports (placement_id, source, label, grid, staged_at) VALUES (:placement, :source, "
      ":label, :grid, :now) ON CONFLICT (placement_id) DO UPDATE SET source = excluded.source, "
      "label = excluded.label, grid = excluded.grid, staged_at = excluded.staged_at",
      {{"placement", placement},
       {"source", list.source == Source::file ? "file" : "paste"},
       {"label", list.label},
       {"grid", web::base64url(tables::encode(list.grid))},
       {"now", now}});
}

std::optional<Waiting> waiting(db::Transaction& tx, PlacementId placement) {
  return tx.row("SELECT source, label, grid, staged_at FROM credit_buyer_imports WHERE placement_id = :placement",
                {{"placement", placement}}, [](const db::Row& row) {
                  auto grid = tables::decode(web::from_base64url(row.text(2)).value_or(""));
                  MANDAT_ASSERT(grid);
                  return Waiting{{row.text(0) == "file" ? Source::file : Source::paste, row.get<std::string>(1),
                                  std::move(grid).value()},
                                 row.get<base::Instant>(3)};
                });
}

void forget_list(db::Transaction& tx, PlacementId placement) {
  tx.execute("DELETE FROM credit_buyer_imports WHERE placement_id = :placement", {{"placement", placement}});
}

}  // namespace credit::portfolio
