#pragma once

#include "floor/visit/route.hpp"

namespace visit {

web::Response show_search(Visit& visit);  // GET /recherche?q=

}  // namespace visit
