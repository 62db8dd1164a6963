#include "desks/motor/list/list_export.hpp"

#include "base/french.hpp"
#include "desks/motor/file/file_view_words.hpp"
#include "floor/tables/table_rules.hpp"
#include "floor/visit/export.hpp"
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

tables::Row row_of(const file::Line& line) {
  return {line->posted,
          visit::cell(line->claim_day),
          visit::cell(line->inspection_day),
          line->reference,
          line->insured,
          line->vehicle,
          line->plate,
          line->insurer_code,
          line->insurer_name,
          visit::cell(line->amount),
          line->siret,
          line->cabinet_code,
          std::string(label(line->state)),
          file::flags_text(line->irreparable, line->danger)};
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
  return web::ui::dropdown(
      "Exporter", web::ui::Icon::download,
      web::ui::menu_links(visit::both_files(url_of(first_page(asked), "/reparateurs/export.xlsx"),
                                            url_of(first_page(asked), "/reparateurs/export.csv"), extent(shown))));
}

web::Response export_list(visit::Visit& visit) {
  file::ListQuery query = first_page(asked_of(visit)).query;
  return visit::exported(visit, {"dossiers", "Dossiers", columns},
                         [query = std::move(query), more = true](db::Transaction& tx, int limit) mutable {
                           std::vector<tables::Row> rows;
                           if (!more) return rows;
                           query.limit = limit;
                           const auto page = file::list(tx, query);
                           for (const auto& line : page.lines) rows.push_back(row_of(line));
                           more = page.later;
                           if (more) query.cursor = page.lines.back()->id;
                           return rows;
                         });
}

}  // namespace motor::list
