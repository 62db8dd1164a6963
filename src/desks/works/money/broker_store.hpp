// What the desk keeps of a broker beyond the organisation: whether he charges VAT on bonuses (W28).
#pragma once

#include "db/database.hpp"
#include "floor/identity/actor.hpp"

namespace works::money {

bool vat_liable(db::Transaction& tx, identity::OrganisationId broker);  // false until said otherwise
void set_vat_liable(db::Transaction& tx, identity::OrganisationId broker, bool liable);

}  // namespace works::money
