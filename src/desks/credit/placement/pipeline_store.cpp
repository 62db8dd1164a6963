#include <fmt/format.h>

#include "base/text.hpp"
#include "desks/credit/placement/pipeline.hpp"

namespace credit::placement {

const std::string_view to_do_sql =
    "SELECT coalesce((SELECT placements FROM credit_placement_counts WHERE broker_id = :organisation AND "
    "tab = 'to_do'), 0)";
namespace {

Line read(const db::Row& row) {
  const auto size = size_from_text(row.text(3));
  const auto step = step_from_text(row.text(5));
  const auto waiting = waiting_from_text(row.text(6));
  MANDAT_ASSERT(size && step && waiting);
  return {.id = row.get<PlacementId>(0),
          .reference = row.get<std::string>(1),
          .company = row.get<std::string>(2),
          .size = *size,
          .opened_at = row.get<base::Instant>(4),
          .step = *step,
          .waiting_for = *waiting,
          .waiting_name = row.get<std::string>(7),
          .next_due_at = row.get<std::optional<base::Instant>>(8),
          .buyers = row.get<std::int64_t>(9),
          .exposure = row.get<base::Money>(10)};
}

constexpr std::string_view step_names[] = {"step0", "step1", "step2", "step3"};

// The steps that make up a tab.
void add_tab(db::Filter& filter, Tab tab) {
  if (tab == Tab::all) return;
  if (tab == Tab::to_do) return filter.add("waiting_for = :waiting", "waiting", to_text(WaitingFor::broker));
  std::string list;
  std::size_t used = 0;
  const auto add = [&](Step step) {
    if (part_of(step) != tab) return;
    list += fmt::format("{}:{}", list.empty() ? "" : ", ", step_names[used]);
    filter.params.emplace_back(step_names[used++], to_text(step));
  };
  for (const Step step : nine_steps) add(step);
  add(Step::in_force);
  add(Step::abandoned);
  filter.where += fmt::format(" AND step IN ({})", list);
}

db::Filter filter_of(const PipelineQuery& query) {
  db::Filter filter;
  if (query.broker) filter.add("broker_id = :broker", "broker", query.broker);
  add_tab(filter, query.tab);
  if (!query.size.empty()) filter.add("company_size = :size", "size", query.size);
  if (query.handled_by) filter.add("handled_by = :handler", "handler", query.handled_by);
  if (query.step) filter.add("step = :step", "step", to_text(*query.step));
  filter.add(db::Words(base::fold(query.search)), "search_key");
  return filter;
}

}  // namespace

PipelinePage pipeline(db::Transaction& tx, const PipelineQuery& query) {
  db::Filter filter = filter_of(query);
  const std::string_view column = query.sort == Sort::recent ? "opened_at" : "due_order";
  // Newest first, or most urgent first.
  const auto way = query.sort == Sort::recent ? db::Keyset::Way::descending : db::Keyset::Way::ascending;
  const db::Keyset keyset(filter, column, way, query.cursor, query.limit);
  return keyset.page(tx.rows(
      fmt::format("SELECT id, reference, company_name, company_size, opened_at, step, waiting_for, waiting_name, "
                  "next_due_at, buyers, exposure FROM credit_placements WHERE {} {} LIMIT :limit",
                  filter.where, keyset.order()),
      std::span<const db::Param>(filter.params), read));
}

std::vector<std::int64_t> tab_counts(db::Transaction& tx, identity::OrganisationId broker) {
  std::vector<std::int64_t> counts(tabs.size(), 0);
  const auto take = [&](const db::Row& row) {
    for (std::size_t i = 0; i < tabs.size(); ++i)
      if (to_text(tabs[i]) == row.text(0)) counts[i] = row.get<std::int64_t>(1);
  };
  if (broker) {
    const db::Param params[] = {{"broker", broker}};
    tx.each("SELECT tab, placements FROM credit_placement_counts WHERE broker_id = :broker", params, take);
  } else {
    tx.each("SELECT tab, CAST(SUM(placements) AS BIGINT) FROM credit_placement_counts GROUP BY tab", {}, take);
  }
  return counts;
}

std::int64_t count_up_to(db::Transaction& tx, const PipelineQuery& query, int most) {
  return db::count_up_to(tx, "credit_placements", filter_of(query), most);
}

}  // namespace credit::placement
