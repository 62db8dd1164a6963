#pragma once

#include "floor/links/links.hpp"
#include "floor/visit/route.hpp"

namespace workspace {

void give_pass(web::Response& response, const visit::Visit& visit, const links::Link& link);

}  // namespace workspace
