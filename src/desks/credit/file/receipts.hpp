// The receipts of a placement's delays, for its broker, the administrators and the company they bind
// (P4.receipt_readers).
#pragma once

#include "floor/visit/route.hpp"

namespace credit::file {

web::Response show_receipt(visit::Visit& visit);             // GET /credit/echeances/{}
web::Response show_receipt_to_company(visit::Visit& visit);  // GET /couverture/echeances/{}

}  // namespace credit::file
