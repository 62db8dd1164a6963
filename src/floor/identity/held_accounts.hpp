// Accounts that wait for their desk's validation, or were refused it: the password is set, nobody gets in (W4, M4).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/outcome.hpp"
#include "floor/identity/accounts.hpp"

namespace identity {

inline constexpr base::RefusalCode awaits_validation{base::RefusalKind::forbidden, "identity.awaits_validation"};
inline constexpr base::RefusalCode validation_refused{base::RefusalKind::forbidden, "identity.validation_refused"};

struct Hold {
  enum class State { pending, refused } state;
  base::Instant since;
  std::string reason;  // of a refusal
};
std::optional<Hold> hold_of(db::Transaction& tx, AccountId account);
void hold(platform::Act& act, AccountId account);  // again after a refusal: pending
void refuse_held(platform::Act& act, AccountId account, std::string_view reason);
// False when it was not held.
bool release(platform::Act& act, AccountId account);

std::optional<AccountId> account_with(db::Transaction& tx, const base::EmailAddress& email);
// A refused applicant applies again: what he typed this time counts.
void apply_again(platform::Act& act, AccountId account, const NewAccount& as_typed);

// The member to write to about an organisation, held or not; none: nobody belongs to it.
std::optional<AccountId> first_member(db::Transaction& tx, OrganisationId organisation);
std::optional<OrganisationId> organisation_of(db::Transaction& tx, AccountId account);   // the first he joined
void add_kind(db::Transaction& tx, OrganisationId organisation, OrganisationKind kind);  // known: nothing
// Pending ones; those who only ask to join are not among them (P1.asked).
std::vector<AccountId> held_members(db::Transaction& tx, OrganisationId organisation);
std::optional<OrganisationId> organisation_with(db::Transaction& tx, const base::Siren& siren);

}  // namespace identity
