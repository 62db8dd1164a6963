// The list as a table for other programs: what the view holds, in its order, within the reader's scope (P13).
#pragma once

#include "desks/motor/list/list_query.hpp"

namespace motor::list {

web::html::Markup export_menu(const Asked& asked, std::int64_t shown);  // nothing when nothing is shown

web::Response export_list(visit::Visit& visit);  // GET /reparateurs/export.csv, .xlsx

}  // namespace motor::list
