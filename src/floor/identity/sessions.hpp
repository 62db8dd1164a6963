// Sessions (P6): a random secret in a cookie, its SHA-256 in a row. Revocable; ends after a fixed time, or sooner when
// nobody uses it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/random.hpp"
#include "floor/identity/actor.hpp"
#include "floor/identity/second_factor_rules.hpp"
#include "floor/platform/act.hpp"
#include "floor/platform/platform.hpp"

namespace identity {

struct Client {
  std::string address;     // of the network
  std::string user_agent;  // as sent; at most 200 bytes are kept
};

// A session as its cookie opens it.
struct OpenSession {
  std::string id;  // SHA-256 of the secret, hex
  Actor actor;
  base::Instant last_seen;
  Required second_factor = Required::no;  // of this account by an administrator
  Enrolled enrolled = Enrolled::no;
};

std::string session_id(std::string_view secret);

// Returns the secret, which is kept nowhere. The account must be a member (asserted by the foreign key).
std::string open_session(platform::Act& act, base::Random& random, const platform::SessionTimes& times,
                         AccountId account, OrganisationId organisation, const Client& client);

// One statement. Null when the secret is unknown, the session over or revoked, the account or organisation not active.
std::optional<OpenSession> find_session(db::Transaction& tx, std::string_view secret, base::Instant now,
                                        const platform::SessionTimes& times);
// Notes that the session is alive; call it at most once a minute.
void touch_session(db::Transaction& tx, std::string_view id, base::Instant now);

struct SessionLine {
  std::string id;
  std::string organisation_name;
  Client client;
  base::Instant created, last_seen;
};
std::vector<SessionLine> live_sessions(db::Transaction& tx, AccountId account, base::Instant now,
                                       const platform::SessionTimes& times);  // latest use first

void revoke_session(db::Transaction& tx, std::string_view id);
bool revoke_own_session(db::Transaction& tx, AccountId account, std::string_view id);  // false: not his, or over
void revoke_all_sessions(db::Transaction& tx, AccountId account);
void revoke_other_sessions(db::Transaction& tx, AccountId account, std::string_view kept);

}  // namespace identity
