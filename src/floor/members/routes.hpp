// What the members of organisations bring to the program.
#pragma once

#include <span>

#include "floor/visit/route.hpp"
#include "web/phrasebook.hpp"

namespace members {

std::span<const visit::Route> routes();
std::span<const web::Sentence> sentences();

}  // namespace members
