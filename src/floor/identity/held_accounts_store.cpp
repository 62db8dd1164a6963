#include "base/text.hpp"
#include "floor/identity/email_key.hpp"
#include "floor/identity/held_accounts.hpp"

namespace identity {

std::optional<Hold> hold_of(db::Transaction& tx, AccountId account) {
  return tx.row("select state, since, reason from held_accounts where account_id = :account", {{"account", account}},
                [](const db::Row& row) {
                  return Hold{row.text(0) == "refused" ? Hold::State::refused : Hold::State::pending,
                              row.get<base::Instant>(1), row.get<std::string>(2)};
                });
}

void hold(platform::Act& act, AccountId account) {
  act.tx.execute(
      "insert into held_accounts (account_id, state, since, reason) values (:account, 'pending', :now, '') "
      "on conflict (account_id) do update set state = 'pending', since = excluded.since, reason = ''",
      {{"account", account}, {"now", act.now}});
}

void refuse_held(platform::Act& act, AccountId account, std::string_view reason) {
  act.tx.execute(
      "update held_accounts set state = 'refused', since = :now, reason = :reason where account_id = :account",
      {{"account", account}, {"now", act.now}, {"reason", reason}});
}

bool release(platform::Act& act, AccountId account) {
  return act.tx.execute("delete from held_accounts where account_id = :account", {{"account", account}}) == 1;
}

std::optional<AccountId> account_with(db::Transaction& tx, const base::EmailAddress& email) {
  return tx.value<AccountId>("select id from accounts where email = :email", {{"email", email_key(email.text())}});
}

void apply_again(platform::Act& act, AccountId account, const NewAccount& as_typed) {
  const std::string name = base::squeeze(as_typed.name);
  act.tx.execute(
      "update accounts set name = :name, name_folded = :folded, phone = :phone, password_hash = :hash where id = :id",
      {{"name", name},
       {"folded", base::fold(name)},
       {"phone", as_typed.phone},
       {"hash", as_typed.password_hash},
       {"id", account}});
  // Nobody ever came in through these: the firm he names now is the one that counts.
  act.tx.execute("delete from memberships where account_id = :account", {{"account", account}});
  hold(act, account);
}

std::optional<AccountId> first_member(db::Transaction& tx, OrganisationId organisation) {
  return tx.value<AccountId>(
      "select m.account_id from memberships m where m.organisation_id = :organisation "
      "order by m.created_at, m.account_id limit 1",
      {{"organisation", organisation}});
}

std::optional<OrganisationId> organisation_of(db::Transaction& tx, AccountId account) {
  return tx.value<OrganisationId>(
      "select organisation_id from memberships where account_id = :account order by created_at, organisation_id limit "
      "1",
      {{"account", account}});
}

void add_kind(db::Transaction& tx, OrganisationId organisation, OrganisationKind kind) {
  tx.execute(
      "insert into organisation_kinds (organisation_id, kind) values (:organisation, :kind) "
      "on conflict (organisation_id, kind) do nothing",
      {{"organisation", organisation}, {"kind", to_text(kind)}});
}

std::vector<AccountId> held_members(db::Transaction& tx, OrganisationId organisation) {
  return tx.rows(
      "select h.account_id from held_accounts h join memberships m on m.account_id = h.account_id "
      "where m.organisation_id = :organisation and m.status = 'active' and h.state = 'pending' order by h.account_id",
      {{"organisation", organisation}}, [](const db::Row& row) { return row.get<AccountId>(0); });
}

std::optional<OrganisationId> organisation_with(db::Transaction& tx, const base::Siren& siren) {
  return tx.value<OrganisationId>("select id from organisations where siren = :siren", {{"siren", siren}});
}

}  // namespace identity
