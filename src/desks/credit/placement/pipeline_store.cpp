#include <fmt/format.h>

#include <algorithm>

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

// The conditions of a query as trusted text with bound values. Few texts exist, each prepared once a connection.
struct Filter {
  std::string where = "1 = 1";
  std::vector<db::Param> params;

  template <class T>
  void add(std::string_view condition, std::string_view name, const T& value) {
    where += " AND ";
    where += condition;
    params.emplace_back(name, value);
  }
};

constexpr std::string_view word_names[] = {"word0", "word1", "word2", "word3"};
constexpr std::string_view word_conditions[] = {"search_key LIKE :word0", "search_key LIKE :word1",
                                                "search_key LIKE :word2", "search_key LIKE :word3"};
constexpr std::string_view step_names[] = {"step0", "step1", "step2", "step3"};

// Folded words hold no wildcard: fold() leaves letters, digits and single spaces.
void add_search(Filter& filter, const std::string& typed) {
  const std::string folded = base::fold(typed);
  std::size_t used = 0;
  for (const auto word : base::split(folded, ' '))
    if (!word.empty() && used < std::size(word_names)) {
      filter.add(word_conditions[used], word_names[used], "%" + std::string(word) + "%");
      ++used;
    }
}

// The steps that make up a tab.
void add_tab(Filter& filter, Tab tab) {
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

Filter filter_of(const PipelineQuery& query) {
  Filter filter;
  if (query.broker) filter.add("broker_id = :broker", "broker", query.broker);
  add_tab(filter, query.tab);
  if (!query.size.empty()) filter.add("company_size = :size", "size", query.size);
  if (query.handled_by) filter.add("handled_by = :handler", "handler", query.handled_by);
  if (query.step) filter.add("step = :step", "step", to_text(*query.step));
  add_search(filter, query.search);
  return filter;
}

}  // namespace

PipelinePage pipeline(db::Transaction& tx, const PipelineQuery& query) {
  Filter filter = filter_of(query);
  const std::string_view column = query.sort == Sort::recent ? "opened_at" : "due_order";
  const bool back = query.cursor && query.cursor->direction == Cursor::Direction::before;
  // Newest first, or most urgent first; a page before another one is read backwards and turned round.
  const bool descending = (query.sort == Sort::recent) != back;
  if (query.cursor) {
    filter.where += fmt::format(" AND ({}, id) {} (:key, :last)", column, descending ? "<" : ">");
    filter.params.emplace_back("key", query.cursor->key);
    filter.params.emplace_back("last", query.cursor->id);
  }
  filter.params.emplace_back("limit", query.limit + 1);
  const std::string_view order = descending ? "DESC" : "ASC";
  PipelinePage page;
  page.lines = tx.rows(
      fmt::format("SELECT id, reference, company_name, company_size, opened_at, step, waiting_for, waiting_name, "
                  "next_due_at, buyers, exposure FROM credit_placements WHERE {} ORDER BY {} {}, id {} LIMIT :limit",
                  filter.where, column, order, order),
      std::span<const db::Param>(filter.params), read);
  const bool more = page.lines.size() > static_cast<std::size_t>(query.limit);
  if (more) page.lines.pop_back();
  if (back) std::reverse(page.lines.begin(), page.lines.end());
  page.earlier = back ? more : query.cursor.has_value();
  page.later = back ? query.cursor.has_value() : more;
  return page;
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
  Filter filter = filter_of(query);
  filter.params.emplace_back("most", most + 1);
  std::int64_t count = 0;
  tx.each(fmt::format("SELECT count(*) FROM (SELECT 1 FROM credit_placements WHERE {} LIMIT :most) AS counted",
                      filter.where),
          filter.params, [&](const db::Row& row) { count = row.integer(0); });
  return count;
}

}  // namespace credit::placement
