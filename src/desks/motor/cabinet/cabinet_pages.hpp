// The administrators' pages of adjusting firms (M2.cabinet).
#pragma once

#include <span>

#include "floor/visit/route.hpp"
#include "floor/visit/site.hpp"

namespace motor::cabinet {

web::Response show_cabinets(visit::Visit& visit);    // GET /administration/cabinets
web::Response post_cabinet(visit::Visit& visit);     // POST there
web::Response show_cabinet(visit::Visit& visit);     // GET /administration/cabinets/{}
web::Response post_code(visit::Visit& visit);        // POST there
web::Response post_invitation(visit::Visit& visit);  // POST /administration/cabinets/{}/invitation

std::span<const visit::Route> routes();
visit::NavItem nav();

}  // namespace motor::cabinet
