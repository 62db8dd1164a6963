// The handlers of the list, one declaration per row of the desk's route table.
#pragma once

#include "floor/visit/route.hpp"

namespace motor::list {

web::Response show_list(visit::Visit& visit);
web::Response post_banner(visit::Visit& visit);
web::Response list_changes(visit::Visit& visit);  // server-sent events, of all lists of files and dates
web::Response file_changes(visit::Visit& visit);

}  // namespace motor::list
