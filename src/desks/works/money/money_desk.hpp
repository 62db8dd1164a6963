// What money brings to the desk: routes, rail, sentences, words of facts.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "floor/visit/route.hpp"
#include "floor/visit/site.hpp"
#include "web/phrasebook.hpp"

namespace works::money {

std::span<const visit::Route> routes();
std::vector<visit::NavItem> nav();
std::span<const web::Sentence> sentences();
std::vector<std::pair<std::string_view, std::string_view>> words();

}  // namespace works::money
