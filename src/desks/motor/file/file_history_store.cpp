#include "desks/motor/file/file_history_store.hpp"

namespace motor::file {
namespace {

std::string_view text_of(const std::optional<State>& state) { return state ? to_text(*state) : std::string_view(); }

}  // namespace

void insert_change(platform::Act& act, FileId id, const Change& change) {
  act.tx.execute(
      "INSERT INTO motor_file_events (id, file_id, at, account_id, organisation_id, event, from_state, "
      "to_state, reason) VALUES (:id, :file, :at, :account, :organisation, :event, :from, :to, :reason)",
      {{"id", act.ids.next()},
       {"file", id},
       {"at", change.at},
       {"account", change.account},
       {"organisation", change.organisation},
       {"event", change.event},
       {"from", text_of(change.from)},
       {"to", text_of(change.to)},
       {"reason", change.reason}});
}

std::vector<Change> history(db::Transaction& tx, FileId id) {
  return tx.rows(
      "SELECT at, account_id, organisation_id, event, from_state, to_state, reason FROM motor_file_events "
      "WHERE file_id = :file ORDER BY id",
      {{"file", id}}, [](const db::Row& row) {
        return Change{.at = row.get<base::Instant>(0),
                      .account = row.get<identity::AccountId>(1),
                      .organisation = row.get<identity::OrganisationId>(2),
                      .event = row.get<std::string>(3),
                      .from = state_from_text(row.text(4)),
                      .to = state_from_text(row.text(5)),
                      .reason = row.get<std::string>(6)};
      });
}

std::optional<Asked> last_asked(db::Transaction& tx, FileId id) {
  return tx.row(
      "SELECT id, at, reason FROM motor_file_events WHERE file_id = :file AND event = 'document_asked' AND id > "
      "coalesce((SELECT max(id) FROM motor_file_events WHERE file_id = :file AND event IN ('repairer_changed', "
      "'repairer_detached')), 0) ORDER BY id DESC LIMIT 1",
      {{"file", id}}, [](const db::Row& row) {
        return Asked{row.integer(0), row.get<base::Instant>(1), row.get<std::string>(2)};
      });
}

}  // namespace motor::file
