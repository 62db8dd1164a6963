// All that desk credit brings to the program: what src/app wires.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "floor/deadlines/deadlines.hpp"
#include "floor/visit/route.hpp"
#include "floor/visit/site.hpp"
#include "web/phrasebook.hpp"

namespace credit {

std::vector<visit::Route> routes();
std::vector<visit::NavItem> nav();
std::span<const web::Sentence> sentences();
void register_delays(deadlines::Handlers& handlers);
visit::FileKind file_kind();
// French for the codes of the desk's facts.
std::vector<std::pair<std::string_view, std::string>> words();

}  // namespace credit
