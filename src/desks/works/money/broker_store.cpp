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

}  // namespace works::money
