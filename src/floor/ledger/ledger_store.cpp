#include "floor/ledger/ledger_store.hpp"

#include <limits>

#include "floor/ledger/period.hpp"

namespace ledger {

namespace {

// A list of entries is one statement: the entries it is about, each with its lines.
#define ENTRIES_WITH_LINES(entries, order)                                                                         \
  "select e.id, e.kind, e.subject_kind, e.subject_id, e.file_kind, e.file_id, e.at, e.account_id, e.reverses_id, " \
  "e.reason, l.account, l.organisation_id, l.debit, l.credit from ledger_entries e join ledger_lines l "           \
  "on l.entry_id = e.id where e.id in (" entries ") order by e.id " order ", l.position"

Entry read_entry(const db::Row& row) {
  return {
      .id = row.get<EntryId>(0),
      .kind = row.get<std::string>(1),
      .subject_kind = row.get<std::string>(2),
      .subject_id = row.integer(3),
      .file = {row.get<std::string>(4), row.integer(5)},
      .at = row.get<base::Instant>(6),
      .by = row.get<identity::AccountId>(7),
      .reverses = row.get<EntryId>(8),
      .reason = row.get<std::string>(9),
      .lines = {},
  };
}

Line read_line(const db::Row& row) {
  const auto account = account_kind_from_text(row.text(10));
  MANDAT_ASSERT(account);
  return {*account, row.get<identity::OrganisationId>(11), row.get<base::Money>(12), row.get<base::Money>(13)};
}

std::vector<Entry> read_entries(db::Transaction& tx, std::string_view sql, db::Params params) {
  std::vector<Entry> entries;
  tx.each(sql, std::span(params.begin(), params.size()), [&](const db::Row& row) {
    if (entries.empty() || entries.back().id != row.get<EntryId>(0)) entries.push_back(read_entry(row));
    entries.back().lines.push_back(read_line(row));
  });
  return entries;
}

std::int64_t bound(EntryId before) { return before ? before.value : std::numeric_limits<std::int64_t>::max(); }

}  // namespace

std::optional<Entry> find(db::Transaction& tx, EntryId id) {
  auto entries = read_entries(tx, ENTRIES_WITH_LINES(":id", "asc"), {{"id", id}});
  if (entries.empty()) return std::nullopt;
  return std::move(entries.front());
}

std::vector<Entry> of_file(db::Transaction& tx, const platform::FileRef& file) {
  return read_entries(
      tx, ENTRIES_WITH_LINES("select id from ledger_entries where file_kind = :kind and file_id = :id", "asc"),
      {{"kind", file.kind}, {"id", file.id}});
}

std::vector<Entry> latest(db::Transaction& tx, EntryId before, int limit) {
  return read_entries(
      tx, ENTRIES_WITH_LINES("select id from ledger_entries where id < :before order by id desc limit :limit", "desc"),
      {{"before", bound(before)}, {"limit", limit}});
}

std::vector<Entry> of_period(db::Transaction& tx, base::Instant from, base::Instant before, EntryId after, int limit) {
  return read_entries(tx,
                      ENTRIES_WITH_LINES("select id from ledger_entries where at >= :from and at < :before and "
                                         "id > :after order by id limit :limit",
                                         "asc"),
                      {{"from", from}, {"before", before}, {"after", after}, {"limit", limit}});
}

base::Money balance(db::Transaction& tx, AccountKind account, identity::OrganisationId organisation) {
  return tx
      .value<base::Money>(
          "select cast(coalesce(sum(debit - credit), 0) as bigint) from ledger_lines where account = :account and "
          "organisation_id = :organisation",
          {{"account", to_text(account)}, {"organisation", organisation}})
      .value();
}

Check check(db::Transaction& tx) {
  Check found;
  found.unbalanced = tx.rows(
      "select e.id from ledger_entries e left join ledger_lines l on l.entry_id = e.id group by e.id "
      "having coalesce(sum(l.debit), 0) <> coalesce(sum(l.credit), 0) or count(l.entry_id) < 2 order by e.id",
      {}, [](const db::Row& row) { return row.get<EntryId>(0); });
  tx.each("select cast(coalesce(sum(debit), 0) as bigint), cast(coalesce(sum(credit), 0) as bigint) from ledger_lines",
          {}, [&](const db::Row& row) {
            found.debit_total = row.get<base::Money>(0);
            found.credit_total = row.get<base::Money>(1);
          });
  return found;
}

namespace store {

bool insert(db::Transaction& tx, const Entry& entry) {
#define INSERT_ENTRY                                                                                                  \
  "insert into ledger_entries (id, kind, subject_kind, subject_id, file_kind, file_id, at, account_id, reverses_id, " \
  "reason) values (:id, :kind, :subject_kind, :subject_id, :file_kind, :file_id, :at, :by, :reverses, :reason) "
  const auto inserted = tx.execute(
      entry.reverses ? INSERT_ENTRY "on conflict (reverses_id) where reverses_id <> 0 do nothing"
                     : INSERT_ENTRY "on conflict (kind, subject_kind, subject_id) where reverses_id = 0 do nothing",
      {{"id", entry.id},
       {"kind", entry.kind},
       {"subject_kind", entry.subject_kind},
       {"subject_id", entry.subject_id},
       {"file_kind", entry.file.kind},
       {"file_id", entry.file.id},
       {"at", entry.at},
       {"by", entry.by},
       {"reverses", entry.reverses},
       {"reason", entry.reason}});
  if (inserted == 0) return false;
  for (std::size_t i = 0; i < entry.lines.size(); ++i) {
    const Line& line = entry.lines[i];
    tx.execute(
        "insert into ledger_lines (entry_id, position, account, organisation_id, debit, credit) "
        "values (:entry, :position, :account, :organisation, :debit, :credit)",
        {{"entry", entry.id},
         {"position", i},
         {"account", to_text(line.account)},
         {"organisation", line.organisation},
         {"debit", line.debit},
         {"credit", line.credit}});
  }
  return true;
}

std::optional<EntryId> booked(db::Transaction& tx, std::string_view kind, std::string_view subject_kind,
                              std::int64_t subject_id) {
  return tx.value<EntryId>(
      "select id from ledger_entries where kind = :kind and subject_kind = :subject_kind and subject_id = :subject_id "
      "and reverses_id = 0",
      {{"kind", kind}, {"subject_kind", subject_kind}, {"subject_id", subject_id}});
}

}  // namespace store

}  // namespace ledger
