#include "desks/motor/help/help.hpp"

#include <limits>

namespace motor::help {

const std::string_view waiting_sql =
    "SELECT count(*) FROM motor_help_messages WHERE cabinet_id = :organisation AND answered_at IS NULL";
namespace {

#define MESSAGE_COLUMNS \
  "id, cabinet_id, repairer_id, account_id, about, said, asked_at, answer, answered_at, answered_by"

constexpr std::int64_t no_message = std::numeric_limits<std::int64_t>::max();  // after every id

Message read_message(const db::Row& row) {
  return {.id = row.get<MessageId>(0),
          .cabinet = row.get<identity::OrganisationId>(1),
          .repairer = row.get<identity::OrganisationId>(2),
          .by = row.get<identity::AccountId>(3),
          .about = row.get<std::string>(4),
          .said = row.get<std::string>(5),
          .at = row.get<base::Instant>(6),
          .answer = row.get<std::string>(7),
          .answered_at = row.get<std::optional<base::Instant>>(8),
          .answered_by = row.get<identity::AccountId>(9)};
}

Hint read_hint(const db::Row& row) {
  const auto likeness = likeness_from_text(row.text(6));
  MANDAT_ASSERT(likeness);
  return {.file = row.get<FileId>(1),
          .reference = row.get<std::string>(2),
          .siret = row.get<std::string>(3),
          .files = row.integer(4),
          .own = row.get<std::string>(5),
          .likeness = *likeness};
}

}  // namespace

std::optional<Message> find(db::Transaction& tx, MessageId id) {
  return tx.row("SELECT " MESSAGE_COLUMNS " FROM motor_help_messages WHERE id = :id", {{"id", id}}, read_message);
}

std::vector<Message> of_repairer(db::Transaction& tx, identity::OrganisationId repairer, MessageId after, int limit) {
  return tx.rows(
      "SELECT " MESSAGE_COLUMNS
      " FROM motor_help_messages WHERE repairer_id = :repairer AND id < :after ORDER BY id DESC LIMIT :limit",
      {{"repairer", repairer}, {"after", after ? after.value : no_message}, {"limit", limit}}, read_message);
}

std::vector<Message> of_cabinet(db::Transaction& tx, identity::OrganisationId cabinet, Fate fate, MessageId after,
                                int limit) {
  if (fate == Fate::waiting)
    return tx.rows("SELECT " MESSAGE_COLUMNS
                   " FROM motor_help_messages WHERE cabinet_id = :cabinet AND answered_at IS NULL AND id > :after "
                   "ORDER BY id LIMIT :limit",
                   {{"cabinet", cabinet}, {"after", after}, {"limit", limit}}, read_message);
  return tx.rows("SELECT " MESSAGE_COLUMNS
                 " FROM motor_help_messages WHERE cabinet_id = :cabinet AND answered_at IS NOT NULL AND id < :after "
                 "ORDER BY id DESC LIMIT :limit",
                 {{"cabinet", cabinet}, {"after", after ? after.value : no_message}, {"limit", limit}}, read_message);
}

std::int64_t count_waiting(db::Transaction& tx, identity::OrganisationId cabinet) {
  return tx.value<std::int64_t>(waiting_sql, {{"organisation", cabinet}}).value();
}

std::int64_t count_waiting(db::Transaction& tx, identity::OrganisationId cabinet, identity::OrganisationId repairer) {
  return tx
      .value<std::int64_t>(
          "SELECT count(*) FROM motor_help_messages WHERE cabinet_id = :cabinet AND repairer_id = :repairer AND "
          "answered_at IS NULL",
          {{"cabinet", cabinet}, {"repairer", repairer}})
      .value_or(0);
}

std::vector<std::vector<Hint>> hints_of(db::Transaction& tx, const std::vector<Message>& messages) {
  std::vector<std::vector<Hint>> hints(messages.size());
  if (messages.empty()) return hints;
  MessageId least = messages.front().id, most = messages.front().id;
  for (const Message& message : messages) {
    least = std::min(least, message.id);
    most = std::max(most, message.id);
  }
  // Those of other firms' messages between the two are passed over.
  tx.each(
      "SELECT h.message_id, h.file_id, h.reference, h.siret, h.files, h.own_siret, h.likeness FROM motor_help_hints h "
      "JOIN motor_help_messages m ON m.id = h.message_id WHERE m.cabinet_id = :cabinet AND m.id BETWEEN :least AND "
      ":most ORDER BY h.message_id, h.position",
      {{"cabinet", messages.front().cabinet}, {"least", least}, {"most", most}}, [&](const db::Row& row) {
        const auto of = row.get<MessageId>(0);
        for (std::size_t i = 0; i < messages.size(); ++i)
          if (messages[i].id == of) hints[i].push_back(read_hint(row));
      });
  return hints;
}

void insert(db::Transaction& tx, const Message& message, const std::vector<Hint>& hints) {
  tx.execute(
      "INSERT INTO motor_help_messages (id, cabinet_id, repairer_id, account_id, about, said, asked_at) "
      "VALUES (:id, :cabinet, :repairer, :by, :about, :said, :at)",
      {{"id", message.id},
       {"cabinet", message.cabinet},
       {"repairer", message.repairer},
       {"by", message.by},
       {"about", message.about},
       {"said", message.said},
       {"at", message.at}});
  std::int64_t position = 0;
  for (const Hint& hint : hints)
    tx.execute(
        "INSERT INTO motor_help_hints (message_id, position, file_id, reference, siret, files, own_siret, likeness) "
        "VALUES (:message, :position, :file, :reference, :siret, :files, :own, :likeness)",
        {{"message", message.id},
         {"position", position++},
         {"file", hint.file},
         {"reference", hint.reference},
         {"siret", hint.siret},
         {"files", hint.files},
         {"own", hint.own},
         {"likeness", to_text(hint.likeness)}});
}

void save_answer(db::Transaction& tx, const Message& message) {
  tx.execute(
      "UPDATE motor_help_messages SET answer = :answer, answered_at = :at, answered_by = :by WHERE id = :id",
      {{"id", message.id}, {"answer", message.answer}, {"at", message.answered_at}, {"by", message.answered_by}});
}

}  // namespace motor::help
