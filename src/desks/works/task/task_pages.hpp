// The administrator's tasks.
#pragma once

#include "floor/visit/route.hpp"

namespace works::task {

web::Response show_tasks(visit::Visit& visit);    // GET /administration/taches
web::Response list_changes(visit::Visit& visit);  // GET /administration/taches/direct (P15)
web::Response export_tasks(visit::Visit& visit);  // GET /administration/taches.csv, .xlsx
web::Response post_outcome(visit::Visit& visit);  // POST /administration/taches/{}

}  // namespace works::task
