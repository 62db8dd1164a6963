#include "desks/credit/policy/policy_actions.hpp"

#include <algorithm>

#include "base/french.hpp"
#include "base/identifiers.hpp"
#include "base/text.hpp"
#include "desks/credit/acceptance/advice.hpp"
#include "desks/credit/engine/effect.hpp"
#include "desks/credit/engine/regularisation.hpp"
#include "desks/credit/placement/placement_steps.hpp"
#include "desks/credit/policy/letters.hpp"
#include "desks/credit/policy/onboarding.hpp"
#include "desks/credit/policy/turnover.hpp"
#include "floor/audit/audit.hpp"

namespace credit::policy {
namespace {

using base::Done;
using base::Outcome;
using placement::Placement;
using placement::Step;

template <class F>
Outcome<Done> on_placement(platform::Platform& platform, const identity::Actor& broker, PlacementId id, F work) {
  return platform.act(platform::Author::of(broker), [&](platform::Act& act) -> Outcome<Done> {
    auto placement = placement::find(act.tx, id, broker);
    if (!placement) return placement::unknown_placement;
    return work(act, *placement);
  });
}

template <class F>
Outcome<Done> on_policy(platform::Platform& platform, const identity::Actor& broker, PlacementId id, F work) {
  return on_placement(platform, broker, id, [&](platform::Act& act, Placement& placement) -> Outcome<Done> {
    auto policy = latest_of(act.tx, id);
    if (!policy) return unknown_policy;
    return work(act, placement, *policy);
  });
}

documents::DocumentId keep(platform::Act& act, const Policy& policy, const documents::Prepared& file,
                           std::string_view kind) {
  return documents::attach(act, file,
                           {.owner = policy.broker,
                            .file = file_of(policy.placement),
                            .subject_kind = policy_subject,
                            .subject_id = policy.id.value,
                            .kind = kind});
}

void fact(platform::Act& act, std::string_view code, const Policy& policy, audit::Details more = {}) {
  more.insert(more.begin(), {"insurer", policy.insurer_name});
  audit::record(act, {code, file_of(policy.placement), std::move(more)});
}

Outcome<Signature> signatory(platform::Act& act, const Policy& policy, const web::Fields& form) {
  base::Refusals refusals;
  Signature signature{.id = {act.ids.next()},
                      .policy = policy.id,
                      .name = base::squeeze(form.get("name")),
                      .email = {},
                      .phone = {},
                      .sent_at = act.now};
  if (signature.name.empty() || base::count_code_points(signature.name) > longest_text)
    refusals.push_back({signatory_missing, "name"});
  const auto email = base::EmailAddress::parse(base::trim(form.get("email")));
  if (!email) refusals.push_back({bad_email, "email"});
  if (email) signature.email = email->text();
  if (const auto typed = base::trim(form.get("phone")); !typed.empty()) {
    const auto phone = base::Phone::parse(typed);
    if (!phone) refusals.push_back({bad_phone, "phone"});
    if (phone) signature.phone = phone->e164();
  }
  if (!refusals.empty()) return refusals;
  return signature;
}

void start_signature_delay(platform::Act& act, const Placement& placement, const Policy& policy) {
  deadlines::start(act, {.file = file_of(policy.placement),
                         .subject_kind = policy_subject,
                         .subject_id = policy.id.value,
                         .rule = deadline_rule::sign,
                         .start_event = "credit.policy.sent",
                         .start = act.now,
                         .due = signature_due(act.now),
                         .owner = placement.company_space});
  const auto reminders = signature_reminders(act.now);
  for (const auto& [rule, due] : {std::pair{deadline_rule::first_reminder, reminders.first},
                                  std::pair{deadline_rule::last_reminder, reminders.last}})
    deadlines::start(act, {.file = file_of(policy.placement),
                           .subject_kind = policy_subject,
                           .subject_id = policy.id.value,
                           .rule = rule,
                           .start_event = "credit.policy.sent",
                           .start = act.now,
                           .due = due});
}

void remind_signature(platform::Act& act, const deadlines::Deadline& delay) {
  const auto policy = find(act.tx, PolicyId{delay.subject_id});
  if (!policy || policy->state != State::sent) return;
  const auto signature = latest_of(act.tx, policy->id);
  if (!signature || signature->ended_at) return;
  letters::remind_signature(act, *placement::find(act.tx, policy->placement), *policy, *signature);
  fact(act, "credit.policy.signature_reminded", *policy);
}

// The next declaration to be reminded of; none left: nothing.
void start_declaration_reminder(platform::Act& act, const Policy& policy, const engine::Terms& terms) {
  for (const auto& declaration : engine::declarations(terms, *policy.effect_on)) {
    const auto due = base::paris::at(declaration.warning, 9, 0);
    if (due <= act.now) continue;
    deadlines::start(act, {.file = file_of(policy.placement),
                           .subject_kind = policy_subject,
                           .subject_id = policy.id.value,
                           .rule = deadline_rule::declaration,
                           .start_event = "credit.policy.signed",
                           .start = act.now,
                           .due = due});
    return;
  }
}

void lapse(platform::Act& act, const deadlines::Deadline& delay) {
  auto policy = find(act.tx, PolicyId{delay.subject_id});
  const auto next = policy ? transitions.next(policy->state, Event::lapsed) : std::nullopt;
  if (!next) return;
  policy->state = *next;
  save(act.tx, *policy);
  if (auto signature = latest_of(act.tx, policy->id)) {
    signature->ended_at = act.now;
    save(act.tx, *signature);
  }
  fact(act, "credit.policy.lapsed", *policy);
  auto placement = placement::find(act.tx, policy->placement);
  placement::hand_to(act, *placement, placement::WaitingFor::broker);
  letters::lapsed(act, *placement, *policy);
}

void remind_declaration(platform::Act& act, const deadlines::Deadline& delay) {
  const auto policy = find(act.tx, PolicyId{delay.subject_id});
  if (!policy || policy->state != State::signed_) return;
  const auto terms = offer::last_round_of(act.tx, policy->offer)->quote.premium.terms;
  const auto placement = placement::find(act.tx, policy->placement);
  const auto today = base::paris::day_of(act.now);
  const auto declared = declared_of(act.tx, policy->id);
  bool reminded = false;
  for (const auto& declaration : engine::declarations(terms, *policy->effect_on)) {
    const bool known = std::any_of(declared.begin(), declared.end(),
                                   [&](const Declared& each) { return each.from == declaration.from; });
    if (known || today < declaration.warning || declaration.due < today) continue;
    letters::declare(act, *placement, *policy, declaration);
    reminded = true;
  }
  if (reminded) fact(act, "credit.policy.declaration_reminded", *policy);
  start_declaration_reminder(act, *policy, terms);
}

}  // namespace

void end_signature(platform::Act& act, const Policy& policy, std::string recall_reason) {
  deadlines::cancel_all(act, policy_subject, policy.id.value);
  links::revoke_all(act, sign_link, policy.id.value);
  if (auto signature = latest_of(act.tx, policy.id); signature && !signature->ended_at) {
    signature->ended_at = act.now;
    signature->recall_reason = std::move(recall_reason);
    save(act.tx, *signature);
  }
}

Outcome<std::string> checked_number(const web::Fields& form) {
  auto number = base::squeeze(form.get("number"));
  if (number.empty() || base::count_code_points(number) > longest_number || base::has_control_characters(number))
    return base::Refusal{number_missing, "number"};
  return number;
}

Outcome<Done> issue(platform::Platform& platform, const identity::Actor& broker, PlacementId id, const Issue& issue) {
  return on_placement(platform, broker, id, [&](platform::Act& act, Placement& placement) -> Outcome<Done> {
    const auto accepted = offer::in_state(act.tx, id, offer::State::accepted);
    auto policy = latest_of(act.tx, id);
    const bool again = placement.step == Step::signature && policy && policy->state == State::issued;
    if (!accepted || (placement.step != Step::issuance && !again)) return wrong_state;
    if (!again)
      policy = Policy{.id = {act.ids.next()},
                      .placement = id,
                      .broker = placement.broker,
                      .offer = accepted->id,
                      .insurer_name = accepted->insurer_name,
                      .number = {},
                      .document = {},
                      .document_hash = {},
                      .issued_at = act.now};
    policy->number = issue.number;
    policy->origin = issue.origin;
    policy->issued_at = act.now;
    policy->document_hash = issue.file.sha256;
    policy->document = keep(act, *policy, issue.file, "policy");
    if (again) {
      save(act.tx, *policy);
      fact(act, "credit.policy.issued_again", *policy);
      return Done{};
    }
    insert(act.tx, *policy);
    const auto moved =
        placement::advance(act, placement, placement::Event::policy_issued, "credit.policy.issued",
                           {{"insurer", policy->insurer_name}, {"origin", std::string(to_text(issue.origin))}});
    if (moved) placement::hand_to(act, placement, placement::WaitingFor::broker);  // who is to send it
    return moved;
  });
}

Outcome<Done> send(platform::Platform& platform, const identity::Actor& broker, PlacementId id,
                   const web::Fields& form) {
  return on_policy(platform, broker, id,
                   [&](platform::Act& act, Placement& placement, Policy& policy) -> Outcome<Done> {
                     const auto next = transitions.next(policy.state, Event::sent);
                     if (!next || placement.step != Step::signature) return wrong_state;
                     if (const auto allowed = acceptance::may_be_signed(act.tx, id); !allowed) return allowed;
                     const auto signature = signatory(act, policy, form);
                     if (!signature) return signature.refusals();
                     end_signature(act, policy);
                     policy.state = *next;
                     save(act.tx, policy);
                     insert(act.tx, *signature);
                     start_signature_delay(act, placement, policy);
                     letters::sign(act, placement, policy, *signature, broker.organisation_name);
                     fact(act, "credit.policy.sent", policy);
                     placement.next_due_at = signature_due(act.now);
                     placement::hand_to(act, placement, placement::WaitingFor::company);
                     return Done{};
                   });
}

Outcome<Done> file_signed(platform::Platform& platform, const identity::Actor& broker, PlacementId id,
                          const SignedElsewhere& filed) {
  return on_policy(platform, broker, id,
                   [&](platform::Act& act, Placement& placement, Policy& policy) -> Outcome<Done> {
                     const auto next = transitions.next(policy.state, Event::signed_elsewhere);
                     if (!next) return wrong_state;
                     if (const auto allowed = acceptance::may_be_signed(act.tx, id); !allowed) return allowed;
                     const auto today = base::paris::day_of(act.now);
                     if (filed.signed_on > today) return base::Refusal{bad_day, "signed_on"};
                     const auto accepted =
                         base::paris::day_of(offer::find(act.tx, policy.offer)->decided_at.value_or(policy.issued_at));
                     if (!may_have_been_signed_on(filed.signed_on, accepted, today))
                       return base::Refusal{before_acceptance, "signed_on", {base::french::day_medium(accepted)}};
                     end_signature(act, policy);
                     policy.state = *next;
                     policy.signed_way = SignedWay::external;
                     policy.signed_at = base::paris::at(filed.signed_on, 12, 0);
                     policy.signed_document = keep(act, policy, filed.policy, "signed_policy");
                     policy.evidence = keep(act, policy, filed.proof, "signature_evidence");
                     return take_effect(act, placement, policy);
                   });
}

Outcome<Done> take_effect(platform::Act& act, Placement& placement, Policy& policy) {
  const auto signed_on = base::paris::day_of(*policy.signed_at);
  const auto terms = offer::last_round_of(act.tx, policy.offer)->quote.premium.terms;
  policy.effect_on = engine::effect_date(signed_on, engine::effect_terms(terms)).day.value;
  save(act.tx, policy);
  start_declaration_reminder(act, policy, terms);
  letters::signed_(act, placement, policy);
  const auto moved = placement::advance(act, placement, placement::Event::signed_by_client, "credit.policy.signed",
                                        {{"insurer", policy.insurer_name},
                                         {"effect", policy.effect_on->iso()},
                                         {"way", std::string(to_text(policy.signed_way))}});
  if (moved) start_onboarding(act, placement, policy, onboarding(terms, *policy.effect_on, signed_on));
  return moved;
}

void register_delays(deadlines::Handlers& handlers) {
  handlers.add(deadline_rule::sign, "Signature de la police", lapse);
  handlers.add(deadline_rule::first_reminder, "Rappel de la signature", remind_signature);
  handlers.add(deadline_rule::last_reminder, "Dernier rappel de la signature", remind_signature);
  handlers.add(deadline_rule::declaration, "Rappel de déclaration du chiffre d’affaires", remind_declaration);
  register_onboarding_delays(handlers);
}

}  // namespace credit::policy
