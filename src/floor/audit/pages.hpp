// Internal to the floor: the handlers of the journal, one declaration per row of visit/floor_routes.cpp.
#pragma once

#include "floor/visit/route.hpp"

namespace audit {

web::Response show_journal(visit::Visit& visit);
web::Response export_journal(visit::Visit& visit);
web::Response post_verification(visit::Visit& visit);

}  // namespace audit
