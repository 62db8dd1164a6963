#include "floor/identity/second_factor.hpp"

#include <array>
#include <stdexcept>

#include "base/text.hpp"
#include "floor/audit/audit.hpp"
#include "floor/identity/accounts.hpp"
#include "floor/identity/second_factor_store.hpp"
#include "floor/identity/sign_in.hpp"
#include "floor/identity/totp.hpp"
#include "floor/identity/tries.hpp"
#include "floor/messages/messages.hpp"
#include "web/crypto.hpp"

namespace identity {
namespace {

std::string purpose(AccountId account) { return "totp " + std::to_string(account.value); }

std::string secret_of(const platform::Settings& settings, AccountId account, const store::SecondFactor& factor) {
  auto secret = web::unsealed(settings.server_key, purpose(account), factor.sealed_secret);
  // Another server key than the one it was sealed with: no code of the person would serve, nor should the page say so.
  if (!secret) throw std::runtime_error("the secret of a second factor cannot be read with this server key");
  return *std::move(secret);
}

// The step whose code it is; none.
std::optional<std::int64_t> matching_step(std::string_view secret, std::string_view code, Steps steps) {
  std::optional<std::int64_t> found;
  for (std::int64_t step = steps.first; step <= steps.last; ++step) {
    if (web::equal_in_constant_time(one_time_code(secret, step, totp_digits.value()), code)) found = step;
  }
  return found;
}

std::string digest_of(const platform::Settings& settings, AccountId account, std::string_view bare) {
  return web::hex(
      web::hmac_sha256(settings.server_key, "recovery " + std::to_string(account.value) + ' ' + std::string(bare)));
}

// Ten letters of 32 each: 50 bits, of which a few can be tried an hour.
std::string fresh_recovery_code(base::Random& random) {
  constexpr std::string_view letters = "0123456789abcdefghjkmnpqrstvwxyz";
  std::array<unsigned char, 10> bytes{};
  random.fill(bytes);
  std::string code;
  for (const unsigned char byte : bytes) {
    if (code.size() == 5) code += '-';
    code += letters[byte & 31U];
  }
  return code;
}

RecoveryCodes give_recovery_codes(platform::Act& act, platform::Platform& platform, AccountId account) {
  RecoveryCodes codes;
  std::vector<std::string> digests;
  for (int i = 0; i < recovery_codes_given.value(); ++i) {
    codes.push_back(fresh_recovery_code(platform.random));
    digests.push_back(digest_of(platform.settings, account, bare_code(codes.back())));
  }
  store::save_recovery_codes(act.tx, account, digests);
  return codes;
}

// Both are shown, and the tries at them counted together; then `change` is made in the transaction that used the code.
template <class Change>
auto proven(platform::Platform& platform, const Actor& actor, const Proof& proof, Change change)
    -> base::Outcome<std::invoke_result_t<Change, platform::Act&>> {
  const auto by = platform::Author::of(actor);
  const auto counters = platform.database.read(
      [&](db::Transaction& tx) { return code_counters(platform, tx, actor.account, proof.client.address); });
  if (const auto admitted = platform.act(by, [&](platform::Act& act) { return admit(act, counters); }); !admitted) {
    return admitted.refusals();
  }
  if (const auto known = check_own_password(platform, actor, proof.password, proof.client); !known) {
    return known.refusals();
  }
  return platform.act(by, [&](platform::Act& act) -> base::Outcome<std::invoke_result_t<Change, platform::Act&>> {
    if (!second_factor_of(act.tx, actor.account).since) return second_factor_off;
    if (use_code(act, platform.settings, actor.account, proof.code) == CodeUsed::none) {
      return base::Refusal{wrong_one_time_code, "code"};
    }
    forgive(act, counters);
    return change(act);
  });
}

std::optional<base::RefusalCode> objection(db::Transaction& tx, const Actor& administrator, AccountId id) {
  if (!administrator.is(OrganisationKind::administrator) || !at_least(administrator.role, Role::manager)) {
    return not_administrator;
  }
  if (!account(tx, id)) return unknown_account;
  if (id == administrator.account) return own_second_factor;
  return std::nullopt;
}

audit::Details of(AccountId id) { return {{"account", std::to_string(id.value)}}; }

}  // namespace

SecondFactor second_factor_of(db::Transaction& tx, AccountId account) {
  const auto factor = store::second_factor(tx, account);
  return {.since = factor ? factor->confirmed : std::nullopt,
          .recovery_codes_left = store::recovery_codes_left(tx, account),
          .required_since = store::required_since(tx, account)};
}

std::optional<std::string> secret_being_set_up(db::Transaction& tx, const platform::Settings& settings,
                                               AccountId account) {
  const auto factor = store::second_factor(tx, account);
  if (!factor || factor->confirmed) return std::nullopt;
  return secret_of(settings, account, *factor);
}

base::Outcome<base::Done> begin_enrolment(platform::Platform& platform, const Actor& actor, std::string_view password,
                                          const Client& client) {
  if (const auto known = check_own_password(platform, actor, password, client); !known) return known;
  return platform.act(platform::Author::of(actor), [&](platform::Act& act) -> base::Outcome<base::Done> {
    if (second_factor_of(act.tx, actor.account).since) return second_factor_on;
    std::string secret(totp_secret_bytes, '\0');
    platform.random.fill({reinterpret_cast<unsigned char*>(secret.data()), secret.size()});
    web::Nonce nonce{};
    platform.random.fill(nonce);
    store::save_unconfirmed(act.tx, actor.account,
                            web::sealed(platform.settings.server_key, purpose(actor.account), nonce, secret));
    return base::Done{};
  });
}

base::Outcome<RecoveryCodes> confirm_enrolment(platform::Platform& platform, const Actor& actor,
                                               std::string_view session, std::string_view code) {
  return platform.act(platform::Author::of(actor), [&](platform::Act& act) -> base::Outcome<RecoveryCodes> {
    const auto factor = store::second_factor(act.tx, actor.account);
    if (!factor) return not_being_set_up;
    if (factor->confirmed) return second_factor_on;
    const auto step = matching_step(secret_of(platform.settings, actor.account, *factor), bare_code(code),
                                    steps_that_serve(act.now, factor->last_step));
    if (!step) return base::Refusal{wrong_one_time_code, "code"};
    store::confirm(act, actor.account, *step);
    revoke_other_sessions(act.tx, actor.account, session);
    audit::record(act, {.code = "identity.second_factor.on", .details = of(actor.account)});
    tell(act, actor.account, "Double authentification activée",
         "La double authentification vient d’être activée sur votre compte : un code de votre application sera demandé "
         "à chaque connexion.");
    return give_recovery_codes(act, platform, actor.account);
  });
}

base::Outcome<RecoveryCodes> renew_recovery_codes(platform::Platform& platform, const Actor& actor,
                                                  const Proof& proof) {
  return proven(platform, actor, proof, [&](platform::Act& act) {
    audit::record(act, {.code = "identity.recovery_codes.renewed", .details = of(actor.account)});
    tell(act, actor.account, "Nouveaux codes de secours",
         "De nouveaux codes de secours viennent d’être créés pour votre compte ; les anciens ne servent plus.");
    return give_recovery_codes(act, platform, actor.account);
  });
}

base::Outcome<base::Done> end_second_factor(platform::Platform& platform, const Actor& actor, const Proof& proof) {
  return proven(platform, actor, proof, [&](platform::Act& act) {
    store::forget_second_factor(act.tx, actor.account);
    audit::record(act, {.code = "identity.second_factor.off", .details = of(actor.account)});
    tell(act, actor.account, "Double authentification désactivée",
         "La double authentification vient d’être désactivée sur votre compte : le mot de passe y suffit de nouveau.");
    return base::Done{};
  });
}

base::Outcome<base::Done> require_second_factor(platform::Act& act, const Actor& administrator, AccountId id,
                                                Required required) {
  if (const auto refusal = objection(act.tx, administrator, id)) return *refusal;
  const bool already = store::required_since(act.tx, id).has_value();
  if (already == (required == Required::yes)) return already_in_state;
  if (required == Required::no) {
    store::require_no_more(act.tx, id);
    audit::record(act, {.code = "identity.second_factor.optional", .details = of(id)});
    return base::Done{};
  }
  store::require(act, id);
  audit::record(act, {.code = "identity.second_factor.required", .details = of(id)});
  return base::Done{};
}

base::Outcome<base::Done> reset_second_factor(platform::Act& act, const Actor& administrator, AccountId id,
                                              std::string_view reason) {
  if (const auto refusal = objection(act.tx, administrator, id)) return *refusal;
  if (!second_factor_of(act.tx, id).since) return second_factor_off;
  if (base::trim(reason).empty()) return base::Refusal{missing_reset_reason, "reason"};
  take_second_factor_away(act, id, base::squeeze(reason));
  return base::Done{};
}

void take_second_factor_away(platform::Act& act, AccountId id, std::string_view reason) {
  store::forget_second_factor(act.tx, id);
  store::end_half_sessions(act.tx, id);
  revoke_all_sessions(act.tx, id);
  auto details = of(id);
  details.emplace_back("reason", std::string(reason));
  audit::record(act, {.code = "identity.second_factor.reset", .details = std::move(details)});
  tell(act, id, "Double authentification réinitialisée",
       "L’administrateur vient de réinitialiser la double authentification de votre compte, et vos sessions ont été "
       "fermées. Connectez-vous avec votre mot de passe, puis activez-la de nouveau depuis vos paramètres.");
}

CodeUsed use_code(platform::Act& act, const platform::Settings& settings, AccountId account, std::string_view typed) {
  const auto factor = store::second_factor(act.tx, account);
  if (!factor || !factor->confirmed) return CodeUsed::none;
  const std::string bare = bare_code(typed);
  if (!looks_like_totp(bare)) {
    const bool spent = store::spend_recovery_code(act.tx, account, digest_of(settings, account, bare));
    return spent ? CodeUsed::recovery : CodeUsed::none;
  }
  const auto step =
      matching_step(secret_of(settings, account, *factor), bare, steps_that_serve(act.now, factor->last_step));
  if (!step) return CodeUsed::none;
  store::save_step(act.tx, account, *step);
  return CodeUsed::application;
}

void tell(platform::Act& act, AccountId id, std::string subject, std::string_view what) {
  const auto whom = account(act.tx, id);
  MANDAT_ASSERT(whom);
  messages::enqueue(act,
                    {.channel = messages::Channel::mail,
                     .to = {.organisation = {}, .account = id, .address = whom->email.text()},
                     .subject = std::move(subject),
                     .body = "Bonjour,\n\n" + std::string(what) +
                             "\n\nSi ce n’est pas vous, changez votre mot de passe et prévenez l’administrateur."});
}

}  // namespace identity
