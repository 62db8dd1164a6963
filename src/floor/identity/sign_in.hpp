// Signing in by one step or two, out, and changing one's password (P6).
#pragma once

#include <string>
#include <string_view>

#include "base/outcome.hpp"
#include "floor/identity/accounts.hpp"
#include "floor/identity/sessions.hpp"
#include "floor/identity/sign_in_rules.hpp"
#include "floor/identity/tries.hpp"
#include "floor/platform/platform.hpp"

namespace identity {

inline constexpr base::RefusalCode wrong_credentials{base::RefusalKind::invalid, "identity.wrong_credentials"};
inline constexpr base::RefusalCode account_suspended{base::RefusalKind::forbidden, "identity.account_suspended"};
inline constexpr base::RefusalCode no_organisation{base::RefusalKind::forbidden, "identity.no_organisation"};
inline constexpr base::RefusalCode wrong_password{base::RefusalKind::invalid, "identity.wrong_password"};
inline constexpr base::RefusalCode half_session_over{base::RefusalKind::conflict, "identity.half_session_over"};
inline constexpr base::RefusalCode not_member{base::RefusalKind::not_found, "identity.not_member"};

struct Credentials {
  std::string_view email;
  std::string_view password;
  Client client;
  std::string_view former_secret = {};  // of the session cookie that came along: that session ends
};
// What the right password opens.
struct Entry {
  enum class Kind { session, half_session } kind;
  std::string secret;
};
// An unknown address costs the same work and gets the same answer as a wrong password; that the account is suspended is
// told only to who knows its password and, where one is asked for, has its code.
base::Outcome<Entry> sign_in(platform::Platform& platform, const Credentials& credentials);

// The second step: a code of the application, or a recovery code.
struct SecondStep {
  std::string_view half_session;  // its secret
  std::string_view code;
  Client client;
  std::string_view former_secret = {};
};
bool half_open(db::Transaction& tx, std::string_view secret, base::Instant now);
base::Outcome<std::string> finish_sign_in(platform::Platform& platform, const SecondStep& step);

void sign_out(platform::Platform& platform, const Actor& actor, std::string_view session);

struct PasswordChange {
  std::string_view current;
  std::string_view wanted;
  Client client;
};
// Ends every session of the account; the secret of a new one for who changed it.
base::Outcome<std::string> change_password(platform::Platform& platform, const Actor& actor,
                                           const PasswordChange& change);

// By who is signed in and changes what protects his account; wrong_password stands beside "password".
base::Outcome<base::Done> check_own_password(platform::Platform& platform, const Actor& actor,
                                             std::string_view password, const Client& client);

// P6 for a password being chosen: length, common ones, the person's own name.
base::Outcome<base::Done> check_new_password(std::string_view password, const PasswordOwner& owner,
                                             std::string_view field);
// By who forgot it and proved his address: ends every session of the account.
void reset_password(platform::Act& act, AccountId account, std::string_view hash);

// The secret of a session in another of the person's organisations; the present session ends.
base::Outcome<std::string> switch_organisation(platform::Platform& platform, const Actor& actor,
                                               std::string_view session, OrganisationId wanted, const Client& client);

}  // namespace identity
