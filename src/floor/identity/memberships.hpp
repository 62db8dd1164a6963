// Who works for an organisation, and as what: what its managers change (P1.members).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/outcome.hpp"
#include "base/rule.hpp"
#include "floor/identity/accounts.hpp"

namespace identity {

inline constexpr base::Rule membership_rules[] = {
    MANDAT_RULE("P1.members",
                "A manager changes the role of a colleague, suspends him or removes him; what he had open closes at "
                "once, and other organisations of his are left as they are"),
    MANDAT_RULE("P1.last_manager", "An organisation never loses its last manager who can sign in"),
    MANDAT_RULE("P1.asked",
                "Who signs up for another establishment of a SIREN that has an account sees nothing of it before one "
                "of its managers has let him in"),
};

enum class MembershipState {
  active,
  suspended,  // by a manager: nothing opens for this organisation
  asked,      // waits to be let in by a manager
};
std::string_view to_text(MembershipState state);
std::string_view label(MembershipState state);  // "Actif"

inline constexpr base::RefusalCode last_manager{base::RefusalKind::conflict, "identity.last_manager"};
inline constexpr base::RefusalCode role_missing{base::RefusalKind::invalid, "identity.role_missing"};
inline constexpr base::RefusalCode member_changed{base::RefusalKind::conflict, "identity.member_changed"};

struct Colleague {
  AccountId account;
  std::string name;
  std::string email;
  Role role;
  MembershipState state;
  bool open;  // the account itself is neither suspended nor waiting for its validation
  base::Instant since;
  std::optional<base::Instant> last_sign_in;
};
std::vector<Colleague> colleagues(db::Transaction& tx, OrganisationId organisation);  // managers first, then by name
std::optional<Colleague> colleague(db::Transaction& tx, OrganisationId organisation, AccountId account);

// Acts of a manager on a colleague, himself included; unknown_account when it is none of his organisation.
base::Outcome<base::Done> change_role(platform::Act& act, const Actor& manager, AccountId account, Role role);
base::Outcome<base::Done> suspend_member(platform::Act& act, const Actor& manager, AccountId account);
base::Outcome<base::Done> reactivate_member(platform::Act& act, const Actor& manager, AccountId account);
base::Outcome<base::Done> let_in(platform::Act& act, const Actor& manager, AccountId account);  // who asked
base::Outcome<base::Done> remove_member(platform::Act& act, const Actor& manager, AccountId account);

// Of a sign-up: the account becomes a manager of an organisation that nobody stands for; of another it only asks
// (P1.asked). Once more: nothing.
MembershipState join_or_ask(platform::Act& act, OrganisationId organisation, AccountId account);
std::optional<MembershipState> membership_state(db::Transaction& tx, OrganisationId organisation, AccountId account);
// Whether somebody else can sign in for it.
bool anybody_in(db::Transaction& tx, OrganisationId organisation, AccountId but);
void admit(platform::Act& act, OrganisationId organisation, AccountId account);  // who asked; else nothing

}  // namespace identity
