#include "desks/credit/policy/signing.hpp"

#include "base/text.hpp"
#include "base/typed_text.hpp"
#include "desks/credit/acceptance/advice.hpp"
#include "desks/credit/offer/owed_quotes.hpp"
#include "desks/credit/placement/placement_steps.hpp"
#include "desks/credit/policy/letters.hpp"
#include "floor/audit/audit.hpp"
#include "floor/identity/organisations.hpp"
#include "web/crypto.hpp"

namespace credit::policy {
namespace {

using base::Done;
using base::Outcome;

platform::Author author_of(const Opened& opened) {
  return {platform::Cause::link, {}, opened.link.recipient, std::string(links::to_text(opened.link.channel))};
}

std::string proof_of(const platform::Settings& settings, const Signature& signature) {
  return web::base64url(web::hmac_sha256(
      settings.server_key, "mandat signature proof|" + std::to_string(signature.id.value) + "|" +
                               std::to_string(signature.code_verified_at ? signature.code_verified_at->micros : 0)));
}

void fact(platform::Act& act, std::string_view code, const Policy& policy) {
  audit::record(act, {code, file_of(policy.placement), {{"insurer", policy.insurer_name}}});
}

// The signature under way, unless it ended meanwhile.
std::optional<Signature> under_way(platform::Act& act, const Opened& opened) {
  auto signature = find(act.tx, opened.signature.id);
  if (!signature || signature->ended_at || links::standing(act.tx, opened.link, act.now) != links::Standing::usable)
    return std::nullopt;
  return signature;
}

enum class Typed { right, wrong, stale, spent, over };
struct Judged {
  Typed typed;
  Signature signature;
};

// Wrong tries are kept, hence no refusal here: it would undo them.
Judged judge(platform::Act& act, const Opened& opened, std::string_view typed, const std::string& key) {
  auto signature = under_way(act, opened);
  if (!signature) return {Typed::over, opened.signature};
  switch (standing_of({signature->code_sent_at, signature->code_tries}, act.now)) {
    case CodeStanding::none:
    case CodeStanding::stale:
      return {Typed::stale, *signature};
    case CodeStanding::spent:
      return {Typed::spent, *signature};
    case CodeStanding::usable:
      break;
  }
  const auto link = links::find(act.tx, signature->code_link);
  MANDAT_ASSERT(link);
  const bool right =
      !link->revoked && web::equal_in_constant_time(links::code(links::token(*link, key), key), base::compact(typed));
  if (!right) {
    ++signature->code_tries;
    save(act.tx, *signature);
    return {signature->code_tries >= code_tries.value() ? Typed::spent : Typed::wrong, *signature};
  }
  signature->code_verified_at = act.now;
  save(act.tx, *signature);
  links::revoke_all(act, code_link, signature->id.value);  // one-time
  fact(act, "credit.policy.code_verified", opened.policy);
  return {Typed::right, *signature};
}

}  // namespace

std::optional<Opened> open_signing(db::Transaction& tx, std::string_view token, const platform::Settings& settings,
                                   base::Instant now) {
  const auto link = links::open(tx, token, settings.server_key);
  if (!link || link->purpose != sign_link) return std::nullopt;
  const auto policy = find(tx, PolicyId{link->subject_id});
  MANDAT_ASSERT(policy);
  const auto signature = latest_of(tx, policy->id);
  const auto document = documents::find(tx, policy->document);
  const auto delay = deadlines::find(tx, link->deadline);
  MANDAT_ASSERT(signature && document && delay);
  return Opened{*link,
                links::standing(tx, *link, now),
                *placement::find(tx, policy->placement),
                *policy,
                *signature,
                *document,
                identity::organisation_name(tx, policy->broker),
                delay->due,
                engine::effect_terms(offer::last_round_of(tx, policy->offer)->quote.premium.terms)};
}

Outcome<Done> ask_code(platform::Platform& platform, const Opened& opened) {
  return platform.act(author_of(opened), [&](platform::Act& act) -> Outcome<Done> {
    auto signature = under_way(act, opened);
    if (!signature) return signature_over;
    if (signature->codes_sent >= codes_sent.value()) return too_many_codes;
    links::revoke_all(act, code_link, signature->id.value);
    const auto channel = signature->phone.empty() ? links::Channel::mail : links::Channel::sms;
    signature->code_link = links::issue(act, {.purpose = code_link,
                                              .file = file_of(opened.placement.id),
                                              .subject_id = signature->id.value,
                                              .recipient = opened.link.recipient,
                                              .channel = channel});
    if (!signature->opened_at) signature->opened_at = act.now;
    signature->code_sent_at = act.now;
    signature->code_tries = 0;
    ++signature->codes_sent;
    save(act.tx, *signature);
    letters::code(act, opened.placement, *signature, signature->code_link);
    fact(act, "credit.policy.code_sent", opened.policy);
    return Done{};
  });
}

Outcome<std::string> type_code(platform::Platform& platform, const Opened& opened, std::string_view typed) {
  const auto judged = platform.act(
      author_of(opened), [&](platform::Act& act) { return judge(act, opened, typed, platform.settings.server_key); });
  switch (judged.typed) {
    case Typed::right:
      return proof_of(platform.settings, judged.signature);
    case Typed::wrong:
      return base::Refusal{wrong_code, "code", {std::to_string(code_tries.value() - judged.signature.code_tries)}};
    case Typed::stale:
      return base::Refusal{stale_code, "code"};
    case Typed::spent:
      return base::Refusal{spent_code, "code"};
    case Typed::over:
      break;
  }
  return signature_over;
}

bool proves(const platform::Settings& settings, const Signature& signature, std::string_view proof, base::Instant now) {
  return may_sign_on(signature.code_verified_at, now) &&
         web::equal_in_constant_time(proof_of(settings, signature), proof);
}

void note_read(platform::Platform& platform, const Opened& opened) {
  platform.act(author_of(opened), [&](platform::Act& act) {
    auto signature = under_way(act, opened);
    if (!signature || signature->read_at) return;
    signature->read_at = act.now;
    save(act.tx, *signature);
  });
}

Outcome<Done> sign(platform::Platform& platform, const Opened& opened, const Signing& signing) {
  return platform.act(author_of(opened), [&](platform::Act& act) -> Outcome<Done> {
    auto signature = under_way(act, opened);
    auto policy = find(act.tx, opened.policy.id);
    const auto next = transitions.next(policy->state, Event::signed_by_code);
    if (!signature || !next || policy->document_hash != opened.policy.document_hash) return signature_over;
    if (!acceptance::may_be_signed(act.tx, policy->placement)) return not_ready;  // why is his broker's business
    if (!signature->read_at) return unread;
    if (!deadlines::meet(act, policy_subject, policy->id.value, deadline_rule::sign)) return signature_over;
    deadlines::cancel_all(act, policy_subject, policy->id.value);  // its reminders
    signature->signed_at = signing.at;
    signature->signed_from = signing.from;
    signature->consent = consent_text(policy->number, policy->insurer_name);
    signature->ended_at = act.now;
    save(act.tx, *signature);
    const auto keep = [&](const documents::Prepared& file, std::string_view kind) {
      return documents::attach(act, file,
                               {.owner = policy->broker,
                                .file = file_of(policy->placement),
                                .subject_kind = policy_subject,
                                .subject_id = policy->id.value,
                                .kind = kind});
    };
    policy->state = *next;
    policy->signed_at = signing.at;
    policy->signed_way = SignedWay::code;
    policy->signed_document = keep(signing.sealed, "signed_policy");
    policy->evidence = keep(signing.evidence, "signature_evidence");
    auto placement = placement::find(act.tx, policy->placement);
    return take_effect(act, *placement, *policy);
  });
}

Outcome<Done> refuse(platform::Platform& platform, const Opened& opened, std::string reason) {
  return platform.act(author_of(opened), [&](platform::Act& act) -> Outcome<Done> {
    auto signature = under_way(act, opened);
    auto policy = find(act.tx, opened.policy.id);
    const auto next = transitions.next(policy->state, Event::refused);
    if (!signature || !next) return signature_over;
    if (!deadlines::meet(act, policy_subject, policy->id.value, deadline_rule::sign)) return signature_over;
    deadlines::cancel_all(act, policy_subject, policy->id.value);
    signature->ended_at = act.now;
    save(act.tx, *signature);
    policy->state = *next;
    policy->refusal_reason = std::move(reason);
    save(act.tx, *policy);
    auto offer = offer::find(act.tx, policy->offer);
    offer->state = *offer::transitions.next(offer->state, offer::Event::declined);
    offer::save(act.tx, *offer);
    auto placement = placement::find(act.tx, policy->placement);
    letters::refused(act, *placement, *policy);
    offer::await_quotes(act, placement->id);
    return placement::advance(act, *placement, placement::Event::signature_refused, "credit.policy.refused",
                              {{"insurer", policy->insurer_name}});
  });
}

}  // namespace credit::policy
