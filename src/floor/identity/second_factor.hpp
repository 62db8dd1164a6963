// A second factor of an account (P6): set up by its owner, ended by him or taken away by an administrator.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/outcome.hpp"
#include "floor/identity/second_factor_rules.hpp"
#include "floor/identity/sessions.hpp"
#include "floor/platform/platform.hpp"

namespace identity {

inline constexpr base::RefusalCode wrong_one_time_code{base::RefusalKind::invalid, "identity.wrong_one_time_code"};
inline constexpr base::RefusalCode second_factor_on{base::RefusalKind::conflict, "identity.second_factor_on"};
inline constexpr base::RefusalCode second_factor_off{base::RefusalKind::conflict, "identity.second_factor_off"};
inline constexpr base::RefusalCode own_second_factor{base::RefusalKind::forbidden, "identity.own_second_factor"};
inline constexpr base::RefusalCode missing_reset_reason{base::RefusalKind::invalid, "identity.missing_reset_reason"};
inline constexpr base::RefusalCode not_being_set_up{base::RefusalKind::conflict, "identity.not_being_set_up"};

struct SecondFactor {
  std::optional<base::Instant> since = {};  // asked for at sign-in since; none: it is not
  int recovery_codes_left = 0;
  std::optional<base::Instant> required_since = {};  // by an administrator
};
SecondFactor second_factor_of(db::Transaction& tx, AccountId account);

// The secret being set up, in bytes; none: nothing is.
std::optional<std::string> secret_being_set_up(db::Transaction& tx, const platform::Settings& settings,
                                               AccountId account);
// Anew each time, until it is confirmed.
base::Outcome<base::Done> begin_enrolment(platform::Platform& platform, const Actor& actor, std::string_view password,
                                          const Client& client);
using RecoveryCodes = std::vector<std::string>;  // "k3m9q-2xw7d"
// By a code of the application. Ends the person's other sessions, which a password alone opened.
base::Outcome<RecoveryCodes> confirm_enrolment(platform::Platform& platform, const Actor& actor,
                                               std::string_view session, std::string_view code);

// What the owner of a second factor shows before he changes it.
struct Proof {
  std::string_view password;
  std::string_view code;  // of the application, or a recovery code
  Client client;
};
base::Outcome<RecoveryCodes> renew_recovery_codes(platform::Platform& platform, const Actor& actor, const Proof& proof);
base::Outcome<base::Done> end_second_factor(platform::Platform& platform, const Actor& actor, const Proof& proof);

// Acts of an administrator, never on his own account.
base::Outcome<base::Done> require_second_factor(platform::Act& act, const Actor& administrator, AccountId id,
                                                Required required);
// For who lost the telephone and the recovery codes: ends his sessions, and tells him.
base::Outcome<base::Done> reset_second_factor(platform::Act& act, const Actor& administrator, AccountId id,
                                              std::string_view reason);

// Internal to identity. Whether the code serves now, and it has: none of its step, nor itself, serves again.
enum class CodeUsed { none, application, recovery };
CodeUsed use_code(platform::Act& act, const platform::Settings& settings, AccountId account, std::string_view typed);
// Without a reason or an administrator: for the command line.
void take_second_factor_away(platform::Act& act, AccountId id, std::string_view reason);
void tell(platform::Act& act, AccountId account, std::string subject, std::string_view what);

}  // namespace identity
