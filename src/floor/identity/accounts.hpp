// Accounts: persons. Each belongs to one or several organisations, with a role in each (P1).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/identifiers.hpp"
#include "base/outcome.hpp"
#include "floor/identity/organisations.hpp"

namespace identity {

inline constexpr base::RefusalCode email_taken{base::RefusalKind::conflict, "identity.email_taken"};
inline constexpr base::RefusalCode bad_phone{base::RefusalKind::invalid, "identity.bad_phone"};
inline constexpr base::RefusalCode unknown_account{base::RefusalKind::not_found, "identity.unknown_account"};
inline constexpr base::RefusalCode already_member{base::RefusalKind::conflict, "identity.already_member"};
inline constexpr base::RefusalCode missing_reason{base::RefusalKind::invalid, "identity.missing_reason"};
inline constexpr base::RefusalCode own_account{base::RefusalKind::forbidden, "identity.own_account"};
inline constexpr base::RefusalCode not_administrator{base::RefusalKind::forbidden, "identity.not_administrator"};
inline constexpr base::RefusalCode already_in_state{base::RefusalKind::conflict, "identity.already_in_state"};

struct NewAccount {
  base::EmailAddress email;  // one account an address, whatever its case
  std::string name;
  std::optional<base::Phone> phone = {};
  std::string password_hash;  // of PasswordHasher
};
struct Account {
  AccountId id;
  base::EmailAddress email;
  std::string name;
  std::optional<base::Phone> phone;
  Status status;
  base::Instant created;
  std::optional<base::Instant> last_sign_in;
};
base::Outcome<AccountId> create_account(platform::Act& act, const NewAccount& account);
base::Outcome<base::Done> add_member(platform::Act& act, OrganisationId organisation, AccountId account, Role role);

std::optional<Account> account(db::Transaction& tx, AccountId id);

// When one of its members signed in last; null: none ever did.
std::optional<base::Instant> last_sign_in_of(db::Transaction& tx, OrganisationId organisation);

// What one person changes about himself.
struct Profile {
  std::string name;
  std::optional<base::Phone> phone;
};
base::Outcome<base::Done> change_profile(platform::Act& act, AccountId id, const Profile& profile);

// Once the person proved that the address is his. His organisations that gave the former one as their own follow.
base::Outcome<base::Done> change_email(platform::Act& act, AccountId id, const base::EmailAddress& email);

// Acts of an administrator, never on his own account. A suspended account's sessions end at once.
base::Outcome<base::Done> suspend_account(platform::Act& act, const Actor& administrator, AccountId id,
                                          std::string_view reason);
base::Outcome<base::Done> reactivate_account(platform::Act& act, const Actor& administrator, AccountId id);

struct Membership {
  OrganisationId organisation;
  std::string organisation_name;
  Role role;
};
std::vector<Membership> memberships_of(db::Transaction& tx, AccountId id);  // of active organisations, by name

// One line of the administrators' list; the next page begins after the last line's account.
struct AccountLine {
  Account account;
  std::vector<Membership> memberships;  // of organisations in any state
};
struct AccountQuery {
  std::string search = {};  // words of the name, or the beginning of the e-mail address; empty: all
  AccountId after = {};
  int limit = 50;
};
struct AccountPage {
  std::vector<AccountLine> lines;
  bool more = false;
};
AccountPage find_accounts(db::Transaction& tx, const AccountQuery& query);            // by folded name
std::int64_t count_accounts(db::Transaction& tx, std::string_view search, int most);  // up to most + 1

}  // namespace identity
