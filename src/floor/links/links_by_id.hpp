// The links that a list names, read at once.
#pragma once

#include <unordered_map>
#include <vector>

#include "floor/links/links.hpp"

namespace links {

// In a statement for each 64 ids.
std::unordered_map<LinkId, Link> find_all(db::Transaction& tx, const std::vector<LinkId>& ids);

}  // namespace links
