// Internal to the floor: the handlers of the ledger, one declaration per row of visit/floor_routes.cpp.
#pragma once

#include "floor/visit/route.hpp"

namespace ledger {

web::Response show_entries(visit::Visit& visit);
web::Response show_trial_balance(visit::Visit& visit);
web::Response export_entries(visit::Visit& visit);
web::Response export_trial_balance(visit::Visit& visit);
web::Response show_entry(visit::Visit& visit);
web::Response post_reversal(visit::Visit& visit);

}  // namespace ledger
