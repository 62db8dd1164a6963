// The desks of a broker's organisation, on its page for administrators (P2.desks).
#pragma once

#include "floor/identity/organisations.hpp"
#include "floor/visit/route.hpp"
#include "web/html/markup.hpp"

namespace identity {

// Nothing for organisations whose kinds have one desk at most.
web::html::Markup desks_card(visit::Visit& visit, const Organisation& organisation,
                             const std::vector<std::string>& closed);
web::Response post_desks(visit::Visit& visit);  // POST /administration/organisations/{}/comptoirs

}  // namespace identity
