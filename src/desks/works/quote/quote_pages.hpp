// Handlers on quotes: the tradesman's deposit, the broker's way to the insurer and back.
#pragma once

#include "floor/visit/route.hpp"

namespace works::quote {

web::Response post_upload(visit::Visit& visit);    // POST /chantiers/{}/devis
web::Response post_sending(visit::Visit& visit);   // POST /travaux/devis/{}/envoi
web::Response post_visit(visit::Visit& visit);     // POST /travaux/devis/{}/visite
web::Response post_decision(visit::Visit& visit);  // POST /travaux/devis/{}/decision
web::Response post_terms(visit::Visit& visit);     // POST /travaux/devis/{}/conditions

}  // namespace works::quote
