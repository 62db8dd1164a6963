// Handlers of the two closures and of the end without payment.
#pragma once

#include "floor/visit/route.hpp"

namespace works::closure {

web::Response post_job_closure(visit::Visit& visit);      // POST /chantiers/{}/cloture
web::Response post_file_closure(visit::Visit& visit);     // POST /travaux/dossiers/{}/cloture
web::Response post_abandonment(visit::Visit& visit);      // POST /travaux/dossiers/{}/sans-suite
web::Response post_lot_abandonment(visit::Visit& visit);  // POST /travaux/lots/{}/sans-suite

web::Response show_conflicts(visit::Visit& visit);  // GET /administration/clotures

}  // namespace works::closure
