#include "floor/identity/memberships.hpp"

#include <algorithm>

#include "base/words.hpp"
#include "floor/audit/audit.hpp"
#include "floor/identity/held_accounts.hpp"

namespace identity {
namespace {

constexpr base::Word<MembershipState> words[] = {
    {MembershipState::active, "active", "Actif"},
    {MembershipState::suspended, "suspended", "Suspendu"},
    {MembershipState::asked, "asked", "Demande à rejoindre"},
};

#define COLLEAGUES_WHERE(condition)                                                                             \
  "select a.id, a.name, a.email, m.role, m.status, a.status, h.account_id, m.created_at, a.last_sign_in_at "    \
  "from memberships m join accounts a on a.id = m.account_id left join held_accounts h on h.account_id = a.id " \
  "where m.organisation_id = :organisation " condition                                                          \
  "order by case m.role when 'manager' then 0 when 'member' then 1 else 2 end, a.name_folded, a.id"

Colleague read(const db::Row& row) {
  const auto state = base::value_of(words, row.text(4));
  MANDAT_ASSERT(state);
  return {.account = row.get<AccountId>(0),
          .name = row.get<std::string>(1),
          .email = row.get<std::string>(2),
          .role = role_from_text(row.text(3)).value(),
          .state = *state,
          .open = row.text(5) == "active" && row.is_null(6),
          .since = row.get<base::Instant>(7),
          .last_sign_in = row.get<std::optional<base::Instant>>(8)};
}

bool manages(const Colleague& one) {
  return one.role == Role::manager && one.state == MembershipState::active && one.open;
}

// One who can sign in stays: asked after the change, in its transaction (P1.last_manager).
bool somebody_manages(db::Transaction& tx, OrganisationId organisation) {
  const auto all = colleagues(tx, organisation);
  return std::any_of(all.begin(), all.end(), manages);
}

void set_status(platform::Act& act, OrganisationId organisation, AccountId account, MembershipState state) {
  act.tx.execute(
      "update memberships set status = :status where organisation_id = :organisation and account_id = :account",
      {{"status", to_text(state)}, {"organisation", organisation}, {"account", account}});
}

void close_sessions(platform::Act& act, OrganisationId organisation, AccountId account) {
  act.tx.execute(
      "update sessions set revoked = 1 where organisation_id = :organisation and account_id = :account and revoked = 0",
      {{"organisation", organisation}, {"account", account}});
}

void fact(platform::Act& act, std::string_view code, AccountId account, audit::Details details = {}) {
  details.emplace_back("account", std::to_string(account.value));
  audit::record(act, {.code = code, .details = std::move(details)});
}

// The colleague as he stands now. The manager's own role is read anew: somebody may have taken it meanwhile.
base::Outcome<Colleague> find_for(platform::Act& act, const Actor& manager, AccountId account) {
  const auto self = colleague(act.tx, manager.organisation, manager.account);
  auto found = colleague(act.tx, manager.organisation, account);
  if (!self || !manages(*self) || !found) return unknown_account;
  return *std::move(found);
}

}  // namespace

std::string_view to_text(MembershipState state) { return base::word_of(words, state).text; }
std::string_view label(MembershipState state) { return base::word_of(words, state).label; }

std::vector<Colleague> colleagues(db::Transaction& tx, OrganisationId organisation) {
  return tx.rows(COLLEAGUES_WHERE(""), {{"organisation", organisation}}, read);
}

std::optional<Colleague> colleague(db::Transaction& tx, OrganisationId organisation, AccountId account) {
  return tx.row(COLLEAGUES_WHERE("and m.account_id = :account "),
                {{"organisation", organisation}, {"account", account}}, read);
}

base::Outcome<base::Done> change_role(platform::Act& act, const Actor& manager, AccountId account, Role role) {
  const auto found = find_for(act, manager, account);
  if (!found) return found.refusals();
  act.tx.execute("update memberships set role = :role where organisation_id = :organisation and account_id = :account",
                 {{"role", to_text(role)}, {"organisation", manager.organisation}, {"account", account}});
  if (!somebody_manages(act.tx, manager.organisation)) return last_manager;
  fact(act, "identity.member.role", account, {{"role", std::string(to_text(role))}});
  return base::Done{};
}

base::Outcome<base::Done> suspend_member(platform::Act& act, const Actor& manager, AccountId account) {
  const auto found = find_for(act, manager, account);
  if (!found) return found.refusals();
  if (found->state != MembershipState::active) return member_changed;
  set_status(act, manager.organisation, account, MembershipState::suspended);
  if (!somebody_manages(act.tx, manager.organisation)) return last_manager;
  close_sessions(act, manager.organisation, account);
  fact(act, "identity.member.suspended", account);
  return base::Done{};
}

base::Outcome<base::Done> reactivate_member(platform::Act& act, const Actor& manager, AccountId account) {
  const auto found = find_for(act, manager, account);
  if (!found) return found.refusals();
  if (found->state != MembershipState::suspended) return member_changed;
  set_status(act, manager.organisation, account, MembershipState::active);
  fact(act, "identity.member.reactivated", account);
  return base::Done{};
}

base::Outcome<base::Done> let_in(platform::Act& act, const Actor& manager, AccountId account) {
  const auto found = find_for(act, manager, account);
  if (!found) return found.refusals();
  if (found->state != MembershipState::asked) return member_changed;
  admit(act, manager.organisation, account);
  return base::Done{};
}

base::Outcome<base::Done> remove_member(platform::Act& act, const Actor& manager, AccountId account) {
  const auto found = find_for(act, manager, account);
  if (!found) return found.refusals();
  act.tx.execute("delete from sessions where organisation_id = :organisation and account_id = :account",
                 {{"organisation", manager.organisation}, {"account", account}});
  act.tx.execute("delete from memberships where organisation_id = :organisation and account_id = :account",
                 {{"organisation", manager.organisation}, {"account", account}});
  if (!somebody_manages(act.tx, manager.organisation)) return last_manager;
  if (found->state == MembershipState::asked && hold_of(act.tx, account))
    refuse_held(act, account, "un responsable de l’entreprise ne l’a pas acceptée.");
  fact(act, "identity.member.removed", account);
  return base::Done{};
}

MembershipState join_or_ask(platform::Act& act, OrganisationId organisation, AccountId account) {
  const auto all = colleagues(act.tx, organisation);
  const bool stood_for = std::any_of(all.begin(), all.end(), [&](const Colleague& one) {
    if (one.account == account || one.state != MembershipState::active) return false;
    const auto hold = hold_of(act.tx, one.account);
    return !hold || hold->state == Hold::State::pending;
  });
  const auto state = stood_for ? MembershipState::asked : MembershipState::active;
  // Who was refused before and applies again is a member already.
  act.tx.execute(
      "insert into memberships (account_id, organisation_id, role, created_at, status) "
      "values (:account, :organisation, :role, :now, :status) on conflict (account_id, organisation_id) do nothing",
      {{"account", account},
       {"organisation", organisation},
       {"role", to_text(stood_for ? Role::member : Role::manager)},
       {"now", act.now},
       {"status", to_text(state)}});
  return membership_state(act.tx, organisation, account).value();
}

std::optional<MembershipState> membership_state(db::Transaction& tx, OrganisationId organisation, AccountId account) {
  const auto found = colleague(tx, organisation, account);
  return found ? std::optional(found->state) : std::nullopt;
}

bool anybody_in(db::Transaction& tx, OrganisationId organisation, AccountId but) {
  const auto all = colleagues(tx, organisation);
  return std::any_of(all.begin(), all.end(), [but](const Colleague& one) {
    return one.account != but && one.state == MembershipState::active && one.open;
  });
}

void admit(platform::Act& act, OrganisationId organisation, AccountId account) {
  if (membership_state(act.tx, organisation, account) != MembershipState::asked) return;
  set_status(act, organisation, account, MembershipState::active);
  release(act, account);
  fact(act, "identity.member.admitted", account);
}

}  // namespace identity
