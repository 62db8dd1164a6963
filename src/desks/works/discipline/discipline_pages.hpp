// The administrators' page of discipline, and what a firm reads of its own.
#pragma once

#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "floor/visit/route.hpp"
#include "floor/visit/site.hpp"
#include "web/html/markup.hpp"
#include "web/phrasebook.hpp"

namespace works::discipline {

std::span<const visit::Route> routes();
std::vector<visit::NavItem> nav();
std::span<const web::Sentence> sentences();
std::vector<std::pair<std::string_view, std::string_view>> words();

web::Response show_discipline(visit::Visit& visit);    // GET /administration/discipline
web::Response post_decision(visit::Visit& visit);      // POST /administration/discipline/{}
web::Response post_reactivation(visit::Visit& visit);  // POST /administration/discipline/{}/reactivation

// The firm's own: a notice that runs, and the warnings that count. Empty when there is neither.
web::html::Markup firm_card(db::Transaction& tx, identity::OrganisationId firm, base::Instant now);

}  // namespace works::discipline
