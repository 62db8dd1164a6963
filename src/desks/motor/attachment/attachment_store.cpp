#include "base/words.hpp"
#include "desks/motor/attachment/attachment.hpp"

namespace motor::attachment {

const std::string_view requested_sql =
    "SELECT count(*) FROM motor_attachments WHERE cabinet_id = :organisation AND state = 'requested'";
namespace {

#define ATTACHMENT_COLUMNS                                                                                      \
  "id, cabinet_id, establishment_id, repairer_id, siret, state, requested_at, decided_at, decided_by, reason, " \
  "asked_by"

constexpr base::Word<State> words[] = {
    {State::requested, "requested", "demandé"},
    {State::confirmed, "confirmed", "confirmé"},
    {State::refused, "refused", "refusé"},
};

Attachment read(const db::Row& row) {
  const auto state = state_from_text(row.text(5));
  MANDAT_ASSERT(state);
  return {.id = row.get<AttachmentId>(0),
          .cabinet = row.get<identity::OrganisationId>(1),
          .establishment = row.get<identity::EstablishmentId>(2),
          .repairer = row.get<identity::OrganisationId>(3),
          .siret = row.get<std::string>(4),
          .state = *state,
          .requested_at = row.get<base::Instant>(6),
          .decided_at = row.get<std::optional<base::Instant>>(7),
          .decided_by = row.get<identity::AccountId>(8),
          .reason = row.get<std::string>(9),
          .asked_by = row.get<identity::AccountId>(10)};
}

}  // namespace

std::string_view to_text(State state) { return base::word_of(words, state).text; }
std::optional<State> state_from_text(std::string_view text) { return base::value_of(words, text); }
std::string_view label(State state) { return base::word_of(words, state).label; }

void insert(db::Transaction& tx, const Attachment& attachment) {
  tx.execute("INSERT INTO motor_attachments (" ATTACHMENT_COLUMNS
             ") VALUES (:id, :cabinet, :establishment, :repairer, "
             ":siret, :state, :requested_at, :decided_at, :decided_by, :reason, :asked_by)",
             {{"id", attachment.id},
              {"cabinet", attachment.cabinet},
              {"establishment", attachment.establishment},
              {"repairer", attachment.repairer},
              {"siret", attachment.siret},
              {"state", to_text(attachment.state)},
              {"requested_at", attachment.requested_at},
              {"decided_at", attachment.decided_at},
              {"decided_by", attachment.decided_by},
              {"reason", attachment.reason},
              {"asked_by", attachment.asked_by}});
}

void save(db::Transaction& tx, const Attachment& attachment) {
  tx.execute(
      "UPDATE motor_attachments SET state = :state, requested_at = :requested_at, decided_at = :decided_at, "
      "decided_by = :decided_by, reason = :reason, asked_by = :asked_by WHERE id = :id",
      {{"id", attachment.id},
       {"state", to_text(attachment.state)},
       {"requested_at", attachment.requested_at},
       {"decided_at", attachment.decided_at},
       {"decided_by", attachment.decided_by},
       {"reason", attachment.reason},
       {"asked_by", attachment.asked_by}});
}

std::optional<Attachment> find(db::Transaction& tx, AttachmentId id) {
  return tx.row("SELECT " ATTACHMENT_COLUMNS " FROM motor_attachments WHERE id = :id", {{"id", id}}, read);
}

std::optional<Attachment> find(db::Transaction& tx, AttachmentId id, const identity::Actor& actor) {
  auto found = find(tx, id);
  if (found && found->cabinet != actor.organisation && found->repairer != actor.organisation) found.reset();
  return found;
}

std::optional<Attachment> find(db::Transaction& tx, identity::OrganisationId cabinet, identity::EstablishmentId id) {
  return tx.row("SELECT " ATTACHMENT_COLUMNS
                " FROM motor_attachments WHERE cabinet_id = :cabinet AND "
                "establishment_id = :establishment",
                {{"cabinet", cabinet}, {"establishment", id}}, read);
}

std::vector<Attachment> of_repairer(db::Transaction& tx, identity::OrganisationId repairer) {
  return tx.rows("SELECT " ATTACHMENT_COLUMNS " FROM motor_attachments WHERE repairer_id = :repairer ORDER BY id",
                 {{"repairer", repairer}}, read);
}

std::vector<Attachment> of_cabinet(db::Transaction& tx, identity::OrganisationId cabinet, State state,
                                   const After& after, int limit) {
  return tx.rows(
      "SELECT " ATTACHMENT_COLUMNS
      " FROM motor_attachments WHERE cabinet_id = :cabinet AND state = :state AND "
      "(requested_at, id) > (:at, :after) ORDER BY requested_at, id LIMIT :limit",
      {{"cabinet", cabinet}, {"state", to_text(state)}, {"at", after.at}, {"after", after.id}, {"limit", limit}}, read);
}

std::int64_t count_requested(db::Transaction& tx, identity::OrganisationId cabinet) {
  return tx.value<std::int64_t>(requested_sql, {{"organisation", cabinet}}).value();
}

identity::OrganisationId repairer_of(db::Transaction& tx, identity::OrganisationId cabinet, std::string_view siret) {
  return tx
      .value<identity::OrganisationId>(
          "SELECT repairer_id FROM motor_attachments WHERE cabinet_id = :cabinet AND "
          "siret = :siret AND state = 'confirmed'",
          {{"cabinet", cabinet}, {"siret", siret}})
      .value_or(identity::OrganisationId{});
}

}  // namespace motor::attachment
