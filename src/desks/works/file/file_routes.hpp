// Rows of the routes by which a claim's page and its firms' pages are completed, followed and proved.
#pragma once

#include <vector>

#include "floor/visit/route.hpp"

namespace works::file {

std::vector<visit::Route> routes();

}  // namespace works::file
