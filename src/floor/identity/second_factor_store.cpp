#include "floor/identity/second_factor_store.hpp"

namespace identity::store {

std::optional<SecondFactor> second_factor(db::Transaction& tx, AccountId account) {
  return tx.row(
      "select secret, confirmed_at, last_step from second_factors where account_id = :account", {{"account", account}},
      [](const db::Row& row) {
        return SecondFactor{row.get<std::string>(0), row.get<std::optional<base::Instant>>(1), row.integer(2)};
      });
}

void save_unconfirmed(db::Transaction& tx, AccountId account, std::string_view sealed_secret) {
  tx.execute(
      "insert into second_factors (account_id, secret, confirmed_at, last_step) values (:account, :secret, null, 0) "
      "on conflict (account_id) do update set secret = excluded.secret, confirmed_at = null, last_step = 0",
      {{"account", account}, {"secret", sealed_secret}});
}

void confirm(platform::Act& act, AccountId account, std::int64_t step) {
  act.tx.execute("update second_factors set confirmed_at = :now, last_step = :step where account_id = :account",
                 {{"now", act.now}, {"step", step}, {"account", account}});
}

void save_step(db::Transaction& tx, AccountId account, std::int64_t step) {
  tx.execute("update second_factors set last_step = :step where account_id = :account",
             {{"step", step}, {"account", account}});
}

void forget_second_factor(db::Transaction& tx, AccountId account) {
  tx.execute("delete from second_factors where account_id = :account", {{"account", account}});
  tx.execute("delete from recovery_codes where account_id = :account", {{"account", account}});
}

void save_recovery_codes(db::Transaction& tx, AccountId account, const std::vector<std::string>& digests) {
  tx.execute("delete from recovery_codes where account_id = :account", {{"account", account}});
  for (const std::string& digest : digests) {
    tx.execute("insert into recovery_codes (account_id, digest) values (:account, :digest)",
               {{"account", account}, {"digest", digest}});
  }
}

bool spend_recovery_code(db::Transaction& tx, AccountId account, std::string_view digest) {
  return tx.execute("delete from recovery_codes where account_id = :account and digest = :digest",
                    {{"account", account}, {"digest", digest}}) == 1;
}

int recovery_codes_left(db::Transaction& tx, AccountId account) {
  return static_cast<int>(
      tx.value<std::int64_t>("select count(*) from recovery_codes where account_id = :account", {{"account", account}})
          .value_or(0));
}

void open_half_session(db::Transaction& tx, std::string_view id, AccountId account, base::Instant expires) {
  tx.execute("insert into half_sessions (id, account_id, expires_at) values (:id, :account, :expires)",
             {{"id", id}, {"account", account}, {"expires", expires}});
}

std::optional<AccountId> half_session(db::Transaction& tx, std::string_view id, base::Instant now) {
  return tx.value<AccountId>("select account_id from half_sessions where id = :id and expires_at > :now",
                             {{"id", id}, {"now", now}});
}

void end_half_sessions(db::Transaction& tx, AccountId account) {
  tx.execute("delete from half_sessions where account_id = :account", {{"account", account}});
}

void forget_half_sessions_before(db::Transaction& tx, base::Instant limit) {
  tx.execute("delete from half_sessions where expires_at <= :limit", {{"limit", limit}});
}

std::optional<base::Instant> required_since(db::Transaction& tx, AccountId account) {
  return tx.value<base::Instant>("select required_at from required_second_factors where account_id = :account",
                                 {{"account", account}});
}

void require(platform::Act& act, AccountId account) {
  act.tx.execute(
      "insert into required_second_factors (account_id, required_at) values (:account, :now) "
      "on conflict (account_id) do nothing",
      {{"account", account}, {"now", act.now}});
}

void require_no_more(db::Transaction& tx, AccountId account) {
  tx.execute("delete from required_second_factors where account_id = :account", {{"account", account}});
}

}  // namespace identity::store
