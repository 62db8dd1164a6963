// Handlers of the risk photograph: below /credit/dossiers/{} for the broker, below /couverture/{} for the company.
#pragma once

#include "floor/visit/route.hpp"

namespace credit::portfolio {

web::Response show(visit::Visit& visit);                // GET …/risques, /couverture/{}
web::Response post_questionnaire(visit::Visit& visit);  // POST …/questionnaire
web::Response post_buyer(visit::Visit& visit);          // POST …/acheteurs
web::Response post_buyer_removal(visit::Visit& visit);  // POST …/acheteurs/retrait
web::Response post_loss(visit::Visit& visit);           // POST …/sinistres
web::Response post_loss_removal(visit::Visit& visit);   // POST …/sinistres/retrait
web::Response post_hand_over(visit::Visit& visit);      // POST /couverture/{}/transmission

}  // namespace credit::portfolio
