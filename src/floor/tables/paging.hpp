// A list with keyset pages, read page after page for a file (P13, P14).
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>

#include "floor/tables/table_rules.hpp"

namespace tables {

// Calls `use` with the lines of each page that `read(query)` gives, in one snapshot of the caller's, up to what one
// file takes (P13.most_exported); whether lines were left out. The query has sort, cursor and limit; the page has
// lines, each with key(sort) and id, and `later`.
template <class Query, class Read, class Use>
bool each_page(Query query, Read read, Use use) {
  constexpr int page_size = 500;
  query.cursor.reset();
  query.limit = page_size;
  for (auto room = static_cast<std::size_t>(most_exported.value()); room > 0;) {
    const auto page = read(query);
    const auto lines = std::span(page.lines).first(std::min(room, page.lines.size()));
    use(lines);
    if (lines.size() < page.lines.size()) return true;
    if (!page.later) return false;
    room -= lines.size();
    query.cursor.emplace(lines.back().key(query.sort), lines.back().id.value);
  }
  return true;
}

}  // namespace tables
