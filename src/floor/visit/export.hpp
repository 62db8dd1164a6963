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
