// The handlers of what a firm brings in: files one by one, by tables, and whose vehicle each is to repair (M31).
#pragma once

#include <vector>

#include "floor/visit/route.hpp"

namespace motor::intake {

web::Response show_new(visit::Visit& visit);
web::Response post_new(visit::Visit& visit);
web::Response show_correction(visit::Visit& visit);
web::Response post_correction(visit::Visit& visit);
web::Response post_repairer(visit::Visit& visit);  // attach, move, detach
web::Response show_sirets(visit::Visit& visit);    // choices of the SIRET's field

web::Response show_import(visit::Visit& visit);
web::Response post_import(visit::Visit& visit);
web::Response show_model(visit::Visit& visit);  // an empty table to fill

std::vector<visit::Route> routes();

}  // namespace motor::intake
