// For everybody, without an account: what an unpaid invoice costs and what cover costs (C18), what an insurer pays and
// how recoveries are shared (C25, C26), the dates that bind (C23).
#pragma once

#include <span>

#include "floor/visit/route.hpp"
#include "web/phrasebook.hpp"

namespace credit::calculators {

std::span<const visit::Route> routes();
std::span<const web::Sentence> sentences();

}  // namespace credit::calculators
