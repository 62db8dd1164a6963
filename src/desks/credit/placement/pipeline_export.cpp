// GET /credit/export.csv and .xlsx: the pipeline as its address filters and sorts it, in the reader's scope (P13).
#include <span>

#include "desks/credit/placement/pipeline_views.hpp"
#include "desks/credit/placement/placement_pages.hpp"
#include "desks/credit/placement/placement_words.hpp"
#include "floor/deadlines/deadlines_rules.hpp"
#include "floor/visit/export.hpp"

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

}  // namespace

web::Response export_pipeline(visit::Visit& visit) {
  const auto rows = [reader = visit.actor()](db::Transaction&, std::span<const Line> lines) {
    std::vector<tables::Row> found;
    for (const Line& line : lines) found.push_back(row_of(line, reader));
    return found;
  };
  return visit::exported(visit, {"assurance-credit", "Dossiers", columns},
                         visit::pages_of(query_of(visit), pipeline, rows));
}

}  // namespace credit::placement
