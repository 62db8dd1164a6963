#pragma once

#include <span>

#include "web/phrasebook.hpp"

namespace credit::calc {

// The French sentence of each refusal of the engines.
std::span<const web::Sentence> sentences();

}  // namespace credit::calc
