#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "db/id_batches.hpp"
#include "desks/motor/file/file_list.hpp"
#include "desks/motor/file/file_shelf.hpp"
#include "desks/motor/file/file_shelf_store.hpp"
#include "desks/motor/file/file_words.hpp"
#include "desks/motor/stored_day.hpp"
#include "floor/lists/list_changes.hpp"
#include "floor/lists/shelves.hpp"

namespace motor::file {
namespace {

constexpr std::size_t most_files_held = 200'000;  // on all shelves of a process, some 600 bytes each (ADR 15)

std::string_view to_text(Side side) { return side == Side::cabinet ? "cabinet" : "repairer"; }
lists::ListRef list_of(const Scope& scope) {
  return {scope.side == Side::cabinet ? "motor.cabinet" : "motor.repairer", scope.organisation};
}
std::string_view column_of(Side side) { return side == Side::cabinet ? "cabinet_id" : "repairer_id"; }

#define LISTED_COLUMNS                                                                                               \
  "id, posted, claim_day, inspection_day, reference, insured_name, make, model, plate, insurer_code, insurer_name, " \
  "last_amount, siret, cabinet_code, state, irreparable_on, danger, last_posted_at, last_posted_kind, insured_key, " \
  "vehicle_key, insurer_key, search_key"

Shelf::File read(const db::Row& row) {
  auto file = std::make_shared<Listed>();
  file->id = row.get<FileId>(0);
  file->posted = row.integer(1);
  file->claim_day = stored_day(row, 2);
  file->inspection_day = stored_day(row, 3);
  file->reference = row.text(4);
  file->insured = row.text(5);
  const std::string_view make = row.text(6);
  file->vehicle = make;
  if (const std::string_view model = row.text(7); !model.empty()) file->vehicle.append(" ").append(model);
  file->plate = row.text(8);
  file->insurer_code = row.text(9);
  file->insurer_name = row.text(10);
  if (row.integer(11) >= 0) file->amount = row.get<base::Money>(11);
  file->siret = row.text(12);
  file->cabinet_code = row.text(13);
  const auto state = state_from_text(row.text(14));
  MANDAT_ASSERT(state);
  file->state = *state;
  file->irreparable = !row.text(15).empty();
  file->danger = danger_from_text(row.text(16)).value_or(Danger::none);
  file->last_posted = row.get<base::Instant>(17);
  file->last_posted_kind = row.text(18);
  file->insured_key = row.text(19);
  file->vehicle_key = row.text(20);
  file->insurer_key = row.text(21);
  file->search_key = row.text(22);
  return file;
}

// What a page must know before it looks at a shelf, in one statement.
struct Now {
  std::int64_t changes = 0;  // of the list
  std::vector<std::int64_t> in_states = std::vector<std::int64_t>(states.size(), 0);
  std::int64_t reads = 0;  // changes of what the reader has seen
  base::Instant dismissed = {};
};

Now now_of(db::Transaction& tx, const Scope& scope, identity::AccountId reader) {
  static const std::string sql = fmt::format(
      "SELECT k.changes, coalesce(r.changes, 0), coalesce(r.dismissed_at, 0), coalesce(c.state, ''), "
      "coalesce(c.files, 0) FROM (SELECT {} AS changes) k LEFT JOIN motor_readers r ON r.account_id = :reader "
      "LEFT JOIN motor_file_counts c ON c.side = :side AND c.organisation_id = :organisation",
      lists::changes_sql);
  const auto list = list_of(scope);
  Now now;
  const db::Param params[] = {
      {"reader", reader}, {"side", to_text(scope.side)}, {"organisation", scope.organisation}, {"list", list.list}};
  tx.each(sql, params, [&](const db::Row& row) {
    now.changes = row.integer(0);
    now.reads = row.integer(1);
    now.dismissed = row.get<base::Instant>(2);
    if (const auto state = state_from_text(row.text(3)))
      now.in_states[static_cast<std::size_t>(*state)] = row.integer(4);
  });
  return now;
}

// One shelf, its readers, and how far it has come.
class Held {
 public:
  explicit Held(const Scope& scope) : scope_(scope) {}

  std::size_t size() const { return shelf_.size(); }

  void catch_up(db::Transaction& tx, const Now& now) {
    lists::catch_up(
        tx, list_of(scope_), changes_, now.changes,
        [&] {
          shelf_.replace_all(tx.rows(fmt::format("SELECT " LISTED_COLUMNS " FROM motor_files WHERE {} = :organisation "
                                                 "ORDER BY id",
                                                 column_of(scope_.side)),
                                     {{"organisation", scope_.organisation}}, read));
        },
        [&](const std::vector<std::int64_t>& ids) { take_changes(tx, ids); });
  }

  Shelf& shelf() { return shelf_; }

  const Places& fresh_to(db::Transaction& tx, identity::AccountId account, const Now& now) {
    Reader& reader = reader_of(tx, account, now);
    return reader.fresh;
  }

  std::vector<Line> news_of(db::Transaction& tx, identity::AccountId account, const Now& now) {
    if (scope_.side == Side::cabinet) return {};
    Reader& reader = reader_of(tx, account, now);
    if (!reader.told || reader.dismissed != now.dismissed) {
      reader.news.clear();
      for (auto& file : shelf_.latest(reader.fresh, now.dismissed, most_news))
        reader.news.push_back({std::move(file), true});
      reader.told = true;
      reader.dismissed = now.dismissed;
    }
    return reader.news;
  }

 private:
  struct Reader {
    std::int64_t reads = -1, changes = -1;  // up to which `seen`, and both, were taken up
    Seen seen = {};
    Places fresh = {};
    bool told = false;  // `news` is what it is at `dismissed`
    base::Instant dismissed = {};
    std::vector<Line> news = {};
  };

  void take_changes(db::Transaction& tx, const std::vector<std::int64_t>& ids) {
    std::vector<Shelf::File> found;
    db::each_of(tx,
                fmt::format("SELECT " LISTED_COLUMNS " FROM motor_files WHERE id IN ({{ids}}) AND {} = :organisation",
                            column_of(scope_.side)),
                ids, {{"organisation", scope_.organisation}}, [&](const db::Row& row) { found.push_back(read(row)); });
    for (const std::int64_t id : ids)
      if (std::none_of(found.begin(), found.end(), [&](const Shelf::File& file) { return file->id.value == id; }))
        shelf_.take(FileId{id});
    for (auto& file : found) shelf_.put(std::move(file));
  }

  Reader& reader_of(db::Transaction& tx, identity::AccountId account, const Now& now) {
    Reader& reader = readers_[account];
    if (reader.reads < now.reads) take_reads(tx, account, reader, now.reads);
    if (reader.changes != changes_) {
      reader.fresh = shelf_.fresh(reader.seen);
      reader.changes = changes_;
      reader.told = false;
    }
    return reader;
  }

  static void take_reads(db::Transaction& tx, identity::AccountId account, Reader& reader, std::int64_t latest) {
    const db::Param params[] = {{"account", account}, {"known", reader.reads}};
    Seen later;
    tx.each("SELECT file_id, seen FROM motor_reads WHERE account_id = :account AND change > :known ORDER BY file_id",
            params, [&](const db::Row& row) { later.emplace_back(row.get<FileId>(0), row.integer(1)); });
    Seen both;
    both.reserve(reader.seen.size() + later.size());
    std::set_union(later.begin(), later.end(), reader.seen.begin(), reader.seen.end(), std::back_inserter(both),
                   [](const auto& a, const auto& b) { return a.first < b.first; });  // of two, the later one's
    reader.seen = std::move(both);
    reader.reads = latest;
    reader.changes = -1;
  }

  const Scope scope_;
  Shelf shelf_;
  std::int64_t changes_ = 0;  // taken up
  std::unordered_map<identity::AccountId, Reader> readers_;
};

// An organisation, from one side.
std::int64_t key_of(const Scope& scope) {
  return scope.side == Side::cabinet ? scope.organisation.value : -scope.organisation.value;
}

// On the shelf as the transaction sees it.
template <class Use>
auto on_shelf(db::Transaction& tx, const Scope& scope, identity::AccountId reader, Use use) {
  const Now now = now_of(tx, scope, reader);
  const auto caught_up = [&](Held& held) {
    held.catch_up(tx, now);
    return use(held, now);
  };
  return lists::on_shelf<Held, most_files_held>(tx, key_of(scope), caught_up, scope);
}

}  // namespace

void note_change(db::Transaction& tx, const Scope& scope, std::optional<FileId> file) {
  lists::note_change(tx, list_of(scope), file ? std::optional(file->value) : std::nullopt);
}

Found find_page(db::Transaction& tx, const ListQuery& query) {
  return on_shelf(tx, query.scope, query.reader, [&](Held& held, const Now& now) {
    const Places& fresh = held.fresh_to(tx, query.reader, now);
    auto [page, shown] = held.shelf().find(query, fresh);
    return Found{.page = std::move(page),
                 .in_states = now.in_states,
                 .shown = shown,
                 .news = held.news_of(tx, query.reader, now)};
  });
}

ListPage list(db::Transaction& tx, const ListQuery& query) { return find_page(tx, query).page; }

std::vector<Line> all_lines(db::Transaction& tx, ListQuery query, int limit) {
  query.cursor = {};
  query.limit = limit;
  return list(tx, query).lines;
}

std::vector<FileId> files_with_word(db::Transaction& tx, const Scope& scope, std::string_view word, int limit) {
  return on_shelf(tx, scope, {}, [&](Held& held, const Now&) {
    return held.shelf().with_word(word, static_cast<std::size_t>(limit));
  });
}

std::vector<std::int64_t> counts(db::Transaction& tx, const Scope& scope) { return now_of(tx, scope, {}).in_states; }

void note_read(db::Transaction& tx, identity::AccountId reader, const File& file, base::Instant now) {
  const auto seen =
      tx.value<std::int64_t>("SELECT seen FROM motor_reads WHERE account_id = :reader AND file_id = :file",
                             {{"reader", reader}, {"file", file.id}});
  if (seen.value_or(0) == file.posted) return;  // less than before when the file changed hands
  const auto change = tx.value<std::int64_t>(
      "INSERT INTO motor_readers (account_id, changes, dismissed_at) VALUES (:reader, 1, 0) "
      "ON CONFLICT (account_id) DO UPDATE SET changes = motor_readers.changes + 1 RETURNING changes",
      {{"reader", reader}});
  tx.execute(
      "INSERT INTO motor_reads (account_id, file_id, seen, read_at, change) "
      "VALUES (:reader, :file, :seen, :now, :change) ON CONFLICT (account_id, file_id) "
      "DO UPDATE SET seen = excluded.seen, read_at = excluded.read_at, change = excluded.change",
      {{"reader", reader}, {"file", file.id}, {"seen", file.posted}, {"now", now}, {"change", change}});
}

void dismiss_banner(db::Transaction& tx, identity::AccountId reader, base::Instant now) {
  tx.execute(
      "INSERT INTO motor_readers (account_id, changes, dismissed_at) VALUES (:reader, 0, :now) "
      "ON CONFLICT (account_id) DO UPDATE SET dismissed_at = excluded.dismissed_at",
      {{"reader", reader}, {"now", now}});
}

}  // namespace motor::file
