#include <fmt/format.h>

#include "base/text.hpp"
#include "db/keyset.hpp"
#include "desks/works/claim/claim_list.hpp"

namespace works::claim {

const std::string_view to_do_sql =
    "SELECT coalesce((SELECT claims FROM works_claim_counts WHERE broker_id = :organisation AND tab = 'to_do'), 0)";
namespace {

#define LINE_COLUMNS                                                                                        \
  "id, broker_id, reference, kind, insured_name, place_name, trades_text, declared_at, emergency, status, " \
  "detail, waiting_for, waiting_name, next_due_at, insurer_name, expert_visit_on"

Line read(const db::Row& row) {
  const auto status = status_from_text(row.text(9));
  const auto detail = detail_from_text(row.text(10));
  const auto waiting = waiting_from_text(row.text(11));
  MANDAT_ASSERT(status && detail && waiting);
  return {.id = row.get<ClaimId>(0),
          .broker = row.get<identity::OrganisationId>(1),
          .reference = row.get<std::string>(2),
          .kind = row.get<std::string>(3),
          .insured_name = row.get<std::string>(4),
          .place_name = row.get<std::string>(5),
          .trades_text = row.get<std::string>(6),
          .insurer_name = row.get<std::string>(14),
          .declared_at = row.get<base::Instant>(7),
          .emergency = row.get<bool>(8),
          .status = *status,
          .detail = *detail,
          .waiting_for = *waiting,
          .waiting_name = row.get<std::string>(12),
          .next_due_at = row.get<std::optional<base::Instant>>(13),
          .expert_visit_on = row.get<std::optional<base::Day>>(15)};
}

void add_tab(db::Filter& filter, Tab tab) {
  switch (tab) {
    case Tab::all:
      break;
    case Tab::to_do:
      filter.add("waiting_for = :waiting", "waiting", to_text(WaitingFor::broker));
      break;
    case Tab::awaiting_quote:
      filter.add("status = :status", "status", to_text(Status::awaiting_quote));
      break;
    case Tab::in_progress:
      filter.add("status = :status", "status", to_text(Status::in_progress));
      break;
    case Tab::closed:
      filter.add("status = :status", "status", to_text(Status::closed));
      break;
    case Tab::abandoned:
      filter.add("status = :status", "status", to_text(Status::abandoned));
      break;
  }
}

db::Filter filter_of(const ListQuery& query) {
  db::Filter filter;
  if (query.broker) filter.add("broker_id = :broker", "broker", query.broker);
  add_tab(filter, query.tab);
  if (!query.kind.empty()) filter.add("kind = :kind", "kind", query.kind);
  if (!query.insurer.empty()) filter.add("insurer = :insurer", "insurer", query.insurer);
  filter.add(db::Words(base::fold(query.search)), "search_key");
  return filter;
}

}  // namespace

ListPage list(db::Transaction& tx, const ListQuery& query) {
  db::Filter filter = filter_of(query);
  // A broker's files of one kind or one insurer are few: all are found within the filter's index and sorted there,
  // which the expression demands. Everything else is met along the sorting index until the page is full.
  const bool few = query.broker && (!query.kind.empty() || !query.insurer.empty());
  const std::string column =
      std::string(query.sort == Sort::recent ? "declared_at" : "due_order") + (few ? " + 0" : "");
  // Newest first, or most urgent first.
  const auto way = query.sort == Sort::recent ? db::Keyset::Way::descending : db::Keyset::Way::ascending;
  const db::Keyset keyset(filter, column, way, query.cursor, query.limit);
  std::string found = fmt::format("{} {} LIMIT :limit", filter.where, keyset.order());
  if (few) found = fmt::format("id IN (SELECT id FROM works_claims WHERE {}) {}", found, keyset.order());
  return keyset.page(tx.rows("SELECT " LINE_COLUMNS " FROM works_claims WHERE " + found,
                             std::span<const db::Param>(filter.params), read));
}

std::vector<Line> with_one_closure(db::Transaction& tx, const std::optional<Cursor>& after, int limit) {
  return tx.rows("SELECT " LINE_COLUMNS
                 " FROM works_claims WHERE detail IN ('job_closed', 'broker_closed') AND "
                 "(declared_at, id) > (:key, :last) ORDER BY declared_at, id LIMIT :limit",
                 {{"key", after ? after->key : INT64_MIN}, {"last", after ? after->id : 0}, {"limit", limit}}, read);
}

std::vector<std::int64_t> tab_counts(db::Transaction& tx, identity::OrganisationId broker) {
  std::vector<std::int64_t> counts(tabs.size(), 0);
  const auto take = [&](const db::Row& row) {
    for (std::size_t i = 0; i < tabs.size(); ++i)
      if (to_text(tabs[i]) == row.text(0)) counts[i] = row.get<std::int64_t>(1);
  };
  if (broker) {
    const db::Param params[] = {{"broker", broker}};
    tx.each("SELECT tab, claims FROM works_claim_counts WHERE broker_id = :broker", params, take);
  } else {
    tx.each("SELECT tab, CAST(SUM(claims) AS BIGINT) FROM works_claim_counts GROUP BY tab", {}, take);
  }
  return counts;
}

std::int64_t count_up_to(db::Transaction& tx, const ListQuery& query, int most) {
  return db::count_up_to(tx, "works_claims", filter_of(query), most);
}

}  // namespace works::claim
