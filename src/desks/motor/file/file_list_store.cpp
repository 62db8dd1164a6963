#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "desks/motor/file/file_list.hpp"
#include "desks/motor/file/file_list_filter.hpp"

namespace motor::file {
namespace {

using Order = ListQuery::Order;

std::optional<base::Day> day(const db::Row& row, int column) {
  return row.text(column).empty() ? std::nullopt : base::Day::from_iso(row.text(column));
}

#define LINE_COLUMNS                                                                                          \
  "f.id, f.posted, coalesce(r.seen, 0), f.claim_day, f.inspection_day, f.reference, f.insured_name, f.make, " \
  "f.model, f.plate, f.insurer_code, f.insurer_name, f.last_amount, f.siret, f.cabinet_code, f.state, "       \
  "f.irreparable_on, f.danger"
#define READS "LEFT JOIN motor_reads r ON r.account_id = :reader AND r.file_id = f.id"

Line read(const db::Row& row) {
  const std::string make(row.text(7)), model(row.text(8));
  const auto state = state_from_text(row.text(15));
  MANDAT_ASSERT(state);
  Line line{.id = row.get<FileId>(0),
            .posted = row.integer(1),
            .seen = row.integer(2),
            .claim_day = day(row, 3),
            .inspection_day = day(row, 4),
            .reference = row.get<std::string>(5),
            .insured = row.get<std::string>(6),
            .vehicle = model.empty() ? make : make + " " + model,
            .plate = row.get<std::string>(9),
            .insurer_code = row.get<std::string>(10),
            .insurer_name = row.get<std::string>(11),
            .amount = {},
            .siret = row.get<std::string>(13),
            .cabinet_code = row.get<std::string>(14),
            .state = *state,
            .irreparable = !row.text(16).empty(),
            .danger = danger_from_text(row.text(17)).value_or(Danger::none)};
  if (row.integer(12) >= 0) line.amount = row.get<base::Money>(12);
  return line;
}

std::string_view sql_of(std::optional<Column> column) {
  if (!column) return "id";
  switch (*column) {
    case Column::documents:
      return "posted";
    case Column::claim_day:
      return "claim_day";
    case Column::inspection_day:
      return "inspection_day";
    case Column::reference:
      return "reference";
    case Column::insured:
      return "insured_key";
    case Column::vehicle:
      return "vehicle_key";
    case Column::plate:
      return "plate";
    case Column::insurer:
      return "insurer_code";
    case Column::amount:
      return "last_amount";
    case Column::siret:
      return "siret";
    case Column::cabinet:
      return "cabinet_code";
    case Column::state:
      return "state";
  }
  return "id";
}
bool is_number(std::optional<Column> column) {
  return !column || *column == Column::documents || *column == Column::amount;
}

// What the line of the cursor sorts by; null when it has gone.
std::optional<db::Value> key_of(db::Transaction& tx, const ListQuery& query) {
  std::optional<db::Value> key;
  const db::Param params[] = {{"id", query.cursor}};
  tx.each(fmt::format("SELECT {} FROM motor_files WHERE id = :id", sql_of(query.sort)), params,
          [&](const db::Row& row) {
            key = is_number(query.sort) ? db::Value(row.integer(0)) : db::Value(std::string(row.text(0)));
          });
  return key;
}

}  // namespace

ListPage list(db::Transaction& tx, const ListQuery& query) {
  Filter filter = filter_of(tx, query);
  const bool few = filter.few || query.few;
  const bool back = query.direction == ListQuery::Direction::before;
  const bool descending = (query.order == Order::descending) != (query.cursor && back);
  // Few rows wait in the tab, bear the word or pass the filters: they are found first and sorted then, not met along
  // the sorting index.
  const std::string column(sql_of(query.sort));
  std::string order = "f." + column;
  if (few && (query.sort || query.few)) order += is_number(query.sort) ? " + 0" : " || ''";
  const auto key = query.cursor ? key_of(tx, query) : std::nullopt;
  if (key) {
    filter.where += query.sort ? fmt::format(" AND ({}, f.id) {} (:key, :last)", order, descending ? "<" : ">")
                               : fmt::format(" AND f.id {} :last", descending ? "<" : ">");
    if (query.sort) {
      if (const auto* number = std::get_if<std::int64_t>(&*key))
        filter.params.emplace_back("key", *number);
      else
        filter.params.emplace_back("key", std::get<std::string>(*key));
    }
    filter.params.emplace_back("last", query.cursor);
  }
  filter.params.emplace_back("reader", query.reader);
  filter.params.emplace_back("limit", query.limit + 1);
  const std::string_view way = descending ? "DESC" : "ASC";
  const std::string by =
      query.sort ? fmt::format("ORDER BY {} {}, f.id {}", order, way, way) : fmt::format("ORDER BY {} {}", order, way);
  // With filters, the lines of the page are chosen within the indexes, and only they are opened.
  const std::string_view reads = query.filters.documents == Documents::fresh ? READS : "";
  std::string chosen = fmt::format("FROM {} " READS " WHERE {}", filter.from, filter.where);
  if (query.filtered())
    chosen = fmt::format("FROM motor_files f " READS " WHERE f.id IN (SELECT f.id FROM {} {} WHERE {} {} LIMIT :limit)",
                         filter.from, reads, filter.where, by);
  ListPage page;
  page.lines = tx.rows(fmt::format("SELECT " LINE_COLUMNS " {} {} LIMIT :limit", chosen, by),
                       std::span<const db::Param>(filter.params), read);
  const bool more = page.lines.size() > static_cast<std::size_t>(query.limit);
  if (more) page.lines.pop_back();
  const bool turned = key && back;
  if (turned) std::reverse(page.lines.begin(), page.lines.end());
  page.earlier = turned ? more : key.has_value();
  page.later = turned ? true : more;
  return page;
}

std::vector<Line> all_lines(db::Transaction& tx, ListQuery query, int limit) {
  query.cursor = {};
  query.limit = limit;
  return list(tx, query).lines;
}

std::int64_t count_up_to(db::Transaction& tx, const ListQuery& query, int most) {
  Filter filter = filter_of(tx, query);
  filter.params.emplace_back("most", most + 1);
  if (query.filters.documents == Documents::fresh) filter.params.emplace_back("reader", query.reader);
  const std::string_view reads = query.filters.documents == Documents::fresh ? READS : "";
  std::int64_t count = 0;
  tx.each(fmt::format("SELECT count(*) FROM (SELECT 1 FROM {} {} WHERE {} LIMIT :most) AS counted", filter.from, reads,
                      filter.where),
          filter.params, [&](const db::Row& row) { count = row.integer(0); });
  return count;
}

void note_read(db::Transaction& tx, identity::AccountId reader, const File& file, base::Instant now) {
  tx.execute(
      "INSERT INTO motor_reads (account_id, file_id, seen, read_at) VALUES (:reader, :file, :seen, :now) "
      "ON CONFLICT (account_id, file_id) DO UPDATE SET seen = excluded.seen, read_at = excluded.read_at "
      "WHERE motor_reads.seen < excluded.seen",
      {{"reader", reader}, {"file", file.id}, {"seen", file.posted}, {"now", now}});
}

std::vector<Line> fresh_files(db::Transaction& tx, const Scope& scope, identity::AccountId reader, int limit) {
  if (scope.side == Side::cabinet) return {};  // what the firm posts is no news to it
  const db::Param params[] = {{"reader", reader}, {"scope", scope.organisation}, {"limit", limit}};
  return tx.rows("SELECT " LINE_COLUMNS " FROM motor_files f " READS
                 " WHERE f.id IN (SELECT f.id FROM motor_files f " READS
                 " WHERE f.repairer_id = :scope AND f.posted > coalesce(r.seen, 0) AND f.last_posted_at > "
                 "coalesce((SELECT dismissed_at FROM motor_banners WHERE account_id = :reader), 0) "
                 "ORDER BY f.last_posted_at DESC, f.id DESC LIMIT :limit) ORDER BY f.last_posted_at DESC, f.id DESC",
                 params, read);
}

void dismiss_banner(db::Transaction& tx, identity::AccountId reader, base::Instant now) {
  tx.execute(
      "INSERT INTO motor_banners (account_id, dismissed_at) VALUES (:reader, :now) "
      "ON CONFLICT (account_id) DO UPDATE SET dismissed_at = excluded.dismissed_at",
      {{"reader", reader}, {"now", now}});
}

}  // namespace motor::file
