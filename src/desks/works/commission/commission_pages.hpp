// Handlers of commissions: the firm's own, and all of them for administrators.
#pragma once

#include "desks/works/commission/commission.hpp"
#include "floor/visit/route.hpp"
#include "web/ui/badge.hpp"

namespace works::commission {

web::ui::Badge badge_of(State state);
// « Prélevée le 12/01/2027 », « Prélèvement à partir du … »…
std::string when_of(const Commission& commission);

web::Response show_commissions(visit::Visit& visit);      // GET /chantiers/commissions
web::Response export_commissions(visit::Visit& visit);    // GET /chantiers/commissions.csv, .xlsx
web::Response show_all_commissions(visit::Visit& visit);  // GET /administration/commissions
web::Response post_debit_again(visit::Visit& visit);      // POST /administration/commissions/{}/prelevement

}  // namespace works::commission
