// What the floor's own pages bring to the program: messages, delays, accounting, journal, documents.
#pragma once

#include <span>
#include <vector>

#include "floor/visit/route.hpp"
#include "floor/visit/site.hpp"

namespace visit {

std::vector<Route> floor_routes();
std::vector<NavItem> floor_nav();
std::span<const web::Sentence> floor_sentences();
// French for the floor's own codes of facts; what Site::words begins with.
std::span<const std::pair<std::string_view, std::string_view>> floor_words();

}  // namespace visit
