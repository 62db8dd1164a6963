// The handlers of a file's page, one declaration per row of the desk's route table.
#pragma once

#include "floor/visit/route.hpp"

namespace motor::page {

web::Response show_file(visit::Visit& visit);
web::Response show_expertise(visit::Visit& visit);  // M21
web::Response post_date(visit::Visit& visit);       // suggested by the repairer, fixed by the firm
// The repairer's
web::Response post_reply(visit::Visit& visit);      // to a date of the firm (M22)
web::Response post_documents(visit::Visit& visit);  // M18
web::Response show_invoice(visit::Visit& visit);    // M19: confirm its total
web::Response post_invoice(visit::Visit& visit);
web::Response post_agreement(visit::Visit& visit);  // M17
// The firm's
web::Response post_decision(visit::Visit& visit);      // of a date (M22)
web::Response post_cancellation(visit::Visit& visit);  // of a date in force
web::Response post_posting(visit::Visit& visit);       // M32
web::Response post_verdict(visit::Visit& visit);       // M16
web::Response post_event(visit::Visit& visit);         // M11
web::Response post_mark(visit::Visit& visit);          // M35

}  // namespace motor::page
