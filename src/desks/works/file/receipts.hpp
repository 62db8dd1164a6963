// The receipts of a claim's delays, for its broker, the administrators and the firm they bind (P4.receipt_readers).
#pragma once

#include "floor/visit/route.hpp"

namespace works::file {

web::Response show_receipt(visit::Visit& visit);          // GET /travaux/echeances/{}
web::Response show_receipt_to_firm(visit::Visit& visit);  // GET /chantiers/echeances/{}

}  // namespace works::file
