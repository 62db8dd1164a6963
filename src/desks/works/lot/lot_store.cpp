#include "desks/works/lot/lot.hpp"

namespace works::lot {
namespace {

Lot read(const db::Row& row) {
  const auto state = state_from_text(row.text(3));
  MANDAT_ASSERT(state);
  return {row.get<LotId>(0),
          row.get<ClaimId>(1),
          row.get<int>(2),
          {},
          *state,
          row.get<std::optional<MandateId>>(4).value_or(MandateId{})};
}

}  // namespace

void insert(db::Transaction& tx, const Lot& lot) {
  tx.execute("INSERT INTO works_lots (id, claim_id, position, state) VALUES (:id, :claim, :position, :state)",
             {{"id", lot.id}, {"claim", lot.claim}, {"position", lot.position}, {"state", to_text(lot.state)}});
  for (const auto& trade : lot.trades)
    tx.execute("INSERT INTO works_lot_trades (lot_id, trade) VALUES (:lot, :trade)",
               {{"lot", lot.id}, {"trade", trade}});
}

void remove_trades(db::Transaction& tx, LotId id, const std::vector<std::string>& trades) {
  for (const auto& trade : trades)
    tx.execute("DELETE FROM works_lot_trades WHERE lot_id = :lot AND trade = :trade", {{"lot", id}, {"trade", trade}});
}

void save_state(db::Transaction& tx, LotId id, State state, MandateId live) {
  tx.execute("UPDATE works_lots SET state = :state, mandate_id = :mandate WHERE id = :id",
             {{"id", id}, {"state", to_text(state)}, {"mandate", live ? std::optional(live) : std::nullopt}});
}

std::optional<Lot> find(db::Transaction& tx, LotId id) {
  auto lot =
      tx.row("SELECT id, claim_id, position, state, mandate_id FROM works_lots WHERE id = :id", {{"id", id}}, read);
  if (lot)
    lot->trades = tx.rows("SELECT trade FROM works_lot_trades WHERE lot_id = :id ORDER BY trade", {{"id", id}},
                          [](const db::Row& row) { return row.get<std::string>(0); });
  return lot;
}

std::vector<Lot> of_claim(db::Transaction& tx, ClaimId claim) {
  auto lots = tx.rows(
      "SELECT id, claim_id, position, state, mandate_id FROM works_lots WHERE claim_id = :claim "
      "ORDER BY position",
      {{"claim", claim}}, read);
  tx.rows(
      "SELECT t.lot_id, t.trade FROM works_lot_trades t JOIN works_lots l ON l.id = t.lot_id "
      "WHERE l.claim_id = :claim ORDER BY t.trade",
      {{"claim", claim}}, [&](const db::Row& row) {
        for (auto& lot : lots)
          if (lot.id == row.get<LotId>(0)) lot.trades.push_back(row.get<std::string>(1));
        return 0;
      });
  return lots;
}

}  // namespace works::lot
