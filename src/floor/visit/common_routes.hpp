// The rows that belong to no desk: home, the embedded assets, the health of the server, the footer's pages.
#pragma once

#include <span>

#include "floor/visit/route.hpp"

namespace visit {

std::span<const Route> common_routes();

}  // namespace visit
