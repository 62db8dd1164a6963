#pragma once

#include "floor/visit/route.hpp"

namespace credit::calculators {

web::Response show_calculators(visit::Visit& visit);    // all of them
web::Response show_unpaid(visit::Visit& visit);         // the cost of an unpaid invoice, in new sales
web::Response show_cover(visit::Visit& visit);          // the cost of cover, before and after tax
web::Response show_indemnity(visit::Visit& visit);      // what an insurer pays, and how recoveries are shared
web::Response download_indemnity(visit::Visit& visit);  // the same as a paper, clause by clause
web::Response show_delays(visit::Visit& visit);         // the dates that bind an unpaid invoice
web::Response download_delays(visit::Visit& visit);     // the same as a calendar

}  // namespace credit::calculators
