// GET /credit/export.csv and .xlsx: the pipeline as its address filters and sorts it, in the reader's scope (P13).
#include <span>

#include "desks/credit/placement/pipeline_views.hpp"
#include "desks/credit/placement/placement_pages.hpp"
#include "desks/credit/placement/placement_words.hpp"
#include "floor/deadlines/deadlines_rules.hpp"
#include "floor/tables/paging.hpp"
#include "floor/tables/writing.hpp"

namespace credit::placement {
namespace {

using tables::Kind;

constexpr tables::Column columns[] = {
    {.key = "reference", .label = "Dossier"},
    {.key = "opened", .label = "Ouvert le", .kind = Kind::instant},
    {.key = "company", .label = "Entreprise"},
    {.key = "size", .label = "Taille", .kind = Kind::choice},
    {.key = "buyers", .label = "Acheteurs", .kind = Kind::number},
    {.key = "exposure", .label = "Encours à couvrir", .kind = Kind::amount},
    {.key = "step", .label = "Étape", .kind = Kind::choice},
    {.key = "waiting", .label = "En attente de"},
    {.key = "due", .label = "Échéance", .kind = Kind::instant},
};

tables::Row row_of(const Line& line, const identity::Actor& reader) {
  tables::Row row{line.reference,
                  line.opened_at,
                  line.company,
                  std::string(label(line.size)),
                  line.buyers,
                  line.exposure,
                  std::string(label(line.step)),
                  holder(line.waiting_for, line.waiting_name, reader),
                  {}};
  if (line.next_due_at) row.back() = deadlines::shown(*line.next_due_at);
  return row;
}

web::Response exported(visit::Visit& visit, tables::Format format) {
  const PipelineQuery query = query_of(visit);
  const auto writer = tables::open_writer(format, "Dossiers", columns);
  const bool more = visit.platform.database.read([&](db::Transaction& tx) {
    const auto read = [&](const PipelineQuery& asked) { return pipeline(tx, asked); };
    return tables::each_page(query, read, [&](std::span<const Line> lines) {
      for (const Line& line : lines) writer->add(row_of(line, visit.actor()));
    });
  });
  std::string name = "assurance-credit-" + base::paris::day_of(visit.now).iso();
  if (more) name += "-" + std::to_string(tables::most_exported.value()) + "-premiers";
  return tables::download(format, name, writer->finish());
}

}  // namespace

web::Response export_csv(visit::Visit& visit) { return exported(visit, tables::Format::csv); }
web::Response export_xlsx(visit::Visit& visit) { return exported(visit, tables::Format::xlsx); }

}  // namespace credit::placement
