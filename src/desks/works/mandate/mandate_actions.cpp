#include "desks/works/mandate/mandate_actions.hpp"

#include "base/text.hpp"
#include "desks/works/claim/claim.hpp"
#include "desks/works/discipline/discipline.hpp"
#include "desks/works/letters/letters.hpp"
#include "desks/works/lot/lot.hpp"
#include "desks/works/mandate/departure.hpp"
#include "desks/works/mandate/mandate_rules.hpp"
#include "desks/works/mandate/mandate_steps.hpp"
#include "desks/works/matching/matching.hpp"
#include "desks/works/quote/quote.hpp"
#include "desks/works/statistics/statistics.hpp"
#include "desks/works/tradesman/tradesman.hpp"
#include "desks/works/works_rules.hpp"
#include "floor/audit/audit.hpp"

namespace works::mandate {
namespace {

// The reason as it is kept, or why it cannot be.
base::Outcome<std::string> checked_reason(std::string_view typed, bool required) {
  std::string reason = base::squeeze(typed);
  if (required && reason.empty()) return base::Refusal{reason_required, "reason"};
  if (base::count_code_points(reason) > reason_limit) return base::Refusal{reason_too_long, "reason"};
  return reason;
}

Mandate new_mandate(platform::Act& act, const identity::Actor& broker, const lot::Lot& lot, const claim::Claim& claim,
                    const tradesman::Tradesman& firm) {
  return {.id = {act.ids.next()},
          .lot = lot.id,
          .claim = claim.id,
          .tradesman = firm.organisation,
          .state = State::asked,
          .asked_by = broker.account,
          .asked_at = act.now,
          .distance_m = distance_to(firm, claim),
          .trades_text = lot::trades_label(lot),
          .place_name = claim.place.name,
          .sms_sent_at = {},
          .sms_delivered_at = {},
          .sms_undelivered = false,
          .answered_at = {},
          .answered_over = {},
          .ended_at = {},
          .reason = {}};
}

// W15.unsent: known from the start, the broker reads it where he lands.
void note_no_mobile(platform::Act& act, Mandate mandate) {
  mandate.sms_obstacle = SmsObstacle::no_mobile;
  save(act.tx, mandate);
  audit::record(act,
                {"works.sms.no_mobile",
                 file_of(mandate.claim),
                 {{"mandate", std::to_string(mandate.id.value)}, {"firm", std::to_string(mandate.tradesman.value)}}});
}

// Why this firm cannot take the lot now, in French; empty when it can.
std::string obstacles(platform::Act& act, const claim::Claim& claim, const lot::Lot& lot,
                      identity::OrganisationId firm) {
  std::string text;
  for (const auto exclusion : matching::why_not(act.tx, claim, lot, firm, act.now))
    text += (text.empty() ? "" : ", ") + std::string(matching::label(exclusion));
  return text;
}

base::Outcome<MandateId> ask_within(platform::Act& act, const identity::Actor& broker, LotId lot_id,
                                    identity::OrganisationId firm_id) {
  const auto lot = lot::find(act.tx, lot_id);
  const auto claim = lot ? claim::find(act.tx, lot->claim, broker) : std::nullopt;
  if (!claim) return unknown_lot;
  if (const auto live = live_of(act.tx, lot_id)) {
    if (live->tradesman == firm_id && live->state == State::asked) return live->id;
    return lot_already_mandated;
  }
  if (lot->state != lot::State::to_assign || claim->abandoned_at || claim->closed_by_broker_at)
    return lot_not_assignable;
  const auto firm = tradesman::find(act.tx, firm_id);
  if (!firm) return unknown_firm;
  if (auto why = obstacles(act, *claim, *lot, firm_id); !why.empty())
    return base::Refusal{firm_excluded, "", {std::move(why)}};

  const Mandate mandate = new_mandate(act, broker, *lot, *claim, *firm);
  insert(act.tx, mandate,
         {.open = base::fold(claim->reference + " " + mandate.trades_text + " " + claim->place.postal_code + " " +
                             mandate.place_name),
          .held = claim::contact_key(*claim)});
  tradesman::note_asked(act, firm_id);
  statistics::note_asked(act, mandate, *lot, *claim);
  audit::record(act, {"works.mandate.asked",
                      file_of(claim->id),
                      {{"mandate", std::to_string(mandate.id.value)}, {"firm", std::to_string(firm_id.value)}}});
  const auto answer =
      start_delay(act, mandate, deadline_rule::answer, "works.mandate.asked", act.now, answer_due(act.now), firm_id);
  if (letters::request(act, {*claim, *lot, mandate}, answer) == letters::BySms::no_mobile) note_no_mobile(act, mandate);
  lot::project(act, claim->id);
  return mandate.id;
}

// W20: its quote is overdue, and it neither sent one nor gave the job back.
bool did_not_tell(platform::Act& act, const Mandate& mandate) {
  if (mandate.state != State::accepted || !cancellation_is_late(*mandate.answered_at, act.now)) return false;
  const auto quote = deadlines::pending(act.tx, mandate_subject, mandate.id.value, deadline_rule::quote);
  return !quote || quote->due <= act.now;
}

}  // namespace

base::Outcome<MandateId> ask(platform::Platform& platform, const identity::Actor& broker, LotId lot,
                             identity::OrganisationId firm) {
  try {
    return platform.act(platform::Author::of(broker),
                        [&](platform::Act& act) { return ask_within(act, broker, lot, firm); });
  } catch (const db::UniqueViolation&) {
    return lot_already_mandated;  // W12: another request won the race
  }
}

base::Outcome<Mandate> answer(platform::Act& act, MandateId id, identity::OrganisationId firm, const Answer& given) {
  auto mandate = find(act.tx, id);
  if (!mandate || mandate->tradesman != firm) return unknown_mandate;
  const State wanted = given.choice == Choice::accept ? State::accepted : State::refused;
  if (mandate->state == wanted && mandate->answered_at) return *mandate;  // the same answer again
  auto reason = checked_reason(given.reason, false);
  if (!reason) return reason.refusals();

  const auto delay = deadlines::pending(act.tx, mandate_subject, id.value, deadline_rule::answer);
  const bool in_time = delay && act.now < delay->due;
  const auto next = transitions.next(mandate->state, given.choice == Choice::accept ? Event::accept : Event::refuse);
  if (!next || !in_time) return no_longer_open;

  deadlines::meet(act, mandate_subject, id.value, deadline_rule::answer);
  mandate->answered_at = act.now;
  mandate->answered_over = given.over;
  tradesman::note_answered(act, firm, act.now - mandate->emission(), given.choice == Choice::accept);
  discipline::note_answer(act, firm);
  statistics::note_answer(act, *mandate);
  return given.choice == Choice::accept ? begin_job(act, *mandate) : end(act, *mandate, *next, *reason);
}

base::Outcome<Mandate> cancel(platform::Platform& platform, const identity::Actor& tradesman, MandateId id,
                              std::string_view typed_reason) {
  return platform.act(platform::Author::of(tradesman), [&](platform::Act& act) -> base::Outcome<Mandate> {
    auto mandate = find(act.tx, id);
    if (!mandate || mandate->tradesman != tradesman.organisation) return unknown_mandate;
    if (mandate->state == State::cancelled) return *mandate;
    const auto next = transitions.next(mandate->state, Event::cancel);
    if (!next) return no_longer_open;
    auto reason = checked_reason(typed_reason, true);
    if (!reason) return reason.refusals();
    if (brings_warning(act.tx, *mandate, act.now))
      discipline::warn(act, *mandate, discipline::WarningKind::late_cancellation);
    tradesman::note_job_ended(act, mandate->tradesman, false);
    return end(act, *mandate, *next, *reason);
  });
}

base::Outcome<Mandate> withdraw(platform::Platform& platform, const identity::Actor& broker, MandateId id,
                                std::string_view typed_reason) {
  return platform.act(platform::Author::of(broker), [&](platform::Act& act) -> base::Outcome<Mandate> {
    auto mandate = find(act.tx, id);
    if (!mandate || !claim::find(act.tx, mandate->claim, broker)) return unknown_mandate;
    if (mandate->state == State::withdrawn) return *mandate;
    const auto next = transitions.next(mandate->state, Event::withdraw);
    if (!next) return no_longer_open;
    auto reason = checked_reason(typed_reason, true);
    if (!reason) return reason.refusals();
    if (did_not_tell(act, *mandate) && brings_warning(act.tx, *mandate, act.now))
      discipline::warn(act, *mandate, discipline::WarningKind::not_told);
    if (mandate->state != State::asked) tradesman::note_job_ended(act, mandate->tradesman, false);
    return end(act, *mandate, *next, *reason);
  });
}

void withdraw_of_lot(platform::Act& act, LotId lot, std::string_view reason) {
  const auto mandate = live_of(act.tx, lot);
  const auto next = mandate ? transitions.next(mandate->state, Event::withdraw) : std::nullopt;
  if (!next) return;
  if (mandate->state != State::asked) tradesman::note_job_ended(act, mandate->tradesman, false);
  end(act, *mandate, *next, std::string(reason));
}

void withdraw_all(platform::Act& act, ClaimId claim, std::string_view reason) {
  for (const auto& lot : lot::of_claim(act.tx, claim)) withdraw_of_lot(act, lot.id, reason);
}

base::Outcome<Mandate> ask_new_quote(platform::Platform& platform, const identity::Actor& broker, MandateId id) {
  return platform.act(platform::Author::of(broker), [&](platform::Act& act) -> base::Outcome<Mandate> {
    auto mandate = find(act.tx, id);
    if (!mandate || !claim::find(act.tx, mandate->claim, broker)) return unknown_mandate;
    const auto latest = quote::latest_of(act.tx, id);
    const auto next = transitions.next(mandate->state, Event::quote_rejected);
    if (!next || !latest || latest->state != quote::State::refused) return no_longer_open;
    mandate->state = *next;
    save(act.tx, *mandate);
    audit::record(act, {"works.quote.asked_again", file_of(mandate->claim), {{"mandate", std::to_string(id.value)}}});
    const auto due = start_quote_delays(act, *mandate, act.now, "works.quote.asked_again");
    const auto about = subject_of(act, *mandate);
    letters::quote_asked_again(act, about.view(*mandate), due);
    lot::project(act, mandate->claim);
    return *mandate;
  });
}

base::Outcome<Mandate> note_quote_uploaded(platform::Act& act, const Mandate& given) {
  Mandate mandate = given;
  const auto next = transitions.next(mandate.state, Event::upload_quote);
  if (!next) return no_longer_open;
  mandate.state = *next;
  save(act.tx, mandate);
  meet_quote_delays(act, mandate);
  statistics::note_quote(act, mandate);
  return mandate;
}

base::Outcome<Mandate> note_job_closed(platform::Act& act, const Mandate& given) {
  Mandate mandate = given;
  const auto next = transitions.next(mandate.state, Event::close_job);
  if (!next) return no_longer_open;
  mandate.state = *next;
  mandate.ended_at = act.now;
  save(act.tx, mandate);
  deadlines::cancel_all(act, mandate_subject, mandate.id.value);
  tradesman::note_job_ended(act, mandate.tradesman, true);
  statistics::note_closure(act, mandate);
  return mandate;
}

}  // namespace works::mandate
