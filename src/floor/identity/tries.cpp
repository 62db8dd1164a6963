#include "floor/identity/tries.hpp"

#include <algorithm>

#include "base/french.hpp"
#include "floor/identity/credentials.hpp"
#include "floor/identity/network.hpp"
#include "web/crypto.hpp"

namespace identity {
namespace {

std::string subject(const platform::Platform& platform, std::string_view kind, std::string_view whom) {
  return web::hex(web::hmac_sha256(platform.settings.server_key, std::string(kind).append(1, ':').append(whom)));
}

// Whoever guesses from elsewhere must not slow down the person at his usual place: that one has a counter of its own.
Counters counters(const platform::Platform& platform, db::Transaction& tx, std::string_view kind, std::string whom,
                  AccountId account, std::string_view address) {
  if (familiar(tx, account, address)) whom.append(1, ' ').append(address);
  return {Counter{subject(platform, kind, whom), account_throttle},
          Counter{subject(platform, "address", network_of(address)), address_throttle}};
}

}  // namespace

Counters password_counters(const platform::Platform& platform, db::Transaction& tx, std::string_view email,
                           AccountId account, std::string_view address) {
  return counters(platform, tx, "account", std::string(email), account, address);
}

Counters code_counters(const platform::Platform& platform, db::Transaction& tx, AccountId account,
                       std::string_view address) {
  return counters(platform, tx, "code", std::to_string(account.value), account, address);
}

base::Outcome<base::Done> admit(platform::Act& act, const Counters& counters) {
  base::Duration wait = base::Duration::zero();
  for (const Counter& counter : counters) {
    wait = std::max(wait, wait_left(counter.throttle, failures(act.tx, counter.subject), act.now));
  }
  if (wait > base::Duration::zero()) return base::Refusal{must_wait, "", {base::french::elapsed(wait)}};
  for (const Counter& counter : counters) {
    const Failures before = remembered(counter.throttle, failures(act.tx, counter.subject), act.now);
    save_failures(act.tx, counter.subject, {before.count + 1, act.now});
  }
  return base::Done{};
}

void take_back(platform::Act& act, const Counter& counter) {
  const Failures counted = failures(act.tx, counter.subject);
  if (counted.count > 0) save_failures(act.tx, counter.subject, {counted.count - 1, counted.last});
}

void forgive(platform::Act& act, const Counters& counters) {
  const auto& [account, address] = counters;
  forget_failures(act.tx, account.subject);
  take_back(act, address);
  forget_failures_before(
      act.tx, act.now - std::max(account.throttle.forgotten_after.value(), address.throttle.forgotten_after.value()));
}

}  // namespace identity
