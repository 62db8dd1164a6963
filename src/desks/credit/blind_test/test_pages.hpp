// Handlers of blind tests: the broker's below /credit, the underwriter's below /souscription in his space, and below
// /test-a-blanc/{token} behind his link.
#pragma once

#include "floor/visit/route.hpp"

namespace credit::blind_test {

web::Response show_launch(visit::Visit& visit);        // GET /credit/dossiers/{}/test
web::Response post_launch(visit::Visit& visit);        // POST /credit/dossiers/{}/test
web::Response post_close(visit::Visit& visit);         // POST /credit/dossiers/{}/test/cloture
web::Response show_matrix(visit::Visit& visit);        // GET /credit/dossiers/{}/matrice
web::Response export_matrix(visit::Visit& visit);      // GET /credit/dossiers/{}/matrice.csv, .xlsx
web::Response show_received(visit::Visit& visit);      // GET /souscription
web::Response show_grid(visit::Visit& visit);          // GET /souscription/{}, /credit/soumissions/{}
web::Response post_opening(visit::Visit& visit);       // POST /souscription/{}/ouverture
web::Response post_answers(visit::Visit& visit);       // POST …/reponses
web::Response post_decline(visit::Visit& visit);       // POST …/refus
web::Response show_answers_file(visit::Visit& visit);  // GET …/tableau.xlsx
web::Response post_answers_file(visit::Visit& visit);  // POST …/tableau
web::Response post_link(visit::Visit& visit);          // POST /credit/soumissions/{}/lien
web::Response post_link_code(visit::Visit& visit);     // POST /test-a-blanc/{}/code
web::Response show_matrix_buyer(visit::Visit& visit);  // GET /credit/dossiers/{}/matrice/{}
// What a figure of the matrix is made of: a cell by its buyer's line and its insurer's number, a total by its number.
web::Response show_matrix_cell(visit::Visit& visit, std::int64_t line, std::int64_t insurer);
web::Response show_matrix_total(visit::Visit& visit, std::size_t total);

}  // namespace credit::blind_test
