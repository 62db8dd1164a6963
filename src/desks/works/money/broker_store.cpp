#include "desks/works/money/broker_store.hpp"

#include "db/id_batches.hpp"

namespace works::money {

bool vat_liable(db::Transaction& tx, identity::OrganisationId broker) {
  return tx.value<bool>("SELECT vat_liable FROM works_brokers WHERE organisation_id = :broker", {{"broker", broker}})
      .value_or(false);
}

void set_vat_liable(db::Transaction& tx, identity::OrganisationId broker, bool liable) {
  tx.execute(
      "INSERT INTO works_brokers (organisation_id, vat_liable) VALUES (:broker, :liable) "
      "ON CONFLICT (organisation_id) DO UPDATE SET vat_liable = excluded.vat_liable",
      {{"broker", broker}, {"liable", liable}});
}

std::optional<base::Instant> self_billing_since(db::Transaction& tx, identity::OrganisationId broker) {
  return tx
      .value<std::optional<base::Instant>>("SELECT self_billing_at FROM works_brokers WHERE organisation_id = :broker",
                                           {{"broker", broker}})
      .value_or(std::nullopt);
}

std::unordered_set<identity::OrganisationId> self_billed(db::Transaction& tx,
                                                         const std::vector<identity::OrganisationId>& brokers) {
  std::unordered_set<identity::OrganisationId> found;
  db::each_of(
      tx, "SELECT organisation_id FROM works_brokers WHERE self_billing_at IS NOT NULL AND organisation_id IN ({ids})",
      brokers, {}, [&](const db::Row& row) { found.insert(row.get<identity::OrganisationId>(0)); });
  return found;
}

void accept_self_billing(db::Transaction& tx, identity::OrganisationId broker, base::Instant at) {
  tx.execute(
      "INSERT INTO works_brokers (organisation_id, vat_liable, self_billing_at) VALUES (:broker, 0, :at) ON CONFLICT "
      "(organisation_id) DO UPDATE SET self_billing_at = COALESCE(works_brokers.self_billing_at, "
      "excluded.self_billing_at)",
      {{"broker", broker}, {"at", at}});
}

}  // namespace works::money
