#include "floor/identity/sign_in.hpp"

#include <array>

#include "base/embedded.hpp"
#include "base/french.hpp"
#include "floor/audit/audit.hpp"
#include "floor/identity/credentials.hpp"
#include "floor/identity/email_key.hpp"
#include "floor/identity/held_accounts.hpp"
#include "floor/identity/network.hpp"
#include "floor/identity/passwords.hpp"
#include "floor/identity/sign_in_rules.hpp"
#include "web/crypto.hpp"

namespace identity {
namespace {

// What a try is counted against. No e-mail address stands in the table of counters (P11).
struct Counter {
  std::string subject;
  const Throttle& throttle;
};

struct Attempt {
  std::array<Counter, 2> counters;  // the account, the network address
  std::optional<StoredCredentials> stored;
};

std::string subject(const platform::Platform& platform, std::string_view kind, std::string_view whom) {
  return web::hex(web::hmac_sha256(platform.settings.server_key, std::string(kind).append(1, ':').append(whom)));
}

// Whoever guesses from elsewhere must not slow down the person at his usual place: that one has a counter of its own.
std::string account_subject(const platform::Platform& platform, db::Transaction& tx, std::string_view email,
                            AccountId account, std::string_view address) {
  std::string whom(email);
  if (familiar(tx, account, address)) whom.append(1, ' ').append(address);
  return subject(platform, "account", whom);
}

Attempt attempt(const platform::Platform& platform, db::Transaction& tx, std::string_view typed_email,
                std::string_view address) {
  const std::string email = email_key(typed_email);
  auto stored = credentials(tx, email);
  const AccountId account = stored ? stored->account : AccountId{};
  return {{Counter{account_subject(platform, tx, email, account, address), account_throttle},
           Counter{subject(platform, "address", network_of(address)), address_throttle}},
          std::move(stored)};
}

// Counts the try before its password is looked at, so that a hundred tries at once are not a hundred guesses.
base::Outcome<Attempt> admit(const platform::Platform& platform, platform::Act& act, const Credentials& typed) {
  Attempt begun = attempt(platform, act.tx, typed.email, typed.client.address);
  base::Duration wait = base::Duration::zero();
  for (const Counter& counter : begun.counters) {
    wait = std::max(wait, wait_left(counter.throttle, failures(act.tx, counter.subject), act.now));
  }
  if (wait > base::Duration::zero()) return base::Refusal{must_wait, "", {base::french::elapsed(wait)}};
  for (const Counter& counter : begun.counters) {
    const Failures before = remembered(counter.throttle, failures(act.tx, counter.subject), act.now);
    save_failures(act.tx, counter.subject, {before.count + 1, act.now});
  }
  return begun;
}

// The try was no wrong guess after all.
void take_back(platform::Act& act, const Counter& counter) {
  const Failures counted = failures(act.tx, counter.subject);
  if (counted.count > 0) save_failures(act.tx, counter.subject, {counted.count - 1, counted.last});
}

void forgive(platform::Act& act, const Attempt& attempt) {
  const auto& [account, address] = attempt.counters;
  forget_failures(act.tx, account.subject);
  take_back(act, address);
  forget_failures_before(
      act.tx, act.now - std::max(account.throttle.forgotten_after.value(), address.throttle.forgotten_after.value()));
}

base::Outcome<std::string> open(platform::Platform& platform, platform::Act& act, const Attempt& attempt,
                                const Credentials& typed) {
  forgive(act, attempt);
  const StoredCredentials& stored = *attempt.stored;
  if (stored.status != Status::active) return account_suspended;
  if (const auto held = hold_of(act.tx, stored.account)) {
    if (held->state == Hold::State::pending) return awaits_validation;
    return base::Refusal{validation_refused, "", {held->reason}};
  }
  const auto organisation = usual_organisation(act.tx, stored.account);
  if (!organisation) return no_organisation;
  if (!typed.former_secret.empty()) revoke_session(act.tx, session_id(typed.former_secret));
  note_sign_in(act, stored.account);
  act.by = {platform::Cause::person, stored.account, *organisation, {}};
  audit::record(act, {.code = "identity.signed_in"});
  return open_session(act, platform.random, platform.settings.sessions, stored.account, *organisation, typed.client);
}

std::string_view common_passwords() {
  const auto* file = base::find_embedded(embedded_data, "common_passwords.txt");
  MANDAT_ASSERT(file != nullptr);
  return file->text();
}

}  // namespace

base::Outcome<base::Done> check_new_password(std::string_view password, const PasswordOwner& owner,
                                             std::string_view field) {
  return check_password(password, owner, common_passwords(), field);
}

void reset_password(platform::Act& act, AccountId account, std::string_view hash) {
  save_password(act.tx, account, hash);
  revoke_all_sessions(act.tx, account);
  audit::record(act, {.code = "identity.password_reset", .details = {{"account", std::to_string(account.value)}}});
}

base::Outcome<std::string> sign_in(platform::Platform& platform, const Credentials& typed) {
  auto admitted = platform.act({}, [&](platform::Act& act) { return admit(platform, act, typed); });
  if (!admitted) return admitted.refusals();
  const Attempt& attempt = *admitted;

  const auto hash = attempt.stored ? std::optional(attempt.stored->password_hash) : std::nullopt;
  const auto matches = platform.passwords.verify(hash, typed.password, typed.client.address);
  if (!matches) {
    platform.act({}, [&](platform::Act& act) {
      for (const Counter& counter : attempt.counters) take_back(act, counter);
    });
    return matches.refusals();
  }
  if (!*matches) return wrong_credentials;
  return platform.act({}, [&](platform::Act& act) { return open(platform, act, attempt, typed); });
}

void sign_out(platform::Platform& platform, const Actor& actor, std::string_view session) {
  platform.act(platform::Author::of(actor), [&](platform::Act& act) {
    revoke_session(act.tx, session);
    audit::record(act, {.code = "identity.signed_out"});
  });
}

base::Outcome<std::string> change_password(platform::Platform& platform, const Actor& actor,
                                           const PasswordChange& change) {
  const auto stored = platform.database.read([&](db::Transaction& tx) { return credentials(tx, actor.account); });
  MANDAT_ASSERT(stored);
  if (auto fit = check_new_password(change.wanted, {stored->email, stored->name}, "wanted"); !fit) {
    return fit.refusals();
  }
  const auto matches = platform.passwords.verify(stored->password_hash, change.current, change.client.address);
  if (!matches) return matches.refusals();
  if (!*matches) return base::Refusal{wrong_password, "current"};
  const auto hash = platform.passwords.hash(change.wanted, change.client.address);
  if (!hash) return hash.refusals();
  return platform.act(platform::Author::of(actor), [&](platform::Act& act) {
    save_password(act.tx, actor.account, *hash);
    revoke_all_sessions(act.tx, actor.account);
    audit::record(act, {.code = "identity.password_changed"});
    return base::Outcome(open_session(act, platform.random, platform.settings.sessions, actor.account,
                                      actor.organisation, change.client));
  });
}

base::Outcome<std::string> switch_organisation(platform::Platform& platform, const Actor& actor,
                                               std::string_view session, OrganisationId wanted, const Client& client) {
  return platform.act(platform::Author::of(actor), [&](platform::Act& act) -> base::Outcome<std::string> {
    if (!is_member(act.tx, actor.account, wanted)) return not_member;
    revoke_session(act.tx, session);
    return open_session(act, platform.random, platform.settings.sessions, actor.account, wanted, client);
  });
}

}  // namespace identity
