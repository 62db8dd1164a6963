// The rows of the rates.
#pragma once

#include <vector>

#include "floor/visit/route.hpp"
#include "floor/visit/site.hpp"

namespace motor::rates {

std::vector<visit::Route> routes();
std::vector<visit::NavItem> nav();

}  // namespace motor::rates
