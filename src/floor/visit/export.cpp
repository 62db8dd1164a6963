#include "floor/visit/export.hpp"

#include <algorithm>

#include "base/assert.hpp"

#include "floor/tables/table_rules.hpp"
#include "floor/tables/writing.hpp"
#include "web/html/elements.hpp"

namespace visit {
namespace {

constexpr int page_size = 500;

tables::Format format_of(const Visit& visit) {
  const std::string_view path = visit.request.path;
  const auto format = tables::format_from_ending(path.substr(path.rfind('.') + 1));
  MANDAT_ASSERT(format);
  return *format;
}

}  // namespace

web::Response exported(Visit& visit, const Sheet& sheet, const NextRows& next) {
  const auto format = format_of(visit);
  const auto writer = tables::open_writer(format, sheet.title, sheet.columns);
  const bool more = visit.platform.database.read([&](db::Transaction& tx) {
    for (int room = tables::most_exported.value(); room > 0; room -= page_size) {
      const auto rows = next(tx, std::min(room, page_size));
      if (rows.empty()) return false;
      for (const auto& row : rows) writer->add(row);
    }
    return !next(tx, 1).empty();
  });
  std::string name = std::string(sheet.name) + "-" + base::paris::day_of(visit.now).iso();
  if (more) name += "-" + std::to_string(tables::most_exported.value()) + "-premiers";
  return tables::download(format, name, writer->finish());
}

std::vector<web::ui::MenuLink> both_files(web::html::Url workbook, web::html::Url csv, std::string extent) {
  return {{"Classeur Excel (.xlsx)", std::move(workbook), extent}, {"Fichier CSV", std::move(csv), extent}};
}

web::html::Markup export_menu(const std::vector<web::ui::MenuLink>& links) {
  return web::html::div(web::html::cls("list-tools"),
                        web::ui::dropdown("Exporter", web::ui::Icon::download, web::ui::menu_links(links)));
}

}  // namespace visit
