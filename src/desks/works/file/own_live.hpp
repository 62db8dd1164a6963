// Whether a partner's page of his own money changed (P15): what he earns or owes comes with the claims of his.
#pragma once

#include "floor/visit/route.hpp"

namespace works::file {

web::Response own_commissions_changes(visit::Visit& visit);  // GET /chantiers/commissions/direct
web::Response own_bonuses_changes(visit::Visit& visit);      // GET /travaux/primes/direct

}  // namespace works::file
