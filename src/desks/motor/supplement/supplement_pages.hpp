// The handlers of supplements, one declaration per row of routes.cpp.
#pragma once

#include <vector>

#include "floor/visit/route.hpp"

namespace motor::supplement {

web::Response show_form(visit::Visit& visit);  // the repairer's
web::Response post_form(visit::Visit& visit);
web::Response post_photo(visit::Visit& visit);     // one of the form, ahead of it
web::Response show_one(visit::Visit& visit);       // both sides
web::Response post_decision(visit::Visit& visit);  // the firm's

std::vector<visit::Route> routes();

}  // namespace motor::supplement
