// What gateways call.
#pragma once

#include <span>

#include "floor/visit/route.hpp"

namespace gateways {

std::span<const visit::Route> routes();

}  // namespace gateways
