#include "desks/works/closure/chase.hpp"

#include <algorithm>

#include "desks/works/claim/claim.hpp"
#include "desks/works/letters/letters.hpp"
#include "desks/works/lot/lot.hpp"
#include "desks/works/mandate/mandate_steps.hpp"
#include "desks/works/task/task.hpp"
#include "desks/works/works_delays.hpp"
#include "desks/works/works_rules.hpp"
#include "floor/audit/audit.hpp"

namespace works::closure {
namespace {

constexpr std::string_view closure_subject = "works.file_closure";  // the id is the claim's

bool still_open(const mandate::Mandate& mandate) { return mandate.state == mandate::State::quoted; }

void chase(platform::Act& act, const deadlines::Deadline& delay) {
  const auto mandate = mandate::mandate_of(act, delay);
  if (!still_open(mandate)) return;
  mandate::record(act, "works.job.chased", mandate);
  const auto about = mandate::subject_of(act, mandate);
  letters::closure_chase(act, about.view(mandate));
}

void hand_to_administrator(platform::Act& act, const deadlines::Deadline& delay) {
  const auto mandate = mandate::mandate_of(act, delay);
  if (!still_open(mandate)) return;
  mandate::record(act, "works.job.left_open", mandate);
  task::open(act, {.kind = task::Kind::job_never_closed,
                   .claim = mandate.claim,
                   .organisation = mandate.tradesman,
                   .subject = mandate.id.value});
}

bool only_broker_missing(platform::Act& act, const claim::Claim& claim) {
  if (claim.closed_by_broker_at || claim.abandoned_at) return false;
  const auto lots = lot::of_claim(act.tx, claim.id);
  return std::all_of(lots.begin(), lots.end(),
                     [](const lot::Lot& lot) {
                       return lot.state == lot::State::job_closed || lot.state == lot::State::abandoned;
                     }) &&
         std::any_of(lots.begin(), lots.end(), [](const lot::Lot& lot) { return lot.state == lot::State::job_closed; });
}

std::optional<claim::Claim> still_waiting(platform::Act& act, const deadlines::Deadline& delay) {
  auto claim = claim::find(act.tx, ClaimId{delay.subject_id});
  MANDAT_ASSERT(claim);
  return only_broker_missing(act, *claim) ? claim : std::nullopt;
}

void chase_broker(platform::Act& act, const deadlines::Deadline& delay) {
  const auto claim = still_waiting(act, delay);
  if (!claim) return;
  audit::record(act, {"works.claim.chased", file_of(claim->id), {}});
  letters::file_closure_chase(act, *claim);
}

void hand_file_to_administrator(platform::Act& act, const deadlines::Deadline& delay) {
  const auto claim = still_waiting(act, delay);
  if (!claim) return;
  audit::record(act, {"works.claim.left_open", file_of(claim->id), {}});
  task::open(act, {.kind = task::Kind::file_never_closed,
                   .claim = claim->id,
                   .organisation = claim->broker,
                   .subject = claim->id.value});
}

}  // namespace

void chase_broker_if_last(platform::Act& act, ClaimId id) {
  const auto claim = claim::find(act.tx, id);
  MANDAT_ASSERT(claim);
  if (!only_broker_missing(act, *claim)) return;
  if (deadlines::pending(act.tx, closure_subject, id.value, deadline_rule::file_task)) return;
  const auto today = base::paris::day_of(act.now);
  const auto start = [&](std::string_view rule, int days) {
    deadlines::start(act, {.file = file_of(id),
                           .subject_kind = closure_subject,
                           .subject_id = id.value,
                           .rule = rule,
                           .start_event = "works.job.closed",
                           .start = act.now,
                           .due = deadlines::reminder_on(today + days)});
  };
  start(deadline_rule::file_chase_first, first_file_chase.value());
  start(deadline_rule::file_chase_second, second_file_chase.value());
  start(deadline_rule::file_task, file_task.value());
}

void end_chase_of_broker(platform::Act& act, ClaimId id) {
  deadlines::cancel_all(act, closure_subject, id.value);
  task::settle(act, task::Kind::file_never_closed, id.value, "Le courtier a clos le dossier.");
}

void start_chase(platform::Act& act, const mandate::Mandate& mandate) {
  const auto today = base::paris::day_of(act.now);
  const auto start = [&](std::string_view rule, int days) {
    mandate::start_delay(act, mandate, rule, "works.quote.agreed", act.now, deadlines::reminder_on(today + days), {});
  };
  start(deadline_rule::closure_chase_first, first_closure_chase.value());
  start(deadline_rule::closure_chase_second, second_closure_chase.value());
  start(deadline_rule::closure_task, closure_task.value());
}

void register_delays(deadlines::Handlers& handlers) {
  handlers.add(deadline_rule::closure_chase_first, delay_label(deadline_rule::closure_chase_first), chase);
  handlers.add(deadline_rule::closure_chase_second, delay_label(deadline_rule::closure_chase_second), chase);
  handlers.add(deadline_rule::file_chase_first, delay_label(deadline_rule::file_chase_first), chase_broker);
  handlers.add(deadline_rule::file_chase_second, delay_label(deadline_rule::file_chase_second), chase_broker);
  handlers.add(deadline_rule::file_task, delay_label(deadline_rule::file_task), hand_file_to_administrator);
  handlers.add(deadline_rule::closure_task, delay_label(deadline_rule::closure_task), hand_to_administrator);
}

}  // namespace works::closure
