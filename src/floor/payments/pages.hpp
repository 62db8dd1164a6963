// The handlers of payments, one declaration per row of routes.cpp.
#pragma once

#include "floor/visit/route.hpp"

namespace payments {

web::Response show_batches(visit::Visit& visit);
web::Response export_batches(visit::Visit& visit);
web::Response post_batch(visit::Visit& visit);
web::Response show_batch(visit::Visit& visit);
web::Response post_release(visit::Visit& visit);
web::Response post_dissolution(visit::Visit& visit);
web::Response get_batch_file(visit::Visit& visit);

web::Response show_orders(visit::Visit& visit);
web::Response export_orders(visit::Visit& visit);
web::Response show_order(visit::Visit& visit);
web::Response post_cancellation(visit::Visit& visit);
web::Response post_fate(visit::Visit& visit);

web::Response show_bank(visit::Visit& visit);
web::Response export_bank_files(visit::Visit& visit);
web::Response post_bank_file(visit::Visit& visit);
web::Response show_bank_file(visit::Visit& visit);

web::Response show_open_lines(visit::Visit& visit);
web::Response show_line(visit::Visit& visit);
web::Response post_line(visit::Visit& visit);

web::Response batches_changes(visit::Visit& visit);  // GET /administration/paiements/direct (P15)
web::Response account_changes(visit::Visit& visit);
web::Response batch_changes(visit::Visit& visit);   // GET /administration/paiements/remises/{}/direct
web::Response orders_changes(visit::Visit& visit);  // GET /administration/paiements/ordres/direct
web::Response order_changes(visit::Visit& visit);   // GET /administration/paiements/ordres/{}/direct
web::Response bank_changes(visit::Visit& visit);    // GET /administration/paiements/banque/direct
web::Response lines_changes(visit::Visit& visit);   // GET /administration/paiements/rapprochement/direct
web::Response line_changes(visit::Visit& visit);    // GET /administration/paiements/rapprochement/{}/direct

web::Response show_account(visit::Visit& visit);
web::Response post_account(visit::Visit& visit);
web::Response post_account_confirmation(visit::Visit& visit);
web::Response post_account_withdrawal(visit::Visit& visit);

}  // namespace payments
