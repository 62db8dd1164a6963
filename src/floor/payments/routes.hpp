// What payments bring to the program: their pages, their entry of the rail, their words.
#pragma once

#include <span>
#include <utility>
#include <vector>

#include "floor/visit/route.hpp"
#include "floor/visit/site.hpp"

namespace payments {

std::vector<visit::Route> routes();
std::vector<visit::NavItem> nav();
std::span<const web::Sentence> sentences();
std::span<const std::pair<std::string_view, std::string_view>> words();
std::vector<visit::FileKind> file_kinds();

}  // namespace payments
