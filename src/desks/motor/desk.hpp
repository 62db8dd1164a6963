// All that desk motor brings to the program: what src/app wires.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "floor/deadlines/deadlines.hpp"
#include "floor/messages/messages.hpp"
#include "floor/visit/route.hpp"
#include "floor/visit/site.hpp"
#include "web/phrasebook.hpp"

namespace motor {

std::vector<visit::Route> routes();
std::vector<visit::NavItem> nav();
std::span<const web::Sentence> sentences();
std::vector<visit::SearchSource> search();
std::vector<joining::Kind> sign_ups();
void register_delays(deadlines::Handlers& handlers);
visit::DocumentRule document_rule();
visit::FileKind file_kind();
// French for the codes of the desk's facts.
std::vector<std::pair<std::string_view, std::string>> words();

}  // namespace motor
