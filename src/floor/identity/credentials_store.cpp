#include "floor/identity/credentials.hpp"

namespace identity {
namespace {

StoredCredentials credentials_of(const db::Row& row) {
  return {row.get<AccountId>(0), row.get<std::string>(1), row.get<std::string>(2), row.get<std::string>(3),
          status_from_text(row.text(4)).value()};
}

}  // namespace

std::optional<StoredCredentials> credentials(db::Transaction& tx, std::string_view email_key) {
  return tx.row("select id, email, name, password_hash, status from accounts where email = :email",
                {{"email", email_key}}, credentials_of);
}

std::optional<StoredCredentials> credentials(db::Transaction& tx, AccountId account) {
  return tx.row("select id, email, name, password_hash, status from accounts where id = :id", {{"id", account}},
                credentials_of);
}

std::optional<OrganisationId> usual_organisation(db::Transaction& tx, AccountId account) {
  return tx.value<OrganisationId>(
      "select m.organisation_id from memberships m join organisations o on o.id = m.organisation_id "
      "where m.account_id = :account and m.status = 'active' and o.status = 'active' "
      "order by coalesce((select max(s.created_at) from sessions s where s.account_id = m.account_id "
      "and s.organisation_id = m.organisation_id), 0) desc, m.created_at, m.organisation_id limit 1",
      {{"account", account}});
}

bool is_member(db::Transaction& tx, AccountId account, OrganisationId organisation) {
  return tx
      .value<OrganisationId>(
          "select m.organisation_id from memberships m join organisations o on o.id = m.organisation_id "
          "where m.account_id = :account and m.organisation_id = :organisation and m.status = 'active' and o.status = "
          "'active'",
          {{"account", account}, {"organisation", organisation}})
      .has_value();
}

bool familiar(db::Transaction& tx, AccountId account, std::string_view address) {
  return tx
      .value<std::string>("select id from sessions where account_id = :account and address = :address limit 1",
                          {{"account", account}, {"address", address}})
      .has_value();
}

void save_password(db::Transaction& tx, AccountId account, std::string_view hash) {
  tx.execute("update accounts set password_hash = :hash where id = :id", {{"hash", hash}, {"id", account}});
}

void note_sign_in(platform::Act& act, AccountId account) {
  act.tx.execute("update accounts set last_sign_in_at = :now where id = :id", {{"now", act.now}, {"id", account}});
}

Failures failures(db::Transaction& tx, std::string_view subject) {
  return tx
      .row("select failures, last_failure_at from sign_in_throttles where subject = :subject", {{"subject", subject}},
           [](const db::Row& row) {
             return Failures{row.integer(0), row.get<base::Instant>(1)};
           })
      .value_or(Failures{});
}

void save_failures(db::Transaction& tx, std::string_view subject, const Failures& failures) {
  tx.execute(
      "insert into sign_in_throttles (subject, failures, last_failure_at) values (:subject, :failures, :last) "
      "on conflict (subject) do update set failures = excluded.failures, last_failure_at = excluded.last_failure_at",
      {{"subject", subject}, {"failures", failures.count}, {"last", failures.last}});
}

void forget_failures(db::Transaction& tx, std::string_view subject) {
  tx.execute("delete from sign_in_throttles where subject = :subject", {{"subject", subject}});
}

void forget_failures_before(db::Transaction& tx, base::Instant limit) {
  tx.execute("delete from sign_in_throttles where last_failure_at < :limit", {{"limit", limit}});
}

}  // namespace identity
