// Handlers of bonuses: the broker's own with his settings, and the quarter's run.
#pragma once

#include "floor/visit/route.hpp"

namespace works::bonus {

web::Response show_bonuses(visit::Visit& visit);           // GET /travaux/primes
web::Response export_own_bonuses(visit::Visit& visit);     // GET /travaux/primes.csv, .xlsx
web::Response export_own_statements(visit::Visit& visit);  // GET /travaux/releves.csv, .xlsx
web::Response export_all_bonuses(visit::Visit& visit);     // GET /administration/exports/primes.csv, .xlsx
web::Response export_all_statements(visit::Visit& visit);  // GET /administration/exports/releves.csv, .xlsx
web::Response show_broker_bank(visit::Visit& visit);       // GET /travaux/reglages
web::Response post_broker_bank(visit::Visit& visit);       // POST /travaux/reglages
web::Response post_broker_address(visit::Visit& visit);    // POST /travaux/reglages/adresse
web::Response post_billing(visit::Visit& visit);           // POST /travaux/reglages/facturation
web::Response show_run(visit::Visit& visit);               // GET /administration/primes
web::Response post_run(visit::Visit& visit);               // POST /administration/primes
web::Response post_pay_again(visit::Visit& visit);         // POST /administration/primes/{}/virement

}  // namespace works::bonus
