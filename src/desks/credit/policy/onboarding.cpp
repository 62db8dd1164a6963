#include "desks/credit/policy/onboarding.hpp"

#include <algorithm>

#include "base/french.hpp"
#include "base/text.hpp"
#include "desks/credit/placement/placement_steps.hpp"
#include "desks/credit/policy/letters.hpp"
#include "desks/credit/policy/policy_actions.hpp"
#include "floor/audit/audit.hpp"

namespace credit::policy {
namespace {

using base::Done;
using base::Outcome;

constexpr OnboardingKeys keys[] = {
    {Item::portal, "credit.onboarding.portal", "C17.portal", "C17.portal_reminder",
     "Prise en main : portail de l’assureur", "Rappel de prise en main : portail de l’assureur"},
    {Item::limits, "credit.onboarding.limits", "C17.limits", "C17.limits_reminder",
     "Prise en main : demander une limite", "Rappel de prise en main : demander une limite"},
    {Item::prospects, "credit.onboarding.prospects", "C17.prospects", "C17.prospects_reminder",
     "Prise en main : vérifier un prospect", "Rappel de prise en main : vérifier un prospect"},
    {Item::declarations, "credit.onboarding.declarations", "C17.declarations", "C17.declarations_reminder",
     "Prise en main : déclarer le chiffre d’affaires", "Rappel de prise en main : déclarer le chiffre d’affaires"},
    {Item::claims, "credit.onboarding.claims", "C17.claims", "C17.claims_reminder",
     "Prise en main : déclarer un impayé", "Rappel de prise en main : déclarer un impayé"},
};

const OnboardingKeys* keys_behind(const deadlines::Deadline& delay) {
  const auto found = std::find_if(std::begin(keys), std::end(keys),
                                  [&](const OnboardingKeys& each) { return each.subject == delay.subject_kind; });
  return found == std::end(keys) ? nullptr : found;
}

void start(platform::Act& act, const Policy& policy, const OnboardingKeys& of, base::Day last) {
  const auto delay = onboarding_delay(last);
  const auto run = [&](std::string_view rule, base::Instant due, identity::OrganisationId owner) {
    if (due <= act.now) return;
    deadlines::start(act, {.file = file_of(policy.placement),
                           .subject_kind = of.subject,
                           .subject_id = policy.id.value,
                           .rule = rule,
                           .start_event = "credit.policy.signed",
                           .start = act.now,
                           .due = due,
                           .owner = owner});
  };
  run(of.rule, delay.due, policy.broker);
  run(of.reminder, delay.reminder, {});
}

// What the broker owes next stands in his list and in the company's; nothing once every step is noted.
void hold(platform::Act& act, placement::Placement& placement, const Policy& policy) {
  if (placement.step != placement::Step::in_force) return;
  const auto delays = deadlines::of_file(act.tx, file_of(placement.id));
  placement.next_due_at.reset();
  for (const auto& row : onboarding_of(act.tx, policy.id)) {
    if (row.done_on) continue;
    auto due = onboarding_delay(row.due).due;
    for (const auto& delay : delays)
      if (delay.state == deadlines::State::pending && delay.rule == keys_of(row.item).rule) due = delay.due;
    placement.next_due_at = std::min(placement.next_due_at.value_or(due), due);
  }
  using placement::WaitingFor;
  placement::hand_to(act, placement, placement.next_due_at ? WaitingFor::broker : WaitingFor::nobody);
}

struct Owed {
  Policy policy;
  placement::Placement placement;
  OnboardingRow row;
};

// Null: noted as done meanwhile.
std::optional<Owed> still_owed(platform::Act& act, const deadlines::Deadline& delay) {
  auto policy = find(act.tx, PolicyId{delay.subject_id});
  const OnboardingKeys* of = keys_behind(delay);
  if (!policy || of == nullptr) return std::nullopt;
  for (auto& row : onboarding_of(act.tx, policy->id))
    if (row.item == of->item && !row.done_on) {
      auto placement = placement::find(act.tx, policy->placement);
      return Owed{std::move(*policy), std::move(*placement), std::move(row)};
    }
  return std::nullopt;
}

void fact(platform::Act& act, std::string_view code, const Policy& policy, Item item) {
  audit::record(
      act, {code, file_of(policy.placement), {{"insurer", policy.insurer_name}, {"item", std::string(to_text(item))}}});
}

void remind(platform::Act& act, const deadlines::Deadline& delay) {
  const auto owed = still_owed(act, delay);
  if (owed) letters::remind_onboarding(act, owed->placement, owed->policy, owed->row);
}

void late(platform::Act& act, const deadlines::Deadline& delay) {
  const auto owed = still_owed(act, delay);
  if (!owed) return;
  letters::onboarding_late(act, owed->placement, owed->policy, owed->row);
  fact(act, "credit.policy.onboarding_late", owed->policy, owed->row.item);
}

Outcome<OnboardingRow> typed_row(const web::Fields& form, const identity::Actor& broker, base::Day today) {
  const auto item = item_from_text(form.get("item"));
  if (!item) return base::Refusal{item_missing, "item"};
  OnboardingRow row{.item = *item, .due = {}, .note = base::squeeze(form.get("note"))};
  if (base::count_code_points(row.note) > longest_text)
    return base::Refusal{text_too_long, "note", {base::french::integer(static_cast<std::int64_t>(longest_text))}};
  if (const auto typed = base::trim(form.get("done_on")); !typed.empty()) {
    row.done_on = base::Day::from_iso(typed);
    if (!row.done_on || *row.done_on > today) return base::Refusal{bad_day, "done_on"};
    row.done_by = broker.account;
  }
  return row;
}

// Ended with the completion; taken back, it runs again to the day it had.
void end_or_start(platform::Act& act, const Policy& policy, const OnboardingRow& noted) {
  const OnboardingKeys& of = keys_of(noted.item);
  if (noted.done_on) {
    deadlines::meet(act, of.subject, policy.id.value, of.rule);
    return deadlines::cancel_all(act, of.subject, policy.id.value);  // its reminder; itself, once it is late
  }
  if (deadlines::pending(act.tx, of.subject, policy.id.value, of.rule)) return;
  for (const auto& row : onboarding_of(act.tx, policy.id))
    if (row.item == noted.item) {
      deadlines::cancel_all(act, of.subject, policy.id.value);
      start(act, policy, of, row.due);
    }
}

}  // namespace

const OnboardingKeys& keys_of(Item item) {
  const auto found =
      std::find_if(std::begin(keys), std::end(keys), [item](const OnboardingKeys& each) { return each.item == item; });
  MANDAT_ASSERT(found != std::end(keys));
  return *found;
}

bool of_onboarding(const deadlines::Deadline& delay) {
  const OnboardingKeys* of = keys_behind(delay);
  return of != nullptr && delay.rule == of->rule;
}

void start_onboarding(platform::Act& act, placement::Placement& placement, const Policy& policy,
                      std::span<const OnboardingStep> steps) {
  for (const auto& step : steps) {
    insert(act.tx, policy.id, {.item = step.item, .due = step.due, .note = {}});
    start(act, policy, keys_of(step.item), step.due);
  }
  hold(act, placement, policy);
}

Outcome<Done> note_onboarding(platform::Platform& platform, const identity::Actor& broker, PlacementId id,
                              const web::Fields& form) {
  return platform.act(platform::Author::of(broker), [&](platform::Act& act) -> Outcome<Done> {
    auto placement = placement::find(act.tx, id, broker);
    if (!placement) return placement::unknown_placement;
    const auto policy = latest_of(act.tx, id);
    if (!policy) return unknown_policy;
    const auto row = typed_row(form, broker, base::paris::day_of(act.now));
    if (!row) return row.refusals();
    if (!save(act.tx, policy->id, *row)) return base::Refusal{item_missing, "item"};
    end_or_start(act, *policy, *row);
    hold(act, *placement, *policy);
    fact(act, "credit.policy.onboarding", *policy, row->item);
    return Done{};
  });
}

void follow_onboarding(platform::Act& act, const deadlines::Deadline& moved) {
  auto owed = still_owed(act, moved);
  if (!owed) return;
  const OnboardingKeys& of = keys_of(owed->row.item);
  const auto last = base::paris::day_of(moved.due - base::seconds(1));
  postpone(act.tx, owed->policy.id, owed->row.item, last);
  const auto reminder = onboarding_delay(last).reminder;
  const auto running = deadlines::pending(act.tx, of.subject, moved.subject_id, of.reminder);
  if (running && reminder > act.now) deadlines::move(act, running->id, reminder, moved.reason);
  if (!running && reminder > act.now)
    deadlines::start(act, {.file = moved.file,
                           .subject_kind = of.subject,
                           .subject_id = moved.subject_id,
                           .rule = of.reminder,
                           .start_event = "credit.policy.signed",
                           .start = act.now,
                           .due = reminder});
  hold(act, owed->placement, owed->policy);
}

void register_onboarding_delays(deadlines::Handlers& handlers) {
  for (const OnboardingKeys& each : keys) {
    handlers.add(each.rule, each.label, late);
    handlers.add(each.reminder, each.reminder_label, remind);
  }
}

}  // namespace credit::policy
