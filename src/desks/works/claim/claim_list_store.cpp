#include <fmt/format.h>

#include <algorithm>

#include "base/assert.hpp"
#include "base/text.hpp"
#include "db/id_batches.hpp"
#include "db/keyset.hpp"
#include "desks/works/claim/claim_list.hpp"
#include "desks/works/claim/claim_shelf.hpp"
#include "floor/lists/list_changes.hpp"
#include "floor/lists/shelves.hpp"

namespace works::claim {

const std::string_view to_do_sql =
    "SELECT coalesce((SELECT claims FROM works_claim_counts WHERE broker_id = :organisation AND tab = 'to_do'), 0)";
namespace {

#define LISTED_COLUMNS                                                                                      \
  "id, broker_id, reference, kind, insured_name, place_name, trades_text, declared_at, emergency, status, " \
  "detail, waiting_for, waiting_name, next_due_at, insurer_name, expert_visit_on, insurer, search_key"

constexpr std::size_t most_claims_held = 100'000;  // on all shelves of a process, some 1 200 bytes each (ADR 15)

Shelf::Claim read(const db::Row& row) {
  const auto status = status_from_text(row.text(9));
  const auto detail = detail_from_text(row.text(10));
  const auto waiting = waiting_from_text(row.text(11));
  MANDAT_ASSERT(status && detail && waiting);
  return std::make_shared<const Listed>(Listed{.id = row.get<ClaimId>(0),
                                               .broker = row.get<identity::OrganisationId>(1),
                                               .reference = row.get<std::string>(2),
                                               .kind = row.get<std::string>(3),
                                               .insured_name = row.get<std::string>(4),
                                               .place_name = row.get<std::string>(5),
                                               .trades_text = row.get<std::string>(6),
                                               .insurer = row.get<std::string>(16),
                                               .insurer_name = row.get<std::string>(14),
                                               .declared_at = row.get<base::Instant>(7),
                                               .emergency = row.get<bool>(8),
                                               .status = *status,
                                               .detail = *detail,
                                               .waiting_for = *waiting,
                                               .waiting_name = row.get<std::string>(12),
                                               .next_due_at = row.get<std::optional<base::Instant>>(13),
                                               .expert_visit_on = row.get<std::optional<base::Day>>(15),
                                               .search_key = row.get<std::string>(17)});
}

Line read_line(const db::Row& row) {
  auto claim = read(row);
  return {claim->id, std::move(claim)};
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
  add_tab(filter, query.tab);
  if (!query.kind.empty()) filter.add("kind = :kind", "kind", query.kind);
  if (!query.insurer.empty()) filter.add("insurer = :insurer", "insurer", query.insurer);
  filter.add(db::Words(base::fold(query.search)), "search_key");
  return filter;
}

// Of all brokers, met along the sorting index until the page is full.
ListPage list_of_all(db::Transaction& tx, const ListQuery& query) {
  db::Filter filter = filter_of(query);
  const bool recent = query.sort == Sort::recent;  // newest first; else most urgent first
  const db::Keyset keyset(filter, recent ? "declared_at" : "due_order",
                          recent ? db::Keyset::Way::descending : db::Keyset::Way::ascending, query.cursor, query.limit);
  return keyset.page(tx.rows(
      fmt::format("SELECT " LISTED_COLUMNS " FROM works_claims WHERE {} {} LIMIT :limit", filter.where, keyset.order()),
      std::span<const db::Param>(filter.params), read_line));
}

void take_count(std::vector<std::int64_t>& counts, std::string_view tab, std::int64_t claims) {
  for (std::size_t i = 0; i < tabs.size(); ++i)
    if (to_text(tabs[i]) == tab) counts[i] = claims;
}

std::vector<std::int64_t> counts_of_all(db::Transaction& tx) {
  std::vector<std::int64_t> counts(tabs.size(), 0);
  tx.each("SELECT tab, CAST(SUM(claims) AS BIGINT) FROM works_claim_counts GROUP BY tab", {},
          [&](const db::Row& row) { take_count(counts, row.text(0), row.integer(1)); });
  return counts;
}

// What must be known before a broker's claims are looked at in memory, in one statement.
struct Now {
  std::int64_t changes = 0;
  std::vector<std::int64_t> counts = std::vector<std::int64_t>(tabs.size(), 0);
};

lists::ListRef list_of(identity::OrganisationId broker) { return {"works.broker", broker}; }

Now now_of(db::Transaction& tx, identity::OrganisationId broker) {
  static const std::string sql = fmt::format(
      "SELECT k.changes, coalesce(c.tab, ''), coalesce(c.claims, 0) FROM (SELECT {} AS changes) k "
      "LEFT JOIN works_claim_counts c ON c.broker_id = :organisation",
      lists::changes_sql);
  const auto list = list_of(broker);
  const db::Param params[] = {{"organisation", broker}, {"list", list.list}};
  Now now;
  tx.each(sql, params, [&](const db::Row& row) {
    now.changes = row.integer(0);
    take_count(now.counts, row.text(1), row.integer(2));
  });
  return now;
}

// A broker's claims and how far they have come.
class Held {
 public:
  explicit Held(identity::OrganisationId broker) : broker_(broker) {}

  std::size_t size() const { return shelf_.size(); }
  Shelf& shelf() { return shelf_; }

  void catch_up(db::Transaction& tx, std::int64_t latest) {
    lists::catch_up(
        tx, list_of(broker_), changes_, latest,
        [&] {
          shelf_.replace_all(tx.rows("SELECT " LISTED_COLUMNS
                                     " FROM works_claims WHERE broker_id = :broker ORDER BY id",
                                     {{"broker", broker_}}, read));
        },
        [&](const std::vector<std::int64_t>& ids) {
          db::each_of(tx, "SELECT " LISTED_COLUMNS " FROM works_claims WHERE id IN ({ids})", ids, {},
                      [&](const db::Row& row) { shelf_.put(read(row)); });
        });
  }

 private:
  identity::OrganisationId broker_;
  Shelf shelf_;
  std::int64_t changes_ = 0;  // taken up
};

// On the shelf as the transaction sees it.
template <class Use>
auto on_shelf(db::Transaction& tx, identity::OrganisationId broker, Use use) {
  const Now now = now_of(tx, broker);
  const auto caught_up = [&](Held& held) {
    held.catch_up(tx, now.changes);
    return use(held.shelf(), now);
  };
  return lists::on_shelf<Held, most_claims_held>(tx, broker.value, caught_up, broker);
}

}  // namespace

ListPage list(db::Transaction& tx, const ListQuery& query) {
  if (!query.broker) return list_of_all(tx, query);
  return on_shelf(tx, query.broker, [&](Shelf& shelf, const Now&) { return shelf.find(query).page; });
}

std::vector<Line> with_one_closure(db::Transaction& tx, const std::optional<Cursor>& after, int limit) {
  return tx.rows("SELECT " LISTED_COLUMNS
                 " FROM works_claims WHERE detail IN ('job_closed', 'broker_closed') AND "
                 "(declared_at, id) > (:key, :last) ORDER BY declared_at, id LIMIT :limit",
                 {{"key", after ? after->key : INT64_MIN}, {"last", after ? after->id : 0}, {"limit", limit}},
                 read_line);
}

Found find_page(db::Transaction& tx, const ListQuery& query, int most) {
  const auto tab = static_cast<std::size_t>(query.tab);
  if (!query.broker) {
    Found found{.page = list_of_all(tx, query), .counts = counts_of_all(tx), .shown = 0};
    found.shown = query.filtered() ? db::count_up_to(tx, "works_claims", filter_of(query), most) : found.counts[tab];
    return found;
  }
  return on_shelf(tx, query.broker, [&](Shelf& shelf, const Now& now) {
    auto [page, shown] = shelf.find(query);
    return Found{.page = std::move(page),
                 .counts = now.counts,
                 .shown = query.filtered() ? std::min<std::int64_t>(shown, most + 1) : now.counts[tab]};
  });
}

void note_change(db::Transaction& tx, identity::OrganisationId broker, ClaimId claim) {
  lists::note_change(tx, list_of(broker), claim.value);
}

}  // namespace works::claim
