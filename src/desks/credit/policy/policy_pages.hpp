// Handlers of the pages on policies and their signature; their routes stand in credit/contracting.cpp.
#pragma once

#include "floor/visit/route.hpp"

namespace credit::policy {

web::Response show_policy(visit::Visit& visit);      // GET /credit/dossiers/{}/police
web::Response post_policy(visit::Visit& visit);      // POST /credit/dossiers/{}/police: drawn, or the insurer's PDF
web::Response post_sending(visit::Visit& visit);     // POST /credit/dossiers/{}/police/envoi
web::Response post_elsewhere(visit::Visit& visit);   // POST /credit/dossiers/{}/police/ailleurs
web::Response post_recall(visit::Visit& visit);      // POST /credit/dossiers/{}/police/rappel
web::Response post_retraction(visit::Visit& visit);  // POST /credit/dossiers/{}/police/retrait
web::Response post_turnover(visit::Visit& visit);    // POST …/police/declarations
web::Response post_onboarding(visit::Visit& visit);  // POST /credit/dossiers/{}/police/prise-en-main
web::Response show_signing(visit::Visit& visit);     // GET /signature/{}
web::Response post_signing(visit::Visit& visit);     // POST /signature/{}

}  // namespace credit::policy
