#pragma once

#include "desks/works/file/file_view.hpp"
#include "floor/visit/route.hpp"

namespace works::insured {

web::Response show(visit::Visit& visit);             // GET /suivi/{}: the insured's page
web::Response changes(visit::Visit& visit);          // GET /suivi/{}/direct: whether the claim changed (P15)
web::Response post_code(visit::Visit& visit);        // POST /suivi/{}/code
web::Response post_link(visit::Visit& visit);        // POST /travaux/dossiers/{}/suivi
web::Response post_withdrawal(visit::Visit& visit);  // POST /travaux/dossiers/{}/suivi/retrait

web::html::Markup link_part(const FileView& view);  // of the broker's card of the insured

}  // namespace works::insured
