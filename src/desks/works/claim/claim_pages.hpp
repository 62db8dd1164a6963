// Handlers of the broker's pages on claims; their routes stand in works/routes.cpp.
#pragma once

#include "floor/visit/route.hpp"

namespace works::claim {

web::Response show_list(visit::Visit& visit);     // GET /travaux
web::Response list_changes(visit::Visit& visit);  // GET /travaux/direct: whether a file of the list changed (P15)
web::Response file_changes(visit::Visit& visit);  // GET /travaux/dossiers/{}/direct
web::Response show_form(visit::Visit& visit);     // GET /travaux/declarer
web::Response declare(visit::Visit& visit);       // POST /travaux/dossiers
web::Response show_communes(
    visit::Visit& visit);                      // GET /travaux/communes?code_postal=…: choices of a postal code (htmx)
web::Response show_file(visit::Visit& visit);  // GET /travaux/dossiers/{}

}  // namespace works::claim
