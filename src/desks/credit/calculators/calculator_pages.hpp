#pragma once

#include "floor/visit/route.hpp"

namespace credit::calculators {

web::Response show_unpaid(visit::Visit& visit);  // the cost of an unpaid invoice, in new sales
web::Response show_cover(visit::Visit& visit);   // the cost of cover, before and after tax

}  // namespace credit::calculators
