// Handlers of the rates: the repairer's form and versions, what a firm has received.
#pragma once

#include "floor/visit/route.hpp"

namespace motor::rates {

web::Response show_form(visit::Visit& visit);        // GET /reparateurs/tarifs, /reparateurs/tarifs-en-vigueur
web::Response post_form(visit::Visit& visit);        // POST /reparateurs/tarifs: send, or add a company
web::Response show_version(visit::Visit& visit);     // GET /reparateurs/tarifs/{}
web::Response show_comparison(visit::Visit& visit);  // GET /reparateurs/tarifs/{}/comparaison?avec=
web::Response post_receipt(visit::Visit& visit);     // POST /reparateurs/tarifs/{}/accuse
web::Response show_received(visit::Visit& visit);    // GET /reparateurs/tarifs-recus
web::Response show_of_file(visit::Visit& visit);     // GET /reparateurs/dossiers/{}/tarifs: in force on its day

}  // namespace motor::rates
