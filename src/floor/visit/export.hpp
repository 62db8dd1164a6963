// A list as a file for other programs, the same way for every list that can be read page after page (P13).
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "db/database.hpp"
#include "floor/tables/column.hpp"
#include "floor/visit/route.hpp"
#include "web/html/markup.hpp"
#include "web/html/url.hpp"
#include "web/ui/dropdown.hpp"

namespace visit {

struct Sheet {
  std::string_view name;   // "ecritures": the file's, with the day
  std::string_view title;  // the sheet's of a workbook
  std::span<const tables::Column> columns;
};

// The rows of at most `limit` lines of the list, after those of the call before; none at the end.
using NextRows = std::function<std::vector<tables::Row>(db::Transaction&, int limit)>;

// The rows of a list with keyset pages, from its first one on. `read(tx, query)` gives a page, with lines (each with
// key(sort) and id) and `later`; `rows(tx, lines)` draws them.
template <class Query, class Read, class Rows>
NextRows pages_of(Query query, Read read, Rows rows) {
  query.cursor.reset();
  return [query = std::move(query), read, rows, more = true](db::Transaction& tx, int limit) mutable {
    if (!more) return std::vector<tables::Row>{};
    query.limit = limit;
    const auto page = read(tx, query);
    more = page.later;
    if (more) query.cursor.emplace(page.lines.back().key(query.sort), page.lines.back().id.value);
    return rows(tx, std::span(page.lines));
  };
}

// CSV or XLSX, as the end of the address says; in one snapshot, up to P13.most_exported lines, and the name says when
// there were more.
web::Response exported(Visit& visit, const Sheet& sheet, const NextRows& next);

// « Exporter », above a list: both files of it, with what they hold ("Toutes les écritures").
std::vector<web::ui::MenuLink> both_files(web::html::Url workbook, web::html::Url csv, std::string extent);
web::html::Markup export_menu(const std::vector<web::ui::MenuLink>& links);

// An absent value is an empty cell.
template <class T>
tables::Value cell(const std::optional<T>& maybe) {
  return maybe ? tables::Value(*maybe) : tables::Value();
}
inline tables::Value cell(std::string_view text) { return std::string(text); }
inline tables::Value cell(int count) { return std::int64_t{count}; }

}  // namespace visit
