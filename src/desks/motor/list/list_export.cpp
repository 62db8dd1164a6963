#include "desks/motor/list/list_export.hpp"

#include <algorithm>
#include <span>

#include "base/french.hpp"
#include "desks/motor/file/file_view_words.hpp"
#include "floor/tables/table_rules.hpp"
#include "web/ui/dropdown.hpp"

namespace motor::list {
namespace {

using tables::Kind;
using web::html::Url;

// The twelve columns of M10, the insurer's name beside its code, and the marks of M35.
constexpr tables::Column columns[] = {
    {.key = "documents", .label = "DOCUMENTS", .kind = Kind::number},
    {.key = "claim_day", .label = "DATE SINISTRE", .kind = Kind::day},
    {.key = "inspection_day", .label = "DATE EXPERTISE", .kind = Kind::day},
    {.key = "reference", .label = "NUMÉRO DE DOSSIER"},
    {.key = "insured", .label = "ASSURÉ"},
    {.key = "vehicle", .label = "VÉHICULE"},
    {.key = "plate", .label = "IMMATRICULATION"},
    {.key = "insurer_code", .label = "ASSURANCE"},
    {.key = "insurer", .label = "NOM DE L’ASSURANCE"},
    {.key = "amount", .label = "DERNIER CHIFFRAGE", .kind = Kind::amount},
    {.key = "siret", .label = "SIRET"},
    {.key = "cabinet", .label = "CABINET"},
    {.key = "state", .label = "ETAT", .kind = Kind::choice},
    {.key = "flags", .label = "PROCÉDURES"},
};

tables::Value day(const std::optional<base::Day>& at) { return at ? tables::Value(*at) : tables::Value(); }

tables::Row row_of(const file::Line& line) {
  return {line->posted,
          day(line->claim_day),
          day(line->inspection_day),
          line->reference,
          line->insured,
          line->vehicle,
          line->plate,
          line->insurer_code,
          line->insurer_name,
          line->amount ? tables::Value(*line->amount) : tables::Value(),
          line->siret,
          line->cabinet_code,
          std::string(label(line->state)),
          file::flags_text(line->irreparable, line->danger)};
}

// Page after page, in one snapshot; whether lines were left out.
bool write_lines(db::Transaction& tx, file::ListQuery query, tables::Writer& writer) {
  constexpr int page_size = 500;
  query.cursor = {};
  query.direction = file::ListQuery::Direction::after;
  query.limit = page_size;
  for (auto room = static_cast<std::size_t>(tables::most_exported.value()); room > 0;) {
    const auto page = file::list(tx, query);
    const auto lines = std::span(page.lines).first(std::min(room, page.lines.size()));
    for (const auto& line : lines) writer.add(row_of(line));
    if (lines.size() < page.lines.size()) return true;
    if (!page.later) return false;
    room -= lines.size();
    query.cursor = lines.back()->id;
  }
  return true;
}

web::Response exported(visit::Visit& visit, tables::Format format) {
  const Asked asked = asked_of(visit);
  const auto writer = tables::open_writer(format, "Dossiers", columns);
  const bool more =
      visit.platform.database.read([&](db::Transaction& tx) { return write_lines(tx, asked.query, *writer); });
  std::string name = "dossiers-" + base::paris::day_of(visit.now).iso();
  if (more) name += "-" + std::to_string(tables::most_exported.value()) + "-premiers";
  return tables::download(format, name, writer->finish());
}

std::string extent(std::int64_t shown) {
  constexpr std::int64_t counted_up_to = 1000;
  const std::int64_t most = tables::most_exported.value();
  if (shown == 1) return "Le dossier de cette vue";
  if (shown <= counted_up_to) return "Les " + base::french::integer(shown) + " dossiers de cette vue";
  return "Tous les dossiers de cette vue, " + base::french::integer(most) + " au plus";
}

}  // namespace

web::html::Markup export_menu(const Asked& asked, std::int64_t shown) {
  if (shown == 0) return {};
  const std::string hint = extent(shown);
  return web::ui::dropdown(
      "Exporter", web::ui::Icon::download,
      web::ui::menu_links({{"Classeur Excel (.xlsx)", url_of(first_page(asked), "/reparateurs/export.xlsx"), hint},
                           {"Fichier CSV", url_of(first_page(asked), "/reparateurs/export.csv"), hint}}));
}

web::Response export_csv(visit::Visit& visit) { return exported(visit, tables::Format::csv); }
web::Response export_xlsx(visit::Visit& visit) { return exported(visit, tables::Format::xlsx); }

}  // namespace motor::list
