// Handlers of the firm's account and mandate.
#pragma once

#include "floor/visit/route.hpp"

namespace works::debit_mandate {

web::Response show_bank(visit::Visit& visit);        // GET /chantiers/reglages/banque
web::Response post_bank(visit::Visit& visit);        // POST /chantiers/reglages/banque
web::Response post_address(visit::Visit& visit);     // POST /chantiers/reglages/adresse
web::Response post_code(visit::Visit& visit);        // POST /chantiers/reglages/banque/code
web::Response post_signature(visit::Visit& visit);   // POST /chantiers/reglages/banque/mandat
web::Response post_revocation(visit::Visit& visit);  // POST /chantiers/reglages/banque/revocation

}  // namespace works::debit_mandate
