// The open tasks for other programs (P13), oldest first as on the page.
#include "desks/works/claim/claim.hpp"
#include "desks/works/task/task.hpp"
#include "desks/works/task/task_pages.hpp"
#include "floor/identity/names.hpp"
#include "floor/visit/export.hpp"

namespace works::task {

web::Response export_tasks(visit::Visit& visit) {
  using visit::cell;
  static constexpr tables::Column columns[] = {
      {.key = "task", .label = "Tâche n°"},
      {.key = "opened", .label = "Ouverte le", .kind = tables::Kind::instant},
      {.key = "kind", .label = "Objet", .kind = tables::Kind::choice},
      {.key = "organisation", .label = "Organisation"},
      {.key = "claim", .label = "Dossier"},
      {.key = "done", .label = "Traitée le", .kind = tables::Kind::instant},
      {.key = "by", .label = "Par"},
      {.key = "outcome", .label = "Ce qui a été fait", .most = 2000},
  };
  const bool done = visit.request.query.get("vue") == "terminees";
  TaskId last{};
  DonePlace place;
  return visit::exported(visit, {"taches", "Tâches", columns}, [&](db::Transaction& tx, int limit) {
    const auto page = done ? done_tasks(tx, place, limit) : open_tasks(tx, last, limit);
    std::vector<identity::OrganisationId> organisations;
    std::vector<identity::AccountId> people;
    std::vector<ClaimId> claims;
    for (const auto& task : page) {
      organisations.push_back(task.organisation);
      people.push_back(task.done_by);
      if (task.claim) claims.push_back(task.claim);
    }
    const identity::Names names(tx, std::move(organisations), std::move(people));
    const auto references = claim::references_of(tx, claims);
    std::vector<tables::Row> rows;
    for (const auto& task : page) {
      const auto reference = references.find(task.claim);
      rows.push_back({std::to_string(task.id.value), task.opened_at, cell(label(task.kind)),
                      names.of(task.organisation), reference == references.end() ? std::string() : reference->second,
                      cell(task.done_at), names.of(task.done_by), task.outcome});
    }
    if (!page.empty()) {
      last = page.back().id;
      place = {page.back().done_at.value_or(base::Instant{}), last};
    }
    return rows;
  });
}

}  // namespace works::task
