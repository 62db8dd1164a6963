#include "floor/deadlines/deadlines_store.hpp"

#include <algorithm>

#include "base/words.hpp"
#include "db/id_batches.hpp"

namespace deadlines {

namespace {

constexpr base::Word<State> states[] = {
    {State::pending, "pending", "en cours"},
    {State::met, "met", "respecté"},
    {State::fired, "fired", "échu"},
    {State::cancelled, "cancelled", "annulé"},
};

#define DEADLINE_COLUMNS                                                                                     \
  "id, file_kind, file_id, subject_kind, subject_id, rule, start_event, start_at, due_at, state, ended_at, " \
  "owner_id, extensions, reason, ended_cause, ended_by, ended_for"

#define ENDED "ended_at = :now, ended_cause = :cause, ended_by = :account, ended_for = :organisation"

Deadline read_deadline(const db::Row& row) {
  const auto state = base::value_of(states, row.text(9));
  MANDAT_ASSERT(state);
  return {
      .id = row.get<DeadlineId>(0),
      .file = {row.get<std::string>(1), row.integer(2)},
      .subject_kind = row.get<std::string>(3),
      .subject_id = row.integer(4),
      .rule = row.get<std::string>(5),
      .start_event = row.get<std::string>(6),
      .start = row.get<base::Instant>(7),
      .due = row.get<base::Instant>(8),
      .state = *state,
      .ended = row.get<std::optional<base::Instant>>(10),
      .owner = row.get<identity::OrganisationId>(11),
      .extensions = row.get<int>(12),
      .reason = row.get<std::string>(13),
      .ended_cause = platform::cause_from_text(row.text(14)),
      .ended_by = row.get<identity::AccountId>(15),
      .ended_for = row.get<identity::OrganisationId>(16),
  };
}

// `which`: the condition, of trusted text, and its values.
void cancel(platform::Act& act, std::string_view which, std::vector<db::Param> params) {
  params.insert(params.end(), {{"now", act.now},
                               {"cause", platform::to_text(act.by.cause)},
                               {"account", act.by.account},
                               {"organisation", act.by.organisation}});
  act.tx.execute(
      "update deadlines set state = 'cancelled', " ENDED " where state = 'pending' and " + std::string(which),
      std::span<const db::Param>(params));
}

}  // namespace

std::string_view label(State state) { return base::word_of(states, state).label; }

DeadlineId start(platform::Act& act, const NewDeadline& deadline) {
  const DeadlineId id{act.ids.next()};
  act.tx.execute(
      "insert into deadlines (id, file_kind, file_id, subject_kind, subject_id, rule, start_event, start_at, due_at, "
      "state, owner_id) values (:id, :file_kind, :file_id, :subject_kind, :subject_id, :rule, :start_event, :start, "
      ":due, 'pending', :owner)",
      {{"id", id},
       {"file_kind", deadline.file.kind},
       {"file_id", deadline.file.id},
       {"subject_kind", deadline.subject_kind},
       {"subject_id", deadline.subject_id},
       {"rule", deadline.rule},
       {"start_event", deadline.start_event},
       {"start", deadline.start},
       {"due", deadline.due},
       {"owner", deadline.owner}});
  return id;
}

bool meet(platform::Act& act, std::string_view subject_kind, std::int64_t subject_id, std::string_view rule) {
  return act.tx.execute("update deadlines set state = 'met', " ENDED
                        " where subject_kind = :subject_kind and "
                        "subject_id = :subject_id and rule = :rule and state = 'pending' and due_at > :now",
                        {{"now", act.now},
                         {"cause", platform::to_text(act.by.cause)},
                         {"account", act.by.account},
                         {"organisation", act.by.organisation},
                         {"subject_kind", subject_kind},
                         {"subject_id", subject_id},
                         {"rule", rule}}) > 0;
}

void cancel_all(platform::Act& act, std::string_view subject_kind, std::int64_t subject_id) {
  cancel(act, "subject_kind = :subject_kind and subject_id = :subject_id",
         {{"subject_kind", subject_kind}, {"subject_id", subject_id}});
}

void cancel_of_file(platform::Act& act, const platform::FileRef& file) {
  cancel(act, "file_kind = :kind and file_id = :id", {{"kind", file.kind}, {"id", file.id}});
}

bool move(platform::Act& act, DeadlineId id, base::Instant due, std::string_view reason) {
  const bool by_person = act.by.cause == platform::Cause::person;
  MANDAT_ASSERT(!by_person || !reason.empty());
  return act.tx.execute(
             "update deadlines set due_at = :due, reason = :reason, extensions = extensions + :extension, "
             "attempts = 0, not_before = 0 where id = :id and state = 'pending'",
             {{"id", id}, {"due", due}, {"reason", reason}, {"extension", by_person}}) > 0;
}

std::optional<Deadline> find(db::Transaction& tx, DeadlineId id) {
  return tx.row("select " DEADLINE_COLUMNS " from deadlines where id = :id", {{"id", id}}, read_deadline);
}

std::optional<Deadline> pending(db::Transaction& tx, std::string_view subject_kind, std::int64_t subject_id,
                                std::string_view rule) {
  return tx.row("select " DEADLINE_COLUMNS
                " from deadlines where subject_kind = :subject_kind and subject_id = :subject_id and rule = :rule and "
                "state = 'pending'",
                {{"subject_kind", subject_kind}, {"subject_id", subject_id}, {"rule", rule}}, read_deadline);
}

std::vector<Deadline> of_file(db::Transaction& tx, const platform::FileRef& file) {
  return tx.rows("select " DEADLINE_COLUMNS
                 " from deadlines where file_kind = :kind and file_id = :id order by due_at, id",
                 {{"kind", file.kind}, {"id", file.id}}, read_deadline);
}

std::vector<Deadline> pending_of_owner(db::Transaction& tx, identity::OrganisationId owner) {
  return tx.rows("select " DEADLINE_COLUMNS
                 " from deadlines where owner_id = :owner and state = 'pending' order by due_at, id",
                 {{"owner", owner}}, read_deadline);
}

std::vector<Deadline> pending_of_files(db::Transaction& tx, std::string_view kind,
                                       std::span<const std::int64_t> files) {
  std::vector<Deadline> found;
  db::each_of(tx,
              "select " DEADLINE_COLUMNS
              " from deadlines where file_kind = :kind and file_id in ({ids}) and state = 'pending'",
              files, {{"kind", kind}}, [&](const db::Row& row) { found.push_back(read_deadline(row)); });
  std::sort(found.begin(), found.end(), [](const Deadline& one, const Deadline& other) {
    return std::pair(one.due, one.id) < std::pair(other.due, other.id);
  });
  return found;
}

Page pending_page(db::Transaction& tx, base::Instant after_due, DeadlineId after_id, int limit) {
  Page page{tx.rows("select " DEADLINE_COLUMNS
                    " from deadlines where state = 'pending' and (due_at, id) > (:after_due, :after_id) "
                    "order by due_at, id limit :limit",
                    {{"after_due", after_due}, {"after_id", after_id}, {"limit", limit + 1}}, read_deadline),
            false};
  if (page.deadlines.size() > static_cast<std::size_t>(limit)) {
    page.deadlines.pop_back();
    page.more = true;
  }
  return page;
}

Page ended_page(db::Transaction& tx, State state, base::Instant before, DeadlineId before_id, int limit) {
  Page page{tx.rows("select " DEADLINE_COLUMNS " from deadlines where state = :state and ended_at is not null and "
                    "(ended_at, id) < (:before, :before_id) order by ended_at desc, id desc limit :limit",
                    {{"state", base::word_of(states, state).text},
                     {"before", before},
                     {"before_id", before_id},
                     {"limit", limit + 1}},
                    read_deadline),
            false};
  if (page.deadlines.size() > static_cast<std::size_t>(limit)) {
    page.deadlines.pop_back();
    page.more = true;
  }
  return page;
}

std::optional<base::Instant> next_due(db::Transaction& tx) {
  const auto fresh = tx.value<base::Instant>(
      "select due_at from deadlines where state = 'pending' and attempts = 0 order by due_at, id limit 1");
  const auto retried = tx.value<std::optional<base::Instant>>(
                             "select min(not_before) from deadlines where state = 'pending' and attempts > 0")
                           .value();
  if (fresh && retried) return std::min(*fresh, *retried);
  return fresh ? fresh : retried;
}

namespace store {

// A wait longer than the longest was written before the clock went back: it no longer counts. Those of one subject fire
// in their order: what a server that was killed still holds would be overtaken by what comes after it.
std::optional<DeadlineId> claim_due(db::Transaction& tx, base::Instant now) {
  const auto ids = db::claim_batch(tx,
                                   {.table = "deadlines",
                                    .where = "state = 'pending' and due_at <= :now and "
                                             "(not_before <= :now or not_before > :longest_wait) and not exists ("
                                             "select 1 from deadlines earlier where earlier.state = 'pending' and "
                                             "earlier.subject_kind = deadlines.subject_kind and earlier.subject_id = "
                                             "deadlines.subject_id and earlier.due_at < deadlines.due_at and "
                                             "earlier.attempts = 0)",
                                    .order = "due_at, id",
                                    .limit = 1},
                                   {{"now", now}, {"longest_wait", now + longest_retry_wait.value()}});
  if (ids.empty()) return std::nullopt;
  return DeadlineId{ids.front()};
}

void mark_fired(platform::Act& act, DeadlineId id) {
  const auto changed =
      act.tx.execute("update deadlines set state = 'fired', " ENDED " where id = :id and state = 'pending'",
                     {{"id", id},
                      {"now", act.now},
                      {"cause", platform::to_text(platform::Cause::deadline)},
                      {"account", identity::AccountId{}},
                      {"organisation", identity::OrganisationId{}}});
  MANDAT_ASSERT(changed == 1);
}

void put_off(platform::Act& act, DeadlineId id) {
  const auto attempts =
      act.tx.value<int>("select attempts from deadlines where id = :id and state = 'pending'", {{"id", id}});
  if (!attempts) return;  // ended meanwhile
  act.tx.execute("update deadlines set attempts = :attempts, not_before = :not_before where id = :id",
                 {{"id", id}, {"attempts", *attempts + 1}, {"not_before", act.now + retry_wait(*attempts + 1)}});
}

}  // namespace store

}  // namespace deadlines
