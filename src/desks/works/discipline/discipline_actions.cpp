// What the desk's acts, time and administrators make of a firm's record (W18, W20).
#include <algorithm>

#include "base/text.hpp"
#include "desks/works/admission/application.hpp"
#include "desks/works/claim/claim.hpp"
#include "desks/works/commission/commission.hpp"
#include "desks/works/discipline/discipline.hpp"
#include "desks/works/mandate/departure.hpp"
#include "desks/works/mandate/mandate_actions.hpp"
#include "desks/works/task/task.hpp"
#include "desks/works/tradesman/tradesman.hpp"
#include "desks/works/works_delays.hpp"
#include "desks/works/works_rules.hpp"
#include "floor/audit/audit.hpp"
#include "floor/identity/accounts.hpp"

namespace works::discipline {
namespace {

using base::Done;
using base::Outcome;
using identity::OrganisationId;

constexpr int every_mandate = 10'000;

void fact(platform::Act& act, std::string_view code, const platform::FileRef& file, OrganisationId firm,
          audit::Details more = {}) {
  more.insert(more.begin(), {"firm", std::to_string(firm.value)});
  audit::record(act, {code, file, std::move(more)});
}

void start(platform::Act& act, OrganisationId firm, std::string_view rule, std::string_view event, base::Instant from,
           base::Instant due) {
  deadlines::start(act, {.file = admission::file_of_application(firm),
                         .subject_kind = firm_subject,
                         .subject_id = firm.value,
                         .rule = rule,
                         .start_event = event,
                         .start = from,
                         .due = due,
                         .owner = rule == deadline_rule::deactivation_notice ? firm : OrganisationId{}});
}

// A sign-in, an answer; before both, the day it joined.
base::Instant last_sign(db::Transaction& tx, OrganisationId firm) {
  const auto joined = identity::organisation(tx, firm)->created;
  const auto signed_in = identity::last_sign_in_of(tx, firm).value_or(joined);
  const auto answered = mandate::last_answer_of(tx, firm).value_or(joined);
  return std::max({joined, signed_in, answered});
}

bool busy(db::Transaction& tx, OrganisationId firm) {
  return !mandate::of_tradesman(tx, firm, true, {}, 1).empty() || commission::owes(tx, firm);
}

bool active(db::Transaction& tx, OrganisationId firm) {
  const auto found = tradesman::find(tx, firm);
  return found && found->state == tradesman::State::active;
}

void give_notice(platform::Act& act, OrganisationId firm, base::Instant silent_since) {
  const Deactivation notice{{act.ids.next()},
                            firm,
                            Ground::inactivity,
                            State::noticed,
                            act.now,
                            silent_since,
                            last_notice_day(act.now),
                            {},
                            {},
                            {}};
  insert(act.tx, notice);
  fact(act, "works.firm.noticed", admission::file_of_application(firm), firm);
  start(act, firm, deadline_rule::deactivation_notice, "works.firm.noticed", act.now,
        base::paris::start_of(*notice.notice_until + 1));
  tell_noticed(act, notice);
}

// W18: nothing is proposed while something is open or unpaid; it is looked at again later.
void look_at_silence(platform::Act& act, const deadlines::Deadline& delay) {
  const OrganisationId firm{delay.subject_id};
  if (!active(act.tx, firm) || open_of(act.tx, firm)) return;
  const auto since = last_sign(act.tx, firm);
  if (!mandate::silent_since(act.tx, firm, since)) return;  // the next silence starts it again
  if (!inactive(since, act.now))
    return start(act, firm, deadline_rule::inactivity, delay.start_event, since, inactivity_due(since, act.now));
  if (busy(act.tx, firm))
    return start(act, firm, deadline_rule::inactivity, delay.start_event, since,
                 deadlines::reminder_on(base::paris::day_of(act.now) + look_again_days.value()));
  give_notice(act, firm, since);
}

void propose(platform::Act& act, Deactivation deactivation) {
  task::open(act, {.kind = task::Kind::deactivation_proposed,
                   .claim = {},
                   .organisation = deactivation.firm,
                   .subject = deactivation.id.value});
  fact(act, "works.firm.deactivation_proposed", admission::file_of_application(deactivation.firm), deactivation.firm,
       {{"ground", std::string(to_text(deactivation.ground))}});
}

void lift(platform::Act& act, Deactivation deactivation) {
  const auto next = transitions.next(deactivation.state, Event::lift);
  MANDAT_ASSERT(next);
  const bool noticed = deactivation.state == State::noticed;
  deactivation.state = *next;
  save(act.tx, deactivation);
  deadlines::meet(act, firm_subject, deactivation.firm.value, deadline_rule::deactivation_notice);
  task::settle(act, task::Kind::deactivation_proposed, deactivation.id.value, "L’entreprise a donné signe de vie.");
  fact(act, "works.firm.notice_lifted", admission::file_of_application(deactivation.firm), deactivation.firm);
  if (noticed) tell_lifted(act, deactivation);
}

void notice_over(platform::Act& act, const deadlines::Deadline& delay) {
  auto notice = open_of(act.tx, {delay.subject_id});
  if (!notice || notice->state != State::noticed) return;
  if (last_sign(act.tx, notice->firm) > notice->opened_at) return lift(act, *notice);
  notice->state = *transitions.next(notice->state, Event::notice_over);
  save(act.tx, *notice);
  propose(act, *notice);
}

void warning_counts_no_more(platform::Act& act, const deadlines::Deadline& delay) {
  fact(act, "works.firm.warning_over", delay.file, {delay.file.id});
}

int counting(platform::Act& act, OrganisationId firm) {
  const auto warnings = warnings_of(act.tx, firm, act.now - base::hours(24 * 367));
  return static_cast<int>(std::count_if(warnings.begin(), warnings.end(),
                                        [&](const Warning& warning) { return counts(warning.given_at, act.now); }));
}

// W7: what it has not answered goes back to its broker.
void give_back_requests(platform::Act& act, OrganisationId firm) {
  for (const auto& mandate : mandate::of_tradesman(act.tx, firm, true, {}, every_mandate)) {
    if (mandate.state != mandate::State::asked) continue;
    const auto answered =
        mandate::answer(act, mandate.id, firm, {mandate::Choice::refuse, "L’entreprise n’est plus active.", "space"});
    MANDAT_ASSERT(answered.ok() || answered.refusal().code.kind == base::RefusalKind::conflict);  // its delay is over
  }
}

void suspend(platform::Act& act, OrganisationId id) {
  give_back_requests(act, id);
  mandate::note_firm_stopped(act, id, mandate::Stop::deactivated);
  auto firm = tradesman::find(act.tx, id);
  firm->state = tradesman::State::suspended;
  tradesman::save(act.tx, *firm);
}

}  // namespace

void note_silence(platform::Act& act, OrganisationId firm) {
  if (!active(act.tx, firm) || open_of(act.tx, firm)) return;
  if (deadlines::pending(act.tx, firm_subject, firm.value, deadline_rule::inactivity)) return;
  const auto since = last_sign(act.tx, firm);
  start(act, firm, deadline_rule::inactivity, "works.mandate.expired", since, inactivity_due(since, act.now));
}

void note_answer(platform::Act& act, OrganisationId firm) {
  const auto open = open_of(act.tx, firm);
  if (open && open->ground == Ground::inactivity) lift(act, *open);
}

void note_departure(platform::Act& act, OrganisationId firm) {
  deadlines::cancel_all(act, firm_subject, firm.value);
  if (auto open = open_of(act.tx, firm)) {
    task::settle(act, task::Kind::deactivation_proposed, open->id.value, "L’entreprise a quitté le réseau.");
    open->state = State::lifted;
    save(act.tx, *open);
  }
}

void warn(platform::Act& act, const mandate::Mandate& mandate, WarningKind kind) {
  const Warning warning{{act.ids.next()}, mandate.tradesman, mandate.id, mandate.claim, kind, act.now};
  if (!insert(act.tx, warning)) return;
  fact(act, "works.tradesman.warned", file_of(mandate.claim), mandate.tradesman,
       {{"mandate", std::to_string(mandate.id.value)}, {"warning", std::string(to_text(kind))}});
  deadlines::start(act, {.file = admission::file_of_application(mandate.tradesman),
                         .subject_kind = warning_subject,
                         .subject_id = warning.id.value,
                         .rule = deadline_rule::warning,
                         .start_event = "works.tradesman.warned",
                         .start = act.now,
                         .due = warning_over(act.now)});
  const int number = counting(act, mandate.tradesman);
  tell_warned(act, warning, mandate.trades_text + " à " + mandate.place_name, number);
  if (!proposes(number) || !active(act.tx, mandate.tradesman) || open_of(act.tx, mandate.tradesman)) return;
  const Deactivation proposal{
      {act.ids.next()}, mandate.tradesman, Ground::warnings, State::proposed, act.now, {}, {}, {}, {}, {}};
  insert(act.tx, proposal);
  propose(act, proposal);
}

Outcome<Done> decide(platform::Platform& platform, const identity::Actor& administrator, DeactivationId id,
                     std::optional<Verdict> verdict, std::string_view typed) {
  return platform.act(platform::Author::of(administrator), [&](platform::Act& act) -> Outcome<Done> {
    auto found = find(act.tx, id);
    if (!found) return unknown;
    if (!verdict) return base::Refusal{verdict_missing, "verdict"};
    const auto next = transitions.next(found->state, *verdict == Verdict::deactivate ? Event::confirm : Event::dismiss);
    if (!next) return not_to_decide;
    found->reason = base::squeeze(typed);
    if (found->reason.empty() || base::count_code_points(found->reason) > longest_reason)
      return base::Refusal{reason_missing, "reason"};
    if (*next == State::confirmed && found->ground == Ground::inactivity && busy(act.tx, found->firm))
      return still_busy;
    found->state = *next;
    found->decided_at = act.now;
    found->decided_by = administrator.account;
    save(act.tx, *found);
    if (*next == State::confirmed) suspend(act, found->firm);
    task::settle(act, task::Kind::deactivation_proposed, id.value, found->reason);
    fact(act, *next == State::confirmed ? "works.firm.deactivated" : "works.firm.kept",
         admission::file_of_application(found->firm), found->firm);
    tell_decided(act, *found);
    return Done{};
  });
}

Outcome<Done> reactivate(platform::Platform& platform, const identity::Actor& administrator, OrganisationId id) {
  return platform.act(platform::Author::of(administrator), [&](platform::Act& act) -> Outcome<Done> {
    auto firm = tradesman::find(act.tx, id);
    if (!firm) return unknown;
    // An applicant is suspended too, until he is validated (W3): no decision here lets him in.
    if (firm->state != tradesman::State::suspended || !was_deactivated(act.tx, id)) return not_suspended;
    firm->state = tradesman::State::active;
    tradesman::save(act.tx, *firm);
    fact(act, "works.firm.reactivated", admission::file_of_application(id), id);
    tell_reactivated(act, id);
    return Done{};
  });
}

void register_delays(deadlines::Handlers& handlers) {
  const auto add = [&](std::string_view rule, void (*handler)(platform::Act&, const deadlines::Deadline&)) {
    handlers.add(rule, delay_label(rule), handler);
  };
  add(deadline_rule::inactivity, look_at_silence);
  add(deadline_rule::deactivation_notice, notice_over);
  add(deadline_rule::warning, warning_counts_no_more);
}

int lift_notices(platform::Platform& platform) {
  constexpr int at_a_time = 100;
  const auto signed_in = platform.database.read([&](db::Transaction& tx) {
    std::vector<OrganisationId> found;
    for (const auto state : {State::noticed, State::proposed})
      for (const auto& notice : in_state(tx, state, at_a_time))
        if (notice.ground == Ground::inactivity && identity::last_sign_in_of(tx, notice.firm) > notice.opened_at)
          found.push_back(notice.firm);
    return found;
  });
  for (const auto firm : signed_in) platform.act({}, [&](platform::Act& act) { note_answer(act, firm); });
  return static_cast<int>(signed_in.size());
}

}  // namespace works::discipline
