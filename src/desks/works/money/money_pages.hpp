// What a broker earned and a tradesman owes: their own ledger entries (W27, W28).
#pragma once

#include "floor/visit/route.hpp"

namespace works::money {

web::Response show_bonuses(visit::Visit& visit);      // GET /travaux/primes
web::Response show_commissions(visit::Visit& visit);  // GET /chantiers/commissions

}  // namespace works::money
