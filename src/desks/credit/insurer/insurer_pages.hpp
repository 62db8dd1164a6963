// Handlers of the directory of credit insurers (C4), for administrators.
#pragma once

#include "floor/visit/route.hpp"

namespace credit::insurer {

web::Response show_insurers(visit::Visit& visit);     // GET /administration/assureurs-credit
web::Response post_new_insurer(visit::Visit& visit);  // POST /administration/assureurs-credit
web::Response show_insurer(visit::Visit& visit);      // GET /administration/assureurs-credit/{}
web::Response post_insurer(visit::Visit& visit);      // POST /administration/assureurs-credit/{}

}  // namespace credit::insurer
