// Internal to identity: what a sign-in reads and writes of an account, and the counters that slow guessing down.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "floor/identity/accounts.hpp"
#include "floor/identity/sign_in_rules.hpp"
#include "floor/platform/act.hpp"

namespace identity {

struct StoredCredentials {
  AccountId account;
  std::string email;
  std::string name;
  std::string password_hash;
  Status status;
};
std::optional<StoredCredentials> credentials(db::Transaction& tx, std::string_view email_key);
std::optional<StoredCredentials> credentials(db::Transaction& tx, AccountId account);

// The organisation a sign-in opens: the one of the latest session, else the first joined; active ones only.
std::optional<OrganisationId> usual_organisation(db::Transaction& tx, AccountId account);
bool is_member(db::Transaction& tx, AccountId account, OrganisationId organisation);  // of an active one
// A session of the account was opened from there within the last weeks.
bool familiar(db::Transaction& tx, AccountId account, std::string_view address);

void save_password(db::Transaction& tx, AccountId account, std::string_view hash);
void note_sign_in(platform::Act& act, AccountId account);

Failures failures(db::Transaction& tx, std::string_view subject);
void save_failures(db::Transaction& tx, std::string_view subject, const Failures& failures);
void forget_failures(db::Transaction& tx, std::string_view subject);
void forget_failures_before(db::Transaction& tx, base::Instant limit);

}  // namespace identity
