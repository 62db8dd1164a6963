// The handlers of the list, one declaration per row of the desk's route table.
#pragma once

#include "floor/visit/route.hpp"

namespace motor::list {

web::Response show_list(visit::Visit& visit);
web::Response post_banner(visit::Visit& visit);

}  // namespace motor::list
