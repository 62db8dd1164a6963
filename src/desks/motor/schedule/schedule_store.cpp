#include "desks/motor/schedule/schedule.hpp"

#include "db/id_batches.hpp"

namespace motor::schedule {

const std::string_view to_decide_sql =
    "SELECT count(*) FROM motor_dates WHERE cabinet_id = :organisation AND state = 'suggested'";
const std::string_view to_answer_sql =
    "SELECT count(*) FROM motor_dates WHERE repairer_id = :organisation AND state = 'countered'";
namespace {

#define DATE_COLUMNS                                                                                                 \
  "id, file_id, cabinet_id, repairer_id, kind, author, asked_day, asked_time, day, time, comment, state, in_force, " \
  "asked_at, asked_by, counter_reason, decided_at, decided_by, reason, version"

When when(const db::Row& row, int column) { return {row.get<base::Day>(column), time_from_text(row.text(column + 1))}; }
std::string time_text(const When& when) { return when.time ? to_text(*when.time) : std::string(); }

Date read(const db::Row& row) {
  const auto kind = kind_from_text(row.text(4));
  const auto state = state_from_text(row.text(11));
  MANDAT_ASSERT(kind && state);
  return {.id = row.get<DateId>(0),
          .file = row.get<FileId>(1),
          .cabinet = row.get<identity::OrganisationId>(2),
          .repairer = row.get<identity::OrganisationId>(3),
          .kind = *kind,
          .author = row.text(5) == "cabinet" ? Author::cabinet : Author::repairer,
          .asked = when(row, 6),
          .when = when(row, 8),
          .comment = row.get<std::string>(10),
          .state = *state,
          .in_force = row.integer(12) != 0,
          .asked_at = row.get<base::Instant>(13),
          .asked_by = row.get<identity::AccountId>(14),
          .counter_reason = row.get<std::string>(15),
          .decided_at = row.get<std::optional<base::Instant>>(16),
          .decided_by = row.get<identity::AccountId>(17),
          .reason = row.get<std::string>(18),
          .version = row.integer(19)};
}

}  // namespace

void insert(db::Transaction& tx, const Date& date) {
  tx.execute("INSERT INTO motor_dates (" DATE_COLUMNS
             ") VALUES (:id, :file, :cabinet, :repairer, :kind, :author, :asked_day, :asked_time, :day, :time, "
             ":comment, :state, :in_force, :asked_at, :asked_by, :counter_reason, :decided_at, :decided_by, :reason, "
             ":version)",
             {{"id", date.id},
              {"file", date.file},
              {"cabinet", date.cabinet},
              {"repairer", date.repairer},
              {"kind", to_text(date.kind)},
              {"author", date.author == Author::cabinet ? "cabinet" : "repairer"},
              {"asked_day", date.asked.day},
              {"asked_time", time_text(date.asked)},
              {"day", date.when.day},
              {"time", time_text(date.when)},
              {"comment", date.comment},
              {"state", to_text(date.state)},
              {"in_force", date.in_force},
              {"asked_at", date.asked_at},
              {"asked_by", date.asked_by},
              {"counter_reason", date.counter_reason},
              {"decided_at", date.decided_at},
              {"decided_by", date.decided_by},
              {"reason", date.reason},
              {"version", date.version}});
}

void save(db::Transaction& tx, const Date& date) {
  tx.execute(
      "UPDATE motor_dates SET day = :day, time = :time, state = :state, in_force = :in_force, "
      "counter_reason = :counter_reason, decided_at = :decided_at, decided_by = :decided_by, reason = :reason, "
      "version = version + 1 WHERE id = :id",
      {{"id", date.id},
       {"day", date.when.day},
       {"time", time_text(date.when)},
       {"state", to_text(date.state)},
       {"in_force", date.in_force},
       {"counter_reason", date.counter_reason},
       {"decided_at", date.decided_at},
       {"decided_by", date.decided_by},
       {"reason", date.reason}});
}

std::vector<Date> of_file(db::Transaction& tx, FileId file) {
  return tx.rows("SELECT " DATE_COLUMNS " FROM motor_dates WHERE file_id = :file ORDER BY id", {{"file", file}}, read);
}

std::optional<Date> find(db::Transaction& tx, DateId id) {
  return tx.row("SELECT " DATE_COLUMNS " FROM motor_dates WHERE id = :id", {{"id", id}}, read);
}

std::vector<Date> to_decide(db::Transaction& tx, identity::OrganisationId cabinet, const After& after, int limit) {
  return tx.rows("SELECT " DATE_COLUMNS
                 " FROM motor_dates WHERE cabinet_id = :cabinet AND state = 'suggested' AND "
                 "(asked_at, id) > (:at, :after) ORDER BY asked_at, id LIMIT :limit",
                 {{"cabinet", cabinet}, {"at", after.at}, {"after", after.id}, {"limit", limit}}, read);
}

std::vector<Date> to_answer(db::Transaction& tx, identity::OrganisationId repairer, const After& after, int limit) {
  return tx.rows("SELECT " DATE_COLUMNS
                 " FROM motor_dates WHERE repairer_id = :repairer AND state = 'countered' AND "
                 "(asked_at, id) > (:at, :after) ORDER BY asked_at, id LIMIT :limit",
                 {{"repairer", repairer}, {"at", after.at}, {"after", after.id}, {"limit", limit}}, read);
}

std::int64_t count_to_decide(db::Transaction& tx, identity::OrganisationId cabinet) {
  return tx.value<std::int64_t>(to_decide_sql, {{"organisation", cabinet}}).value();
}

std::int64_t count_to_answer(db::Transaction& tx, identity::OrganisationId repairer) {
  return tx.value<std::int64_t>(to_answer_sql, {{"organisation", repairer}}).value();
}

std::vector<Date> between(db::Transaction& tx, const file::Scope& scope, base::Day from, base::Day to, int limit,
                          const std::optional<Line>& after) {
  const db::Param params[] = {{"of", scope.organisation},
                              {"from", after ? after->when.day : from},
                              {"time", after ? time_text(after->when) : std::string()},
                              {"after", after ? after->id : DateId{}},
                              {"to", to},
                              {"limit", limit}};
  const std::string_view sql =
      scope.side == file::Side::cabinet
          ? "SELECT " DATE_COLUMNS
            " FROM motor_dates WHERE cabinet_id = :of AND (day, time, id) > (:from, :time, :after) AND day <= :to AND "
            "(in_force = 1 OR state IN ('suggested', 'countered')) ORDER BY day, time, id LIMIT :limit"
          : "SELECT " DATE_COLUMNS
            " FROM motor_dates WHERE repairer_id = :of AND (day, time, id) > (:from, :time, :after) AND day <= :to AND "
            "(in_force = 1 OR state IN ('suggested', 'countered')) ORDER BY day, time, id LIMIT :limit";
  return tx.rows(sql, params, read);
}

std::map<std::pair<FileId, Kind>, std::int64_t> changes_of(db::Transaction& tx, const std::vector<FileId>& files) {
  std::map<std::pair<FileId, Kind>, std::int64_t> changes;
  db::each_of(tx,
              "SELECT file_id, kind, CAST(sum(version) AS BIGINT) FROM motor_dates WHERE file_id IN ({ids}) "
              "GROUP BY file_id, kind",
              files, {}, [&](const db::Row& row) {
                changes[{row.get<FileId>(0), kind_from_text(row.text(1)).value()}] = row.integer(2);
              });
  return changes;
}

}  // namespace motor::schedule
