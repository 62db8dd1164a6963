// Handlers of the house's own identity (P9.identity).
#pragma once

#include "floor/visit/route.hpp"
#include "web/html/url.hpp"

namespace identity {

inline constexpr web::html::Url house_url{"/administration/identite"};

web::Response show_house(visit::Visit& visit);
web::Response post_house(visit::Visit& visit);

}  // namespace identity
