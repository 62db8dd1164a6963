#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "db/id_batches.hpp"
#include "desks/motor/file/file_list.hpp"
#include "desks/motor/file/file_list_filter.hpp"

namespace motor::file {
namespace {

using Order = ListQuery::Order;

constexpr int counted_by_list = 1000;  // a page of its own is chosen as well when more is known

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

// What a line stands by in the list: of two of the same, the id decides.
struct Rank {
  std::int64_t number = 0;
  std::string text = {};
  FileId id;
  friend auto operator<=>(const Rank&, const Rank&) = default;
};

Rank rank_of(const db::Row& row, std::optional<Column> sort) {
  Rank rank{.id = row.get<FileId>(0)};
  if (!sort) return rank;
  if (sorts_by_number(sort))
    rank.number = row.integer(1);
  else
    rank.text = row.text(1);
  return rank;
}

// One question for a page: where it begins, and which way it is read.
struct Asked {
  const ListQuery& query;
  std::optional<Rank> cursor;  // null when the line has gone, or the page is the first
  bool back, descending;

  Asked(db::Transaction& tx, const ListQuery& asked)
      : query(asked),
        back(asked.direction == ListQuery::Direction::before),
        descending((asked.order == Order::descending) != (asked.cursor && back)) {
    if (!asked.cursor) return;
    cursor = tx.row(fmt::format("SELECT id, {} FROM motor_files WHERE id = :id", sql_of(asked.sort)),
                    {{"id", asked.cursor}}, [&](const db::Row& row) { return rank_of(row, asked.sort); });
  }
  std::string_view way() const { return descending ? "DESC" : "ASC"; }
  std::string by(std::string_view column) const {
    return query.sort ? fmt::format("ORDER BY {} {}, f.id {}", column, way(), way())
                      : fmt::format("ORDER BY f.id {}", way());
  }
  // One line more than the page was asked for.
  ListPage page_of(std::vector<Line> lines) const {
    ListPage page{.lines = std::move(lines)};
    const bool more = page.lines.size() > static_cast<std::size_t>(query.limit);
    if (more) page.lines.pop_back();
    const bool turned = cursor && back;
    if (turned) std::reverse(page.lines.begin(), page.lines.end());
    page.earlier = turned ? more : cursor.has_value();
    page.later = turned ? true : more;
    return page;
  }
};

// Along an index that has the order of the list, until the page is full; of few rows, sorted once found.
enum class Along { index, nothing };

ListPage walk(db::Transaction& tx, const Asked& asked, const Filter& filter, Along along) {
  const ListQuery& query = asked.query;
  const bool number = sorts_by_number(query.sort);
  const std::string column = fmt::format("f.{}{}", sql_of(query.sort),
                                         along == Along::index || !query.sort ? ""
                                         : number                             ? " + 0"
                                                                              : " || ''");
  std::string where = filter.walked;
  auto params = filter.params;
  if (asked.cursor) {
    const std::string_view beyond = asked.descending ? "<" : ">";
    where += query.sort ? fmt::format(" AND ({}, f.id) {} (:key, :last)", column, beyond)
                        : fmt::format(" AND f.id {} :last", beyond);
    if (query.sort && number) params.emplace_back("key", asked.cursor->number);
    if (query.sort && !number) params.emplace_back("key", asked.cursor->text);
    params.emplace_back("last", asked.cursor->id);
  }
  params.emplace_back("limit", query.limit + 1);
  const std::string by = asked.by(column);
  // With filters, the lines of the page are chosen within the indexes, and only they are opened.
  const std::string chosen =
      query.filtered() ? fmt::format("f.id IN (SELECT f.id FROM motor_files f WHERE {} {} LIMIT :limit)", where, by)
                       : where;
  return asked.page_of(
      tx.rows(fmt::format("SELECT " LINE_COLUMNS " FROM motor_files f " READS " WHERE {} {} LIMIT :limit", chosen, by),
              std::span<const db::Param>(params), read));
}

std::vector<Rank> gather(db::Transaction& tx, const ListQuery& query, const Filter& filter, std::string_view distinct,
                         std::int64_t limit) {
  auto params = filter.params;
  params.emplace_back("limit", limit);
  const std::string key = query.sort ? fmt::format(", f.{}", sql_of(query.sort)) : std::string();
  return tx.rows(
      fmt::format("SELECT {}{}{} FROM {} WHERE {} LIMIT :limit", distinct, filter.id, key, filter.from, filter.where),
      std::span<const db::Param>(params), [&](const db::Row& row) { return rank_of(row, query.sort); });
}

// What the filter finds, each once: all of it, or more than `most`.
std::vector<Rank> gather(db::Transaction& tx, const ListQuery& query, const Filter& filter, int most) {
  if (!filter.repeats) return gather(tx, query, filter, "", most + 1);
  // Sorting out a few is cheaper here than in the database.
  const std::size_t limit = 2 * (static_cast<std::size_t>(most) + 1);
  auto ranks = gather(tx, query, filter, "", static_cast<std::int64_t>(limit));
  const bool cut = ranks.size() == limit;
  if (!std::is_sorted(ranks.begin(), ranks.end())) std::sort(ranks.begin(), ranks.end());
  ranks.erase(std::unique(ranks.begin(), ranks.end()), ranks.end());
  if (ranks.size() > static_cast<std::size_t>(most)) ranks.resize(static_cast<std::size_t>(most) + 1);
  return cut && ranks.size() <= static_cast<std::size_t>(most) ? gather(tx, query, filter, "DISTINCT ", most + 1)
                                                               : ranks;
}

std::vector<Line> lines_at(db::Transaction& tx, const std::vector<Rank>& ranks, identity::AccountId reader) {
  std::vector<FileId> ids;
  ids.reserve(ranks.size());
  for (const Rank& rank : ranks) ids.push_back(rank.id);
  std::vector<Line> found(ranks.size());
  db::each_of(tx, "SELECT " LINE_COLUMNS " FROM motor_files f " READS " WHERE f.id IN ({ids})", ids,
              {{"reader", reader}}, [&](const db::Row& row) {
                Line line = read(row);
                const auto place = std::find(ids.begin(), ids.end(), line.id) - ids.begin();
                found[static_cast<std::size_t>(place)] = std::move(line);
              });
  return found;
}

// The page of rows that were gathered.
ListPage choose(db::Transaction& tx, const Asked& asked, std::vector<Rank> ranks) {
  const auto before = [&](const Rank& a, const Rank& b) { return asked.descending ? b < a : a < b; };
  if (asked.cursor) std::erase_if(ranks, [&](const Rank& rank) { return !before(*asked.cursor, rank); });
  const auto shown = std::min(ranks.size(), static_cast<std::size_t>(asked.query.limit) + 1);
  std::partial_sort(ranks.begin(), ranks.begin() + static_cast<std::ptrdiff_t>(shown), ranks.end(), before);
  ranks.resize(shown);
  return asked.page_of(lines_at(tx, ranks, asked.query.reader));
}

std::int64_t count(db::Transaction& tx, const Filter& filter, int most) {
  auto params = filter.params;
  params.emplace_back("most", most + 1);
  std::int64_t counted = 0;
  tx.each(
      fmt::format("SELECT count(*) FROM (SELECT 1 FROM {} WHERE {} LIMIT :most) AS counted", filter.from, filter.where),
      params, [&](const db::Row& row) { counted = row.integer(0); });
  return counted;
}

// Whether so many rows are better gathered than met along the order among so many: there, a page is full after as many
// rows for each of its lines as there are for each that is found. A row that is opened costs as much as twenty that are
// tested within an index.
bool worth_gathering(std::int64_t found, std::int64_t among, const ListQuery& query, const Filter& filter) {
  constexpr std::int64_t opened = 20;
  if (query.sort) return found * found <= query.limit * among;
  return filter.within ? found * found <= query.limit * among / 2 : found * found <= opened * query.limit * among;
}

}  // namespace

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
bool sorts_by_number(std::optional<Column> column) {
  return !column || *column == Column::documents || *column == Column::amount;
}

Found find_page(db::Transaction& tx, const ListQuery& query, int most) {
  Found found{.page = {}, .in_states = counts(tx, query.scope)};
  const auto whole = std::accumulate(found.in_states.begin(), found.in_states.end(), std::int64_t{0});
  const auto in_tab = query.tab ? found.in_states[static_cast<std::size_t>(*query.tab)] : whole;
  const Asked asked(tx, query);
  const Filter filter = filter_of(tx, query, most);
  if (!query.filtered()) {
    found.shown = in_tab;
    const bool few = query.tab && query.sort && in_tab * in_tab <= query.limit * whole;
    found.page = walk(tx, asked, filter, few ? Along::nothing : Along::index);
    return found;
  }
  if (filter.leads) {
    auto ranks = gather(tx, query, filter, most);
    found.shown = static_cast<std::int64_t>(ranks.size());
    found.page = found.shown <= most ? choose(tx, asked, std::move(ranks)) : walk(tx, asked, filter, Along::index);
    return found;
  }
  found.shown = count(tx, filter, most);
  const bool few = found.shown <= most && worth_gathering(found.shown, query.sort ? whole : in_tab, query, filter);
  found.page = few ? choose(tx, asked, gather(tx, query, filter, most)) : walk(tx, asked, filter, Along::index);
  return found;
}

ListPage list(db::Transaction& tx, const ListQuery& query) { return find_page(tx, query, counted_by_list).page; }

std::vector<Line> all_lines(db::Transaction& tx, ListQuery query, int limit) {
  query.cursor = {};
  query.limit = limit;
  return list(tx, query).lines;
}

}  // namespace motor::file
