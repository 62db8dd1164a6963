// Internal to identity: its handlers, one declaration per row of routes.cpp.
#pragma once

#include "floor/identity/organisations.hpp"
#include "floor/visit/route.hpp"
#include "web/html/url.hpp"
#include "web/ui/badge.hpp"

namespace identity {

web::Response show_sign_in(visit::Visit& visit);
web::Response post_sign_in(visit::Visit& visit);
web::Response post_sign_out(visit::Visit& visit);
web::Response show_second_step(visit::Visit& visit);
web::Response post_second_step(visit::Visit& visit);

web::Response show_second_factor(visit::Visit& visit);
web::Response post_enrolment(visit::Visit& visit);
web::Response post_enrolment_code(visit::Visit& visit);
web::Response post_recovery_codes(visit::Visit& visit);
web::Response post_end_second_factor(visit::Visit& visit);

web::Response show_settings(visit::Visit& visit);
web::Response post_profile(visit::Visit& visit);
web::Response post_password(visit::Visit& visit);
web::Response post_end_session(visit::Visit& visit);
web::Response post_organisation(visit::Visit& visit);

web::Response list_accounts(visit::Visit& visit);
web::Response show_account(visit::Visit& visit);
web::Response post_suspension(visit::Visit& visit);
web::Response post_reactivation(visit::Visit& visit);
web::Response post_required_second_factor(visit::Visit& visit);
web::Response post_second_factor_reset(visit::Visit& visit);
web::Response show_organisation(visit::Visit& visit);

web::ui::Badge badge(Status status);

inline constexpr web::html::Url second_factor_url{"/parametres/double-authentification"};
// Where to go after signing in: a path of ours, as the browser sent it, or home.
std::string way_back(std::string_view wanted);

}  // namespace identity
