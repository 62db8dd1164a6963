// Internal to joining: its handlers, one declaration per row of routes.cpp.
#pragma once

#include "floor/visit/route.hpp"

namespace joining {

web::Response show_kinds(visit::Visit& visit);         // GET /inscription
web::Response show_sign_up(visit::Visit& visit);       // GET /inscription/{}
web::Response post_sign_up(visit::Visit& visit);       // POST /inscription/{}
web::Response show_confirmation(visit::Visit& visit);  // GET /confirmation/{}
web::Response post_confirmation(visit::Visit& visit);  // POST /confirmation/{}
web::Response show_forgotten(visit::Visit& visit);     // GET /mot-de-passe-oublie
web::Response post_forgotten(visit::Visit& visit);     // POST /mot-de-passe-oublie
web::Response show_new_password(visit::Visit& visit);  // GET /mot-de-passe/{}
web::Response post_new_password(visit::Visit& visit);  // POST /mot-de-passe/{}

web::Response show_email_change(visit::Visit& visit);  // GET /parametres/adresse
web::Response post_email_change(visit::Visit& visit);  // POST /parametres/adresse
web::Response post_email_check(visit::Visit& visit);   // POST /parametres/adresse/verification
web::Response show_new_email(visit::Visit& visit);     // GET /adresse/{}
web::Response post_new_email(visit::Visit& visit);     // POST /adresse/{}

}  // namespace joining
