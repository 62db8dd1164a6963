// Handlers of the pages on offers; their routes stand in credit/offer/routes.cpp.
#pragma once

#include "floor/visit/route.hpp"

namespace credit::offer {

web::Response show_offers(visit::Visit& visit);              // GET /credit/dossiers/{}/offres
web::Response show_new_offer(visit::Visit& visit);           // GET /credit/dossiers/{}/offres/nouvelle
web::Response post_offer(visit::Visit& visit);               // POST /credit/dossiers/{}/offres
web::Response download_comparison(visit::Visit& visit);      // GET /credit/dossiers/{}/comparatif/{}: pdf, xlsx
web::Response show_offer(visit::Visit& visit);               // GET /credit/offres/{}
web::Response show_loss(visit::Visit& visit);                // GET /credit/offres/{}/impaye
web::Response show_own_loss(visit::Visit& visit);            // GET /couverture/{}/police/impaye
web::Response download_loss_dates(visit::Visit& visit);      // GET /credit/offres/{}/impaye/echeances.ics
web::Response download_own_loss_dates(visit::Visit& visit);  // GET /couverture/{}/police/impaye/echeances.ics
web::Response download_loss_paper(visit::Visit& visit);      // GET /credit/offres/{}/impaye/calcul.pdf
web::Response download_own_loss_paper(visit::Visit& visit);  // GET /couverture/{}/police/impaye/calcul.pdf
web::Response show_revision(visit::Visit& visit);            // GET /credit/offres/{}/version
web::Response post_revision(visit::Visit& visit);            // POST /credit/offres/{}/version
web::Response post_offer_act(visit::Visit& visit);           // POST /credit/offres/{}/suite
web::Response post_recorded_answer(visit::Visit& visit);     // POST /credit/offres/{}/accord
web::Response show_answer_link(visit::Visit& visit);         // GET /offre/{}
web::Response post_answer_link(visit::Visit& visit);         // POST /offre/{}
web::Response show_own_offers(visit::Visit& visit);          // GET /couverture/{}/offres
web::Response post_own_answer(visit::Visit& visit);          // POST /couverture/{}/offres
web::Response show_own_paper(visit::Visit& visit);           // GET /couverture/{}/offres/{}: comparatif, conseil
web::Response show_link_paper(visit::Visit& visit);          // GET /offre/{}/{}: comparatif, conseil

}  // namespace credit::offer
