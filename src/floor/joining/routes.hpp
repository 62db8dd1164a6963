#pragma once

#include <span>
#include <string_view>
#include <utility>

#include "floor/visit/route.hpp"
#include "web/phrasebook.hpp"

namespace joining {

std::span<const visit::Route> routes();
std::span<const web::Sentence> sentences();
std::span<const std::pair<std::string_view, std::string_view>> words();  // of facts

}  // namespace joining
