#include "desks/works/mandate/mandate_steps.hpp"

#include "desks/works/certificate/certificate.hpp"
#include "desks/works/mandate/departure.hpp"
#include "desks/works/mandate/mandate_rules.hpp"
#include "desks/works/statistics/statistics.hpp"
#include "desks/works/tradesman/tradesman.hpp"
#include "desks/works/works_rules.hpp"
#include "floor/audit/audit.hpp"
#include "floor/links/links.hpp"
#include "floor/places/communes.hpp"

namespace works::mandate {
namespace {

// The fact each end is recorded under.
std::string_view fact_code(State state) {
  switch (state) {
    case State::refused:
      return "works.mandate.refused";
    case State::expired:
      return "works.mandate.expired";
    case State::cancelled:
      return "works.mandate.cancelled";
    case State::withdrawn:
      return "works.mandate.withdrawn";
    case State::asked:
    case State::accepted:
    case State::quoted:
    case State::closed:
      break;
  }
  MANDAT_ASSERT(!"a mandate ends by refusal, expiry, cancellation or withdrawal");
  return {};
}

void tell_both_sides(platform::Act& act, const letters::Subject& subject) {
  switch (subject.mandate.state) {
    case State::refused:
      letters::refused(act, subject);
      letters::alert_refused(act, subject);
      break;
    case State::expired:
      letters::expired(act, subject);
      letters::alert_expired(act, subject);
      break;
    case State::cancelled:
      letters::cancelled(act, subject, brings_warning(act.tx, subject.mandate, act.now));
      letters::alert_cancelled(act, subject);
      break;
    case State::withdrawn:
      letters::withdrawn(act, subject);
      break;
    case State::asked:
    case State::accepted:
    case State::quoted:
    case State::closed:
      break;
  }
}

}  // namespace

About subject_of(platform::Act& act, const Mandate& mandate) {
  auto claim = claim::find(act.tx, mandate.claim);
  auto lot = lot::find(act.tx, mandate.lot);
  MANDAT_ASSERT(claim && lot);
  return {std::move(*claim), std::move(*lot)};
}

Mandate mandate_of(platform::Act& act, const deadlines::Deadline& delay) {
  auto mandate = find(act.tx, MandateId{delay.subject_id});
  MANDAT_ASSERT(mandate);
  return *mandate;
}

void record(platform::Act& act, std::string_view code, const Mandate& mandate) {
  audit::record(act,
                {code,
                 file_of(mandate.claim),
                 {{"mandate", std::to_string(mandate.id.value)}, {"firm", std::to_string(mandate.tradesman.value)}}});
}

int distance_to(const tradesman::Tradesman& firm, const claim::Claim& claim) {
  return static_cast<int>(places::distance_m({firm.lat_e6, firm.lon_e6}, {claim.place.lat_e6, claim.place.lon_e6}));
}

deadlines::DeadlineId start_delay(platform::Act& act, const Mandate& mandate, std::string_view rule,
                                  std::string_view start_event, base::Instant start, base::Instant due,
                                  identity::OrganisationId owner) {
  return deadlines::start(act, {.file = file_of(mandate.claim),
                                .subject_kind = mandate_subject,
                                .subject_id = mandate.id.value,
                                .rule = rule,
                                .start_event = start_event,
                                .start = start,
                                .due = due,
                                .owner = owner});
}

base::Instant start_quote_delays(platform::Act& act, const Mandate& mandate, base::Instant start,
                                 std::string_view start_event) {
  const auto due = quote_due(start);
  start_delay(act, mandate, deadline_rule::quote, start_event, start, due, mandate.tradesman);
  // An acceptance may come after a reminder's hour: what is past is not sent.
  if (const auto early = early_quote_reminder(due); early > act.now)
    start_delay(act, mandate, deadline_rule::quote_reminder_early, start_event, start, early, {});
  if (const auto last = last_quote_reminder(due); last > act.now)
    start_delay(act, mandate, deadline_rule::quote_reminder_last, start_event, start, last, {});
  return due;
}

void meet_quote_delays(platform::Act& act, const Mandate& mandate) {
  for (const auto rule :
       {deadline_rule::quote, deadline_rule::quote_reminder_early, deadline_rule::quote_reminder_last})
    deadlines::meet(act, mandate_subject, mandate.id.value, rule);
}

Mandate begin_job(platform::Act& act, Mandate mandate) {
  mandate.state = State::accepted;
  save(act.tx, mandate);
  audit::record(act, {"works.mandate.accepted",
                      file_of(mandate.claim),
                      {{"mandate", std::to_string(mandate.id.value)},
                       {"firm", std::to_string(mandate.tradesman.value)},
                       {"over", mandate.answered_over}}});
  start_delay(act, mandate, deadline_rule::cancel, "works.mandate.accepted", act.now, free_cancellation_end(act.now),
              mandate.tradesman);
  const auto due = start_quote_delays(act, mandate, mandate.emission(), "works.mandate.asked");
  certificate::keep(act, mandate);
  const auto about = subject_of(act, mandate);
  letters::accepted(act, about.view(mandate), due);
  letters::alert_accepted(act, about.view(mandate));
  lot::project(act, mandate.claim);
  return mandate;
}

Mandate end(platform::Act& act, Mandate mandate, State state, std::string reason) {
  mandate.state = state;
  mandate.ended_at = act.now;
  mandate.reason = std::move(reason);
  save(act.tx, mandate);
  deadlines::cancel_all(act, mandate_subject, mandate.id.value);
  links::revoke_all(act, "works.answer", mandate.id.value);
  if (!mandate.answered_at) statistics::note_no_answer(act, mandate);
  audit::record(act,
                {fact_code(state),
                 file_of(mandate.claim),
                 {{"mandate", std::to_string(mandate.id.value)}, {"firm", std::to_string(mandate.tradesman.value)}}});
  const auto about = subject_of(act, mandate);
  tell_both_sides(act, about.view(mandate));
  lot::project(act, mandate.claim);
  return mandate;
}

}  // namespace works::mandate
