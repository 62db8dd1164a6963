// Handlers of the risk photograph: below /credit/dossiers/{} for the broker, below /couverture/{} for the company in
// its space, below /questionnaire/{token} for who holds its link.
#pragma once

#include "floor/visit/route.hpp"

namespace credit::portfolio {

web::Response show(visit::Visit& visit);                  // GET …/risques, /couverture/{}
web::Response post_questionnaire(visit::Visit& visit);    // POST …/questionnaire
web::Response post_buyer(visit::Visit& visit);            // POST …/acheteurs
web::Response post_buyer_removal(visit::Visit& visit);    // POST …/acheteurs/retrait
web::Response show_buyer(visit::Visit& visit);            // GET …/acheteurs/{}
web::Response post_corrected_buyer(visit::Visit& visit);  // POST …/acheteurs/{}
web::Response post_loss(visit::Visit& visit);             // POST …/sinistres
web::Response post_loss_years(visit::Visit& visit);       // POST …/sinistres/aucun
web::Response post_loss_removal(visit::Visit& visit);     // POST …/sinistres/retrait
web::Response post_hand_over(visit::Visit& visit);        // POST …/transmission
web::Response show_closing(visit::Visit& visit);          // GET /credit/dossiers/{}/informations
web::Response post_information(visit::Visit& visit);      // POST /credit/dossiers/{}/informations
web::Response post_invitation(visit::Visit& visit);       // POST /credit/dossiers/{}/questionnaire/lien
web::Response show_import(visit::Visit& visit);           // GET …/acheteurs/import
web::Response post_import(visit::Visit& visit);           // POST …/acheteurs/import
web::Response show_wrong_rows(visit::Visit& visit);       // GET …/acheteurs/a-corriger.csv
web::Response show_model(visit::Visit& visit);            // GET …/acheteurs/modele.xlsx
web::Response show_joining_space(visit::Visit& visit);    // GET /couverture/rattachement/{}
web::Response post_joining_space(visit::Visit& visit);    // POST /couverture/rattachement/{}

}  // namespace credit::portfolio
