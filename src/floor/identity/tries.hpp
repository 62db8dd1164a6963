// Internal to identity: tries at a password or a code, counted for the account and for the network (P6.throttle).
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/outcome.hpp"
#include "floor/identity/actor.hpp"
#include "floor/identity/sign_in_rules.hpp"
#include "floor/platform/platform.hpp"

namespace identity {

inline constexpr base::RefusalCode must_wait{base::RefusalKind::too_many, "identity.must_wait"};  // {0}: "12 s"

// What a try is counted against. No e-mail address stands in the table of counters (P11).
struct Counter {
  std::string subject;
  const Throttle& throttle;
};
using Counters = std::array<Counter, 2>;  // the account, the network address

// A try at the password of an e-mail address, which need not be an account's.
Counters password_counters(const platform::Platform& platform, db::Transaction& tx, std::string_view email,
                           AccountId account, std::string_view address);
// A try at the code of an account.
Counters code_counters(const platform::Platform& platform, db::Transaction& tx, AccountId account,
                       std::string_view address);

// Counts the try before it is looked at, so that a hundred tries at once are not a hundred guesses. Refuses must_wait.
base::Outcome<base::Done> admit(platform::Act& act, const Counters& counters);
void take_back(platform::Act& act, const Counter& counter);  // the try was no wrong guess after all
void forgive(platform::Act& act, const Counters& counters);  // it was right

}  // namespace identity
