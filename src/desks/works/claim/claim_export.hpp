// GET /travaux/export.csv and .xlsx: the list as its address filters and sorts it, in the reader's scope (P13).
#pragma once

#include "desks/works/claim/claim_list.hpp"
#include "floor/tables/writing.hpp"
#include "floor/visit/route.hpp"
#include "web/html/url.hpp"

namespace works::claim {

web::html::Url export_url(const ListQuery& query, tables::Format format);

// "Les 142 dossiers de cette vue", or how many of the first when there are more than one file takes
// (P13.most_exported); `shown` counts them, up to a thousand and one.
std::string export_extent(std::int64_t shown);

web::Response export_claims(visit::Visit& visit);

}  // namespace works::claim
