// What a list with keyset pages shows of them (P14): where the pages beside begin, and how many lines there are.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "floor/visit/cursor.hpp"
#include "web/html/url.hpp"
#include "web/ui/table.hpp"

namespace visit {

inline constexpr int counted_up_to = 1000;  // filtered counts stop at « 1 000+ »

// "12 dossiers", "1 000+ dossiers".
std::string counted(std::int64_t count, std::string_view singular, std::string_view plural);

// What cursor_of reads back; the address as it is without cursor.
web::html::Url at_cursor(web::html::Url url, const std::optional<Cursor>& cursor);

// `page` has lines (each with key(sort) and id), `earlier` and `later`; `url_of(query)` is the address of a query.
template <class Query, class Page, class UrlOf>
web::ui::Pager pager_of(const Query& query, const Page& page, std::string summary, UrlOf url_of) {
  const auto at = [&](const auto& line, Cursor::Direction direction) {
    auto other = query;
    other.cursor = Cursor{line.key(query.sort), line.id.value, direction};
    return url_of(other);
  };
  web::ui::Pager pager{.previous = {}, .next = {}, .summary = std::move(summary)};
  if (page.earlier) pager.previous = at(page.lines.front(), Cursor::Direction::before);
  if (page.later) pager.next = at(page.lines.back(), Cursor::Direction::after);
  return pager;
}

}  // namespace visit
