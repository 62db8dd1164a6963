// Handlers of the matching.
#pragma once

#include "floor/visit/route.hpp"

namespace works::matching {

web::Response show_firms(visit::Visit& visit);  // GET /travaux/lots/{}/entreprises, ?vue=ecartees

}  // namespace works::matching
