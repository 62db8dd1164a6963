// Pages that exist in demo mode only: who to enter as, and the clock control.
#pragma once

#include <span>

#include "floor/visit/route.hpp"
#include "web/phrasebook.hpp"

namespace app::demo {

std::span<const visit::Route> routes();

}  // namespace app::demo
