#include "floor/members/invitation_store.hpp"

#include "base/words.hpp"

namespace members {
namespace {

constexpr base::Word<State> words[] = {
    {State::sent, "sent", ""},
    {State::accepted, "accepted", ""},
    {State::withdrawn, "withdrawn", ""},
    {State::expired, "expired", ""},
};

#define INVITATION_COLUMNS "id, organisation_id, email, name, role, state, invited_by, invited_at"

Invitation read(const db::Row& row) {
  const auto state = base::value_of(words, row.text(5));
  MANDAT_ASSERT(state);
  return {.id = row.get<InvitationId>(0),
          .organisation = row.get<identity::OrganisationId>(1),
          .email = row.get<std::string>(2),
          .name = row.get<std::string>(3),
          .role = identity::role_from_text(row.text(4)).value(),
          .state = *state,
          .by = row.get<identity::AccountId>(6),
          .at = row.get<base::Instant>(7)};
}

}  // namespace

void store::insert(platform::Act& act, const Invitation& invitation) {
  act.tx.execute("INSERT INTO member_invitations (" INVITATION_COLUMNS
                 ") VALUES (:id, :organisation, :email, :name, :role, 'sent', :by, :at)",
                 {{"id", invitation.id},
                  {"organisation", invitation.organisation},
                  {"email", invitation.email},
                  {"name", invitation.name},
                  {"role", to_text(invitation.role)},
                  {"by", invitation.by},
                  {"at", invitation.at}});
}

void store::end(platform::Act& act, InvitationId id, State state) {
  act.tx.execute("UPDATE member_invitations SET state = :state, ended_at = :now WHERE id = :id",
                 {{"state", base::word_of(words, state).text}, {"now", act.now}, {"id", id}});
}

std::optional<Invitation> store::find(db::Transaction& tx, InvitationId id) {
  return tx.row("SELECT " INVITATION_COLUMNS " FROM member_invitations WHERE id = :id", {{"id", id}}, read);
}

std::optional<Invitation> store::sent_to(db::Transaction& tx, identity::OrganisationId organisation,
                                         std::string_view email) {
  return tx.row("SELECT " INVITATION_COLUMNS
                " FROM member_invitations WHERE organisation_id = :organisation AND email = :email AND state = 'sent'",
                {{"organisation", organisation}, {"email", email}}, read);
}

std::vector<Invitation> waiting(db::Transaction& tx, identity::OrganisationId organisation) {
  return tx.rows("SELECT " INVITATION_COLUMNS
                 " FROM member_invitations WHERE organisation_id = :organisation AND state = 'sent' ORDER BY id",
                 {{"organisation", organisation}}, read);
}

}  // namespace members
