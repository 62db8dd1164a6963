// What the desk keeps of a broker beyond the organisation: whether he charges VAT on bonuses, and when he agreed to be
// billed in his name (W28).
#pragma once

#include <optional>
#include <unordered_set>
#include <vector>

#include "base/time.hpp"
#include "db/database.hpp"
#include "floor/identity/actor.hpp"

namespace works::money {

bool vat_liable(db::Transaction& tx, identity::OrganisationId broker);  // false until said otherwise
void set_vat_liable(db::Transaction& tx, identity::OrganisationId broker, bool liable);

std::optional<base::Instant> self_billing_since(db::Transaction& tx, identity::OrganisationId broker);
// Those of the brokers who agreed, in a statement for each 64 of them.
std::unordered_set<identity::OrganisationId> self_billed(db::Transaction& tx,
                                                         const std::vector<identity::OrganisationId>& brokers);
void accept_self_billing(db::Transaction& tx, identity::OrganisationId broker, base::Instant at);  // the first holds

}  // namespace works::money
