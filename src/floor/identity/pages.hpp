// Internal to identity: its handlers, one declaration per row of routes.cpp.
#pragma once

#include "floor/identity/organisations.hpp"
#include "floor/visit/route.hpp"
#include "web/ui/badge.hpp"

namespace identity {

web::Response show_sign_in(visit::Visit& visit);
web::Response post_sign_in(visit::Visit& visit);
web::Response post_sign_out(visit::Visit& visit);

web::Response show_settings(visit::Visit& visit);
web::Response post_profile(visit::Visit& visit);
web::Response post_password(visit::Visit& visit);
web::Response post_end_session(visit::Visit& visit);
web::Response post_organisation(visit::Visit& visit);

web::Response list_accounts(visit::Visit& visit);
web::Response show_account(visit::Visit& visit);
web::Response post_suspension(visit::Visit& visit);
web::Response post_reactivation(visit::Visit& visit);
web::Response show_organisation(visit::Visit& visit);

web::ui::Badge badge(Status status);

}  // namespace identity
