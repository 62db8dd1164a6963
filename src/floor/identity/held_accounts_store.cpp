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
      {{"name", name}, {"folded", base::fold(name)}, {"phone", as_typed.phone}, {"hash", as_typed.password_hash},
       {"id", account}});
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
      "select organisation_id from memberships where account_id = :account order by created_at, organisation_id limit 1",
      {{"account", account}});
}

std::optional<Establishment> establishment_with(db::Transaction& tx, const base::Siret& siret) {
  const auto owner = tx.value<OrganisationId>("select organisation_id from establishments where siret = :siret",
                                              {{"siret", siret}});
  if (!owner) return std::nullopt;
  for (Establishment& establishment : establishments_of(tx, *owner))
    if (establishment.siret == siret) return std::move(establishment);
  return std::nullopt;
}

std::optional<OrganisationId> organisation_with(db::Transaction& tx, const base::Siren& siren) {
  return tx.value<OrganisationId>("select id from organisations where siren = :siren", {{"siren", siren}});
}

}  // namespace identity
