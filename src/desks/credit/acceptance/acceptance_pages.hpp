// Handlers of what is recorded before acceptance; their routes stand in credit/offer/routes.cpp.
#pragma once

#include "floor/visit/route.hpp"

namespace credit::acceptance {

web::Response show_advice(visit::Visit& visit);      // GET /credit/dossiers/{}/conseil
web::Response post_advice(visit::Visit& visit);      // POST /credit/dossiers/{}/conseil
web::Response download_advice(visit::Visit& visit);  // GET /credit/dossiers/{}/conseil/pdf
web::Response show_vigilance(visit::Visit& visit);   // GET /credit/dossiers/{}/vigilance
web::Response post_vigilance(visit::Visit& visit);   // POST /credit/dossiers/{}/vigilance

}  // namespace credit::acceptance
