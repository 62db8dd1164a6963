// The pages that every footer leads to: help, personal data, accessibility.
#pragma once

#include "floor/visit/route.hpp"

namespace visit {

web::Response show_help(Visit& visit);
web::Response show_personal_data(Visit& visit);
web::Response show_accessibility(Visit& visit);

}  // namespace visit
