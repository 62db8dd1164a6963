// Handlers of the prospect check; their routes stand in credit/contracting.cpp.
#pragma once

#include "floor/visit/route.hpp"

namespace credit::prospect {

web::Response show_prospect(visit::Visit& visit);      // GET /credit/prospects?siren=
web::Response show_own_prospect(visit::Visit& visit);  // GET /couverture/{}/prospect?siren=

}  // namespace credit::prospect
