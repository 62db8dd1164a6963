// The law's file of accounting entries (P13.fec): the desk knows the paper that proves each of them.
#pragma once

#include "floor/visit/route.hpp"

namespace works::money {

// GET /administration/exports/fec.txt?exercice=2026: that calendar year, this one when none is named.
web::Response show_fec(visit::Visit& visit);

}  // namespace works::money
