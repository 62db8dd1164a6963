// Pages of the matching and of a tradesman's settings.
#pragma once

#include <span>

#include "floor/visit/route.hpp"

namespace works::matching {

std::span<const visit::Route> routes();

}  // namespace works::matching
