#include <algorithm>

#include "base/text.hpp"
#include "floor/audit/audit.hpp"
#include "floor/identity/accounts.hpp"
#include "floor/identity/email_key.hpp"
#include "floor/identity/sessions.hpp"

namespace identity {
namespace {

Account account_of(const db::Row& row) {
  return {.id = row.get<AccountId>(0),
          .email = row.get<base::EmailAddress>(1),
          .name = row.get<std::string>(2),
          .phone = row.get<std::optional<base::Phone>>(3),
          .status = status_from_text(row.text(4)).value(),
          .created = row.get<base::Instant>(5),
          .last_sign_in = row.get<std::optional<base::Instant>>(6)};
}

void set_status(platform::Act& act, AccountId id, Status status) {
  act.tx.execute("update accounts set status = :status where id = :id", {{"status", to_text(status)}, {"id", id}});
}

std::optional<base::RefusalCode> objection(db::Transaction& tx, const Actor& administrator, AccountId id, Status from) {
  if (!administrator.is(OrganisationKind::administrator) || !at_least(administrator.role, Role::manager)) {
    return not_administrator;
  }
  const auto found = account(tx, id);
  if (!found) return unknown_account;
  if (id == administrator.account) return own_account;
  if (found->status != from) return already_in_state;
  return std::nullopt;
}

// A pattern of LIKE with '!' as its escape: what begins with the typed text.
std::string beginning(std::string_view typed) {
  std::string pattern;
  for (const char c : typed) {
    if (c == '!' || c == '%' || c == '_') pattern += '!';
    pattern += c;
  }
  return pattern + '%';
}

}  // namespace

base::Outcome<AccountId> create_account(platform::Act& act, const NewAccount& wanted) {
  const std::string name = base::squeeze(wanted.name);
  if (name.empty()) return base::Refusal{missing_name, "name"};
  const std::string email = email_key(wanted.email.text());
  if (act.tx.value<AccountId>("select id from accounts where email = :email", {{"email", email}})) {
    return base::Refusal{email_taken, "email"};
  }
  const AccountId id{act.ids.next()};
  act.tx.execute(
      "insert into accounts (id, email, name, name_folded, phone, password_hash, status, created_at) "
      "values (:id, :email, :name, :folded, :phone, :hash, 'active', :now)",
      {{"id", id},
       {"email", email},
       {"name", name},
       {"folded", base::fold(name)},
       {"phone", wanted.phone},
       {"hash", wanted.password_hash},
       {"now", act.now}});
  return id;
}

base::Outcome<base::Done> add_member(platform::Act& act, OrganisationId organisation, AccountId account, Role role) {
  const auto added = act.tx.execute(
      "insert into memberships (account_id, organisation_id, role, created_at) "
      "values (:account, :organisation, :role, :now) on conflict (account_id, organisation_id) do nothing",
      {{"account", account}, {"organisation", organisation}, {"role", to_text(role)}, {"now", act.now}});
  if (added == 0) return already_member;
  return base::Done{};
}

std::optional<Account> account(db::Transaction& tx, AccountId id) {
  return tx.row("select id, email, name, phone, status, created_at, last_sign_in_at from accounts where id = :id",
                {{"id", id}}, account_of);
}

std::optional<base::Instant> last_sign_in_of(db::Transaction& tx, OrganisationId organisation) {
  return tx
      .value<std::optional<base::Instant>>(
          "select max(a.last_sign_in_at) from memberships m join accounts a on a.id = m.account_id "
          "where m.organisation_id = :organisation",
          {{"organisation", organisation}})
      .value();
}

base::Outcome<base::Done> change_profile(platform::Act& act, AccountId id, const Profile& profile) {
  const std::string name = base::squeeze(profile.name);
  if (name.empty()) return base::Refusal{missing_name, "name"};
  act.tx.execute("update accounts set name = :name, name_folded = :folded, phone = :phone where id = :id",
                 {{"name", name}, {"folded", base::fold(name)}, {"phone", profile.phone}, {"id", id}});
  return base::Done{};
}

base::Outcome<base::Done> change_email(platform::Act& act, AccountId id, const base::EmailAddress& email) {
  const std::string key = email_key(email.text());
  if (act.tx.value<AccountId>("select id from accounts where email = :email", {{"email", key}})) return email_taken;
  const auto former = act.tx.value<std::string>("select email from accounts where id = :id", {{"id", id}});
  act.tx.execute("update accounts set email = :email where id = :id", {{"email", key}, {"id", id}});
  act.tx.execute(
      "update organisations set email = :email where lower(email) = :former and id in (select organisation_id from "
      "memberships where account_id = :id)",
      {{"email", key}, {"former", former.value_or("")}, {"id", id}});
  return base::Done{};
}

base::Outcome<base::Done> suspend_account(platform::Act& act, const Actor& administrator, AccountId id,
                                          std::string_view reason) {
  if (auto refusal = objection(act.tx, administrator, id, Status::active)) return *refusal;
  if (base::trim(reason).empty()) return base::Refusal{missing_reason, "reason"};
  set_status(act, id, Status::suspended);
  revoke_all_sessions(act.tx, id);
  audit::record(act, {.code = "identity.account.suspended",
                      .details = {{"account", std::to_string(id.value)}, {"reason", base::squeeze(reason)}}});
  return base::Done{};
}

base::Outcome<base::Done> reactivate_account(platform::Act& act, const Actor& administrator, AccountId id) {
  if (auto refusal = objection(act.tx, administrator, id, Status::suspended)) return *refusal;
  set_status(act, id, Status::active);
  audit::record(act, {.code = "identity.account.reactivated", .details = {{"account", std::to_string(id.value)}}});
  return base::Done{};
}

std::vector<Membership> memberships_of(db::Transaction& tx, AccountId id) {
  return tx.rows(
      "select o.id, o.name, m.role from memberships m join organisations o on o.id = m.organisation_id "
      "where m.account_id = :account and m.status = 'active' and o.status = 'active' order by o.name_folded, o.id",
      {{"account", id}}, [](const db::Row& row) {
        return Membership{row.get<OrganisationId>(0), row.get<std::string>(1), role_from_text(row.text(2)).value()};
      });
}

AccountPage find_accounts(db::Transaction& tx, const AccountQuery& query) {
  AccountPage page;
  const std::string words = base::fold(query.search);
  const auto after_name =
      tx.value<std::string>("select name_folded from accounts where id = :id", {{"id", query.after}}).value_or("");
  // One line more than the page tells that there is a next one; an account comes once per organisation.
  tx.each(
      "select a.id, a.email, a.name, a.phone, a.status, a.created_at, a.last_sign_in_at, o.id, o.name, "
      "m.role from (select id, email, name, phone, status, created_at, last_sign_in_at, name_folded from accounts "
      "where (name_folded, id) > (:after_name, :after_id) and (name_folded like :words escape '!' "
      "or name_folded like :later_words escape '!' or email like :email escape '!') "
      "order by name_folded, id limit :limit) a "
      "left join memberships m on m.account_id = a.id left join organisations o on o.id = m.organisation_id "
      "order by a.name_folded, a.id, o.name_folded, o.id",
      std::vector<db::Param>{{"after_name", after_name},
                             {"after_id", query.after},
                             {"words", beginning(words)},
                             {"later_words", "% " + beginning(words)},
                             {"email", beginning(email_key(query.search))},
                             {"limit", query.limit + 1}},
      [&](const db::Row& row) {
        if (page.lines.empty() || page.lines.back().account.id != row.get<AccountId>(0)) {
          page.lines.push_back({account_of(row), {}});
        }
        if (row.is_null(7)) return;
        page.lines.back().memberships.push_back(
            {row.get<OrganisationId>(7), row.get<std::string>(8), role_from_text(row.text(9)).value()});
      });
  page.more = page.lines.size() > static_cast<std::size_t>(query.limit);
  if (page.more) page.lines.pop_back();
  return page;
}

std::int64_t count_accounts(db::Transaction& tx, std::string_view search, int most) {
  const std::string words = base::fold(search);
  return tx
      .value<std::int64_t>(
          "select count(*) from (select 1 from accounts where name_folded like :words escape '!' "
          "or name_folded like :later_words escape '!' or email like :email escape '!' "
          "limit :most) as counted",
          {{"words", beginning(words)},
           {"later_words", "% " + beginning(words)},
           {"email", beginning(email_key(search))},
           {"most", most + 1}})
      .value_or(0);
}

}  // namespace identity
