// The list's view in its address: ?vue=…&tri=…&q=…, within the reader's scope.
#pragma once

#include "desks/works/claim/claim_list.hpp"
#include "floor/visit/route.hpp"
#include "web/html/url.hpp"

namespace works::claim {

ListQuery query_of(const visit::Visit& visit);  // what is not understood is the standard

// What is not the standard stands in the address.
web::html::Url with_query(web::html::Url url, const ListQuery& query);
web::html::Url url_of(const ListQuery& query);

}  // namespace works::claim
