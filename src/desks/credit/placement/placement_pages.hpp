// Handlers of the pages on placements; their routes stand in credit/desk.cpp.
#pragma once

#include "floor/visit/route.hpp"

namespace credit::placement {

web::Response show_pipeline(visit::Visit& visit);       // GET /credit
web::Response show_board(visit::Visit& visit);          // GET /credit/tableau
web::Response show_form(visit::Visit& visit);           // GET /credit/nouveau
web::Response post_placement(visit::Visit& visit);      // POST /credit/dossiers
web::Response show_placement(visit::Visit& visit);      // GET /credit/dossiers/{}
web::Response show_contact(visit::Visit& visit);        // GET /credit/dossiers/{}/contact
web::Response post_contact(visit::Visit& visit);        // POST /credit/dossiers/{}/contact
web::Response post_giving_up(visit::Visit& visit);      // POST /credit/dossiers/{}/sans-suite
web::Response post_paper(visit::Visit& visit);          // POST /credit/dossiers/{}/documents
web::Response pipeline_changes(visit::Visit& visit);    // GET /credit/direct
web::Response placement_changes(visit::Visit& visit);   // GET /credit/dossiers/{}/direct
web::Response export_pipeline(visit::Visit& visit);     // GET /credit/export.csv, .xlsx
web::Response show_company_space(visit::Visit& visit);  // GET /couverture

}  // namespace credit::placement
