#pragma once

#include <span>

#include "web/phrasebook.hpp"

namespace credit::acceptance {

std::span<const web::Sentence> sentences();

}  // namespace credit::acceptance
