// C18: what an unpaid invoice costs and what cover costs, for everybody, without an account.
#pragma once

#include <span>

#include "floor/visit/route.hpp"
#include "web/phrasebook.hpp"

namespace credit::calculators {

std::span<const visit::Route> routes();
std::span<const web::Sentence> sentences();

}  // namespace credit::calculators
