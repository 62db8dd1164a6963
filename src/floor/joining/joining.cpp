#include "floor/joining/joining.hpp"

#include <algorithm>

#include "floor/audit/audit.hpp"
#include "floor/identity/email_key.hpp"
#include "floor/identity/held_accounts.hpp"
#include "floor/identity/network.hpp"
#include "floor/identity/passwords.hpp"
#include "floor/identity/sign_in.hpp"
#include "floor/joining/joining_store.hpp"
#include "web/crypto.hpp"
#include "web/csrf.hpp"

namespace joining {
namespace {

std::string subject(const platform::Platform& platform, std::string_view what, std::string_view whom) {
  return web::hex(
      web::hmac_sha256(platform.settings.server_key, "joining quota|" + std::string(what) + "|" + std::string(whom)));
}

// Counts one more; whether it is still within the quota.
bool count(platform::Act& act, const Quota& quota, const std::string& of) {
  const Usage usage = one_more(quota, store::usage(act.tx, of), act.now);
  store::save_usage(act.tx, of, usage);
  return within(quota, usage);
}

base::Duration delay_of(std::string_view kind) {
  return kind == password_kind ? reset_delay.value() : confirmation_delay.value();
}

// The proof is spent and the quotas counted before any expensive work; the address' own quota never shows (P6.neutral).
struct Admitted {
  bool may_mail;
};
base::Outcome<Admitted> admit(platform::Platform& platform, platform::Act& act, const Asked& asked,
                              const Robot& robot) {
  store::forget_usage_before(act.tx, act.now - std::max(proven_quota.window.value(), mail_quota.window.value()));
  const bool proven = robot.proof == Robot::Proof::solved;
  if (proven && !store::spend(act.tx, robot.digest, robot.ends, act.now))
    return base::Refusal{proof_over, std::string(robot_fields::ticked)};
  const std::string network = identity::network_of(asked.address);
  const bool admitted = proven ? count(act, proven_quota, subject(platform, "proven", network))
                               : count(act, unproven_quota, subject(platform, "unproven", network));
  if (!admitted) return too_many;
  return Admitted{!robot.trapped &&
                  count(act, mail_quota, subject(platform, "mail", identity::email_key(asked.email)))};
}

web::Fields without_secrets(const web::Fields& form) {
  web::Fields kept;
  for (const auto& [name, value] : form.pairs()) {
    const bool secret = name == "password" || name.starts_with("preuve_") || name == robot_fields::ticked ||
                        name == robot_fields::trap || name == web::csrf_field;
    if (!secret) kept.add(name, value);
  }
  return kept;
}

std::string save(platform::Platform& platform, platform::Act& act, const Asked& asked, const Robot& robot,
                 bool may_mail, std::string hash) {
  const bool live = may_mail && !robot.trapped;
  const Request request{.id = {act.ids.next()},
                        .kind = std::string(asked.kind),
                        .state = live ? State::asked : State::void_,
                        .email = identity::email_key(asked.email),
                        .password_hash = std::move(hash),
                        .account = {},
                        .proven = robot.proof == Robot::Proof::solved,
                        .tries = 0,
                        .asked = act.now,
                        .form = without_secrets(asked.form)};
  store::insert(act.tx, request);
  const auto delay = [&](std::string_view rule, base::Instant due) {
    return deadlines::start(act, {.file = {std::string(request_kind), request.id.value},
                                  .subject_kind = request_kind,
                                  .subject_id = request.id.value,
                                  .rule = rule,
                                  .start_event = "joining.asked",
                                  .start = act.now,
                                  .due = due});
  };
  delay(deadline_rule::mail, act.now);
  const auto until = delay(deadline_rule::confirmation, act.now + delay_of(asked.kind));
  audit::record(act, {.code = "joining.asked",
                      .file = {std::string(request_kind), request.id.value},
                      .details = {{"kind", request.kind}}});
  const auto link = links::find(act.tx, issue(act, link_purpose::page, request.id, until));
  return links::token(*link, platform.settings.server_key);
}

}  // namespace

const Kind* find(const Kinds& kinds, std::string_view slug) {
  const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const Kind& kind) { return kind.slug == slug; });
  return found == kinds.end() ? nullptr : &*found;
}

links::LinkId issue(platform::Act& act, std::string_view purpose, RequestId id, deadlines::DeadlineId until) {
  return links::issue(act, {.purpose = purpose,
                            .file = {std::string(request_kind), id.value},
                            .subject_id = id.value,
                            .recipient = {},
                            .channel = links::Channel::mail,
                            .deadline = until});
}

base::Outcome<std::string> ask(platform::Platform& platform, const Asked& asked) {
  const auto robot = check_robot(platform, asked.form, platform.clock.now());
  if (!robot) return robot.refusals();
  const auto admitted = platform.act({}, [&](platform::Act& act) { return admit(platform, act, asked, *robot); });
  if (!admitted) return admitted.refusals();
  std::string hash;
  if (asked.kind != password_kind) {
    auto hashed = platform.passwords.hash(asked.password, asked.address);
    if (!hashed) return hashed.refusals();
    hash = *std::move(hashed);
  }
  return base::Outcome<std::string>(platform.act(
      {}, [&](platform::Act& act) { return save(platform, act, asked, *robot, admitted->may_mail, hash); }));
}

base::Outcome<Opened> open(db::Transaction& tx, std::string_view token, const platform::Platform& platform) {
  const auto link = links::open(tx, token, platform.settings.server_key);
  if (!link) return link.refusals();
  if (!link->purpose.starts_with("joining.")) return links::unknown_link;
  return Opened{*link, store::find(tx, RequestId{link->subject_id}), links::standing(tx, *link, platform.clock.now())};
}

std::optional<identity::AccountId> known(db::Transaction& tx, const Kind& kind, const Request& request) {
  const auto account = identity::account_with(tx, base::EmailAddress::parse(request.email).value());
  if (account) {
    const auto held = identity::hold_of(tx, *account);
    if (!held || held->state != identity::Hold::State::refused) return account;
  }
  const auto holder = kind.holder(tx, request.form);
  if (!holder || (account && *holder == *account)) return std::nullopt;
  const auto held = identity::hold_of(tx, *holder);
  if (held && held->state == identity::Hold::State::refused) return std::nullopt;
  return holder;
}

}  // namespace joining
