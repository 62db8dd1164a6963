// Internal to the folder: the rows of invitations.
#pragma once

#include "floor/members/invitation.hpp"

namespace members::store {

void insert(platform::Act& act, const Invitation& invitation);
void end(platform::Act& act, InvitationId id, State state);
std::optional<Invitation> find(db::Transaction& tx, InvitationId id);
std::optional<Invitation> sent_to(db::Transaction& tx, identity::OrganisationId organisation, std::string_view email);

}  // namespace members::store
