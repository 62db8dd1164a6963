#pragma once

#include "floor/visit/route.hpp"

namespace visit {

web::Response show_licences(Visit& visit);  // GET /licences

}  // namespace visit
