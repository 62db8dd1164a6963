#include "desks/works/money/broker_store.hpp"

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

void accept_self_billing(db::Transaction& tx, identity::OrganisationId broker, base::Instant at) {
  tx.execute(
      "INSERT INTO works_brokers (organisation_id, vat_liable, self_billing_at) VALUES (:broker, 0, :at) ON CONFLICT "
      "(organisation_id) DO UPDATE SET self_billing_at = COALESCE(works_brokers.self_billing_at, "
      "excluded.self_billing_at)",
      {{"broker", broker}, {"at", at}});
}

}  // namespace works::money
