#include "floor/identity/sign_in.hpp"

#include "base/embedded.hpp"
#include "floor/audit/audit.hpp"
#include "floor/identity/credentials.hpp"
#include "floor/identity/email_key.hpp"
#include "floor/identity/held_accounts.hpp"
#include "floor/identity/passwords.hpp"
#include "floor/identity/second_factor.hpp"
#include "floor/identity/second_factor_store.hpp"
#include "floor/identity/tries.hpp"

namespace identity {
namespace {

struct Attempt {
  Counters counters;
  std::optional<StoredCredentials> stored;
};

base::Outcome<Attempt> admit_password(const platform::Platform& platform, platform::Act& act,
                                      const Credentials& typed) {
  const std::string email = email_key(typed.email);
  auto stored = credentials(act.tx, email);
  const AccountId account = stored ? stored->account : AccountId{};
  Attempt attempt{password_counters(platform, act.tx, email, account, typed.client.address), std::move(stored)};
  if (const auto admitted = admit(act, attempt.counters); !admitted) return admitted.refusals();
  return attempt;
}

// What is asked after the last step, whichever that was.
struct Newcomer {
  AccountId account;
  const Client& client;
  std::string_view former_secret;
  std::string_view step;  // "password", "application", "recovery"
};

base::Outcome<std::string> open(platform::Platform& platform, platform::Act& act, const Newcomer& newcomer) {
  const auto stored = credentials(act.tx, newcomer.account);
  MANDAT_ASSERT(stored);
  if (stored->status != Status::active) return account_suspended;
  if (const auto held = hold_of(act.tx, stored->account)) {
    if (held->state == Hold::State::pending) return awaits_validation;
    return base::Refusal{validation_refused, "", {held->reason}};
  }
  const auto organisation = usual_organisation(act.tx, stored->account);
  if (!organisation) return no_organisation;
  if (!newcomer.former_secret.empty()) revoke_session(act.tx, session_id(newcomer.former_secret));
  note_sign_in(act, stored->account);
  act.by = {platform::Cause::person, stored->account, *organisation, {}};
  audit::record(act, {.code = "identity.signed_in", .details = {{"by", std::string(newcomer.step)}}});
  return open_session(act, platform.random, platform.settings.sessions, stored->account, *organisation,
                      newcomer.client);
}

Entry open_half(platform::Platform& platform, platform::Act& act, AccountId account) {
  constexpr std::size_t secret_bytes = 32;
  std::string secret = platform.random.token(secret_bytes);
  store::forget_half_sessions_before(act.tx, act.now);
  store::open_half_session(act.tx, session_id(secret), account, act.now + half_session_life.value());
  return {Entry::Kind::half_session, std::move(secret)};
}

base::Outcome<Entry> enter(platform::Platform& platform, platform::Act& act, const Attempt& attempt,
                           const Credentials& typed) {
  forgive(act, attempt.counters);
  const AccountId account = attempt.stored->account;
  if (second_factor_of(act.tx, account).since) return open_half(platform, act, account);
  auto secret = open(platform, act, {account, typed.client, typed.former_secret, "password"});
  if (!secret) return secret.refusals();
  return Entry{Entry::Kind::session, *std::move(secret)};
}

struct Code {
  AccountId account;
  Counters counters;
};

base::Outcome<Code> admit_code(const platform::Platform& platform, platform::Act& act, const SecondStep& step) {
  const auto account = store::half_session(act.tx, session_id(step.half_session), act.now);
  if (!account) return half_session_over;
  Code code{*account, code_counters(platform, act.tx, *account, step.client.address)};
  if (const auto admitted = admit(act, code.counters); !admitted) return admitted.refusals();
  return code;
}

base::Outcome<std::string> finish(platform::Platform& platform, platform::Act& act, const Code& code,
                                  const SecondStep& step) {
  if (!store::half_session(act.tx, session_id(step.half_session), act.now)) return half_session_over;
  const CodeUsed used = use_code(act, platform.settings, code.account, step.code);
  if (used == CodeUsed::none) return base::Refusal{wrong_one_time_code, "code"};
  forgive(act, code.counters);
  store::end_half_sessions(act.tx, code.account);
  const bool by_recovery = used == CodeUsed::recovery;
  if (by_recovery) {
    tell(act, code.account, "Un code de secours a servi",
         "Un code de secours vient de servir à une connexion à votre compte. Il vous en reste " +
             std::to_string(second_factor_of(act.tx, code.account).recovery_codes_left) + ".");
  }
  return open(platform, act, {code.account, step.client, step.former_secret, by_recovery ? "recovery" : "application"});
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
  store::end_half_sessions(act.tx, account);
  revoke_all_sessions(act.tx, account);
  audit::record(act, {.code = "identity.password_reset", .details = {{"account", std::to_string(account.value)}}});
}

base::Outcome<Entry> sign_in(platform::Platform& platform, const Credentials& typed) {
  auto admitted = platform.act({}, [&](platform::Act& act) { return admit_password(platform, act, typed); });
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
  return platform.act({}, [&](platform::Act& act) { return enter(platform, act, attempt, typed); });
}

bool half_open(db::Transaction& tx, std::string_view secret, base::Instant now) {
  return !secret.empty() && store::half_session(tx, session_id(secret), now).has_value();
}

base::Outcome<std::string> finish_sign_in(platform::Platform& platform, const SecondStep& step) {
  const auto admitted = platform.act({}, [&](platform::Act& act) { return admit_code(platform, act, step); });
  if (!admitted) return admitted.refusals();
  return platform.act({}, [&](platform::Act& act) { return finish(platform, act, *admitted, step); });
}

void sign_out(platform::Platform& platform, const Actor& actor, std::string_view session) {
  platform.act(platform::Author::of(actor), [&](platform::Act& act) {
    revoke_session(act.tx, session);
    audit::record(act, {.code = "identity.signed_out"});
  });
}

base::Outcome<base::Done> check_own_password(platform::Platform& platform, const Actor& actor,
                                             std::string_view password, const Client& client) {
  const auto stored = platform.database.read([&](db::Transaction& tx) { return credentials(tx, actor.account); });
  MANDAT_ASSERT(stored);
  const auto matches = platform.passwords.verify(stored->password_hash, password, client.address);
  if (!matches) return matches.refusals();
  if (!*matches) return base::Refusal{wrong_password, "password"};
  return base::Done{};
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
    store::end_half_sessions(act.tx, actor.account);
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
