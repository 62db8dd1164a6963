#include "desks/works/claim/claim_export.hpp"

#include <span>
#include <utility>
#include <vector>

#include "base/french.hpp"
#include "desks/works/claim/claim_kind.hpp"
#include "desks/works/claim/claim_list_query.hpp"
#include "desks/works/claim/claim_words.hpp"
#include "floor/deadlines/deadlines_rules.hpp"
#include "floor/identity/names.hpp"
#include "floor/tables/table_rules.hpp"
#include "floor/visit/export.hpp"
#include "floor/visit/list_pages.hpp"

namespace works::claim {
namespace {

using tables::Kind;

constexpr tables::Column columns[] = {
    {.key = "reference", .label = "Dossier"},
    {.key = "declared", .label = "Déclaré le", .kind = Kind::instant},
    {.key = "broker", .label = "Courtier"},
    {.key = "insured", .label = "Assuré"},
    {.key = "place", .label = "Commune"},
    {.key = "kind", .label = "Nature du sinistre"},
    {.key = "emergency", .label = "Urgent", .kind = Kind::choice},
    {.key = "trades", .label = "Métiers"},
    {.key = "insurer", .label = "Assureur"},
    {.key = "status", .label = "État", .kind = Kind::choice},
    {.key = "detail", .label = "Détail"},
    {.key = "waiting", .label = "En attente de"},
    {.key = "due", .label = "Échéance", .kind = Kind::instant},
};

tables::Row row_of(const Line& line, const std::string& broker, const visit::Visit& visit) {
  const auto* kind = find_claim_kind(line->kind);
  tables::Row row{line->reference,
                  line->declared_at,
                  broker,
                  line->insured_name,
                  line->place_name,
                  kind ? std::string(kind->label) : line->kind,
                  std::string(line->emergency ? "oui" : "non"),
                  line->trades_text,
                  line->insurer_name,
                  std::string(label(line->status)),
                  detail_text(line->detail, line->expert_visit_on, base::paris::day_of(visit.now)),
                  holder(line->waiting_for, line->waiting_name, visit.actor()),
                  {}};
  if (line->next_due_at) row.back() = deadlines::shown(*line->next_due_at);
  return row;
}

}  // namespace

web::html::Url export_url(const ListQuery& query, tables::Format format) {
  auto all = query;
  all.cursor.reset();
  if (format == tables::Format::csv) return with_query("/travaux/export.csv", all);
  return with_query("/travaux/export.xlsx", all);
}

std::string export_extent(std::int64_t shown) {
  const std::int64_t most = tables::most_exported.value();
  if (shown > most) return "Les " + base::french::integer(most) + " premiers dossiers de cette vue";
  if (shown > visit::counted_up_to)
    return "Tous les dossiers de cette vue, " + base::french::integer(most) + " au plus";
  if (shown == 1) return "Le dossier de cette vue";
  return "Les " + base::french::integer(shown) + " dossiers de cette vue";
}

web::Response export_claims(visit::Visit& visit) {
  const auto rows = [&visit](db::Transaction& tx, std::span<const Line> lines) {
    std::vector<identity::OrganisationId> brokers;
    for (const Line& line : lines) brokers.push_back(line->broker);
    const identity::Names names(tx, std::move(brokers));
    std::vector<tables::Row> found;
    for (const Line& line : lines) found.push_back(row_of(line, names.of(line->broker), visit));
    return found;
  };
  return visit::exported(visit, {"dossiers", "Dossiers", columns}, visit::pages_of(query_of(visit), list, rows));
}

}  // namespace works::claim
