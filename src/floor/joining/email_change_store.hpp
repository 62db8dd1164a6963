#pragma once

#include "floor/joining/email_change.hpp"

namespace joining::store {

void insert(platform::Act& act, const EmailChange& change);
std::optional<EmailChange> find_change(db::Transaction& tx, EmailChangeId id);
std::optional<EmailChange> asked_change(db::Transaction& tx, identity::AccountId account);
int changes_since(db::Transaction& tx, identity::AccountId account, base::Instant since);
void end_change(db::Transaction& tx, EmailChangeId id, ChangeState state);  // its address is forgotten

}  // namespace joining::store
