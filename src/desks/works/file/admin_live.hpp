// Whether an administrator's page of the desk changed (P15): he sees the files of everybody.
#pragma once

#include "floor/visit/route.hpp"

namespace works::file {

web::Response applications_changes(visit::Visit& visit);  // GET /administration/inscriptions/direct
web::Response application_changes(visit::Visit& visit);   // GET /administration/inscriptions/{}/direct
web::Response closures_changes(visit::Visit& visit);      // GET /administration/clotures/direct
web::Response discipline_changes(visit::Visit& visit);    // GET /administration/discipline/direct
web::Response money_changes(visit::Visit& visit);         // GET /administration/commissions/direct, primes/direct

}  // namespace works::file
