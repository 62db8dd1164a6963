// What identity brings to the program: its pages, its entries of the rail, the sentences of its refusals.
#pragma once

#include <span>
#include <vector>

#include "floor/visit/route.hpp"
#include "floor/visit/site.hpp"

namespace identity {

std::span<const visit::Route> routes();
std::vector<visit::NavItem> nav();
std::vector<visit::SearchSource> search();
std::span<const web::Sentence> sentences();

}  // namespace identity
