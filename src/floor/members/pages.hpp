// Internal to the folder: its handlers, one declaration per row of routes.cpp.
#pragma once

#include "floor/visit/route.hpp"

namespace members {

web::Response show_members(visit::Visit& visit);     // GET /parametres/membres
web::Response post_invitation(visit::Visit& visit);  // POST there
web::Response post_withdrawal(visit::Visit& visit);  // of an invitation
web::Response post_role(visit::Visit& visit);
web::Response post_suspension(visit::Visit& visit);
web::Response post_reactivation(visit::Visit& visit);
web::Response post_admission(visit::Visit& visit);
web::Response post_removal(visit::Visit& visit);

web::Response show_invitation(visit::Visit& visit);  // behind its link
web::Response post_acceptance(visit::Visit& visit);

}  // namespace members
