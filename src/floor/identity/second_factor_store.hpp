// Internal to identity: the rows of second factors, recovery codes and half sessions.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "floor/identity/actor.hpp"
#include "floor/platform/act.hpp"

namespace identity::store {

struct SecondFactor {
  std::string sealed_secret;
  std::optional<base::Instant> confirmed;
  std::int64_t last_step = 0;
};
std::optional<SecondFactor> second_factor(db::Transaction& tx, AccountId account);
void save_unconfirmed(db::Transaction& tx, AccountId account, std::string_view sealed_secret);
void confirm(platform::Act& act, AccountId account, std::int64_t step);
void save_step(db::Transaction& tx, AccountId account, std::int64_t step);
void forget_second_factor(db::Transaction& tx, AccountId account);  // and the recovery codes

void save_recovery_codes(db::Transaction& tx, AccountId account, const std::vector<std::string>& digests);  // no others
bool spend_recovery_code(db::Transaction& tx, AccountId account, std::string_view digest);  // false: none such
int recovery_codes_left(db::Transaction& tx, AccountId account);

void open_half_session(db::Transaction& tx, std::string_view id, AccountId account, base::Instant expires);
std::optional<AccountId> half_session(db::Transaction& tx, std::string_view id, base::Instant now);
void end_half_sessions(db::Transaction& tx, AccountId account);
void forget_half_sessions_before(db::Transaction& tx, base::Instant limit);

std::optional<base::Instant> required_since(db::Transaction& tx, AccountId account);
void require(platform::Act& act, AccountId account);
void require_no_more(db::Transaction& tx, AccountId account);

}  // namespace identity::store
