// What time and the operator's reports do to a mandate (W15, W16, W19, W20).
#include "desks/works/discipline/discipline.hpp"
#include "desks/works/mandate/mandate_actions.hpp"
#include "desks/works/mandate/mandate_rules.hpp"
#include "desks/works/mandate/mandate_steps.hpp"
#include "desks/works/task/task.hpp"
#include "desks/works/tradesman/tradesman.hpp"
#include "desks/works/works_delays.hpp"
#include "desks/works/works_rules.hpp"
#include "floor/audit/audit.hpp"

namespace works::mandate {
namespace {

// W17: no sanction; someone calls to learn why. One task a row of silences, since any answer resets the count.
void ask_why(platform::Act& act, const Mandate& mandate) {
  const auto firm = tradesman::find(act.tx, mandate.tradesman);
  if (!silences_open_task(firm->record.silences)) return;
  record(act, "works.mandate.silent", mandate);
  task::open(act, {.kind = task::Kind::silent_firm,
                   .claim = mandate.claim,
                   .organisation = mandate.tradesman,
                   .subject = mandate.id.value});
}

// W16
void answer_time_over(platform::Act& act, const deadlines::Deadline& delay) {
  const Mandate mandate = mandate_of(act, delay);
  const auto next = transitions.next(mandate.state, Event::answer_time_over);
  if (!next) return;
  if (may_have_arrived(mandate.sms_fate())) {  // W15.never_arrived
    tradesman::note_silence(act, mandate.tradesman);
    ask_why(act, mandate);
    discipline::note_silence(act, mandate.tradesman);
  }
  end(act, mandate, *next, {});
}

// W19
void remind_of_quote(platform::Act& act, const deadlines::Deadline& delay) {
  const Mandate mandate = mandate_of(act, delay);
  const auto quote = deadlines::pending(act.tx, mandate_subject, mandate.id.value, deadline_rule::quote);
  if (mandate.state != State::accepted || !quote) return;
  record(act, "works.quote.reminded", mandate);
  const auto about = subject_of(act, mandate);
  letters::quote_reminder(act, about.view(mandate), quote->due);
}

void quote_overdue(platform::Act& act, const deadlines::Deadline& delay) {
  const Mandate mandate = mandate_of(act, delay);
  if (mandate.state != State::accepted) return;
  record(act, "works.quote.overdue", mandate);
  const auto about = subject_of(act, mandate);
  letters::alert_quote_overdue(act, about.view(mandate));
  lot::project(act, mandate.claim);
}

// W20: from here on a cancellation brings a warning; the row itself is the proof of when.
void free_cancellation_over(platform::Act& act, const deadlines::Deadline& delay) {
  audit::record(act,
                {"works.mandate.free_cancellation_over", delay.file, {{"mandate", std::to_string(delay.subject_id)}}});
}

std::optional<Mandate> asked_by_message(platform::Act& act, const messages::Message& message) {
  if (message.channel != messages::Channel::sms || !message.link) return std::nullopt;
  const auto link = links::find(act.tx, message.link);
  if (!link || link->purpose != "works.answer") return std::nullopt;
  return find(act.tx, MandateId{link->subject_id});
}

void move_answer(platform::Act& act, const Mandate& mandate, base::Instant due, std::string_view why) {
  const auto delay = deadlines::pending(act.tx, mandate_subject, mandate.id.value, deadline_rule::answer);
  if (!delay || due <= delay->due) return;
  deadlines::move(act, delay->id, due, why);
}

}  // namespace

void register_delays(deadlines::Handlers& handlers) {
  handlers.add(deadline_rule::answer, delay_label(deadline_rule::answer), answer_time_over);
  handlers.add(deadline_rule::quote, delay_label(deadline_rule::quote), quote_overdue);
  handlers.add(deadline_rule::quote_reminder_early, delay_label(deadline_rule::quote_reminder_early), remind_of_quote);
  handlers.add(deadline_rule::quote_reminder_last, delay_label(deadline_rule::quote_reminder_last), remind_of_quote);
  handlers.add(deadline_rule::cancel, delay_label(deadline_rule::cancel), free_cancellation_over);
}

// One that takes the place of another, once the request is over, changes nothing: what happened stands
// (W15.sent_again).
void note_sms_sent(platform::Act& act, const messages::Message& message) {
  auto mandate = asked_by_message(act, message);
  if (!mandate || !counts_as_emission(mandate->sms_fate())) return;
  const bool after_lost = lost(mandate->sms_fate());
  const bool stands_in = mandate->sms_sent_at.has_value();  // for one that its operator could not deliver
  if (stands_in && mandate->state != State::asked) return;
  mandate->sms_sent_at = message.sent;
  mandate->sms_obstacle = SmsObstacle::none;
  if (stands_in) mandate->sms_undelivered = false;
  save(act.tx, *mandate);
  if (after_lost) record(act, "works.sms.left_late", *mandate);
  if (mandate->state != State::asked) return;
  move_answer(act, *mandate, answer_due(mandate->emission()), "Émission du SMS");
  lot::project(act, mandate->claim);
}

void note_sms_lost(platform::Act& act, const messages::Message& message) {
  auto mandate = asked_by_message(act, message);
  if (!mandate || mandate->sms_fate() != SmsFate::waiting) return;  // told before, or another one left
  mandate->sms_obstacle = message.fault == messages::Fault::no_gateway ? SmsObstacle::no_gateway : SmsObstacle::failed;
  save(act.tx, *mandate);
  record(act, "works.sms.unsent", *mandate);
  if (mandate->state != State::asked) return;
  const auto about = subject_of(act, *mandate);
  letters::alert_sms_lost(act, about.view(*mandate));
  lot::project(act, mandate->claim);
}

void note_sms_report(platform::Act& act, const messages::Message& message) {
  auto mandate = asked_by_message(act, message);
  if (!mandate || mandate->sms_delivered_at || mandate->sms_undelivered) return;
  const bool delivered = message.state == messages::State::delivered;
  if (delivered)
    mandate->sms_delivered_at = message.reported;
  else
    mandate->sms_undelivered = true;
  save(act.tx, *mandate);
  record(act, delivered ? "works.sms.delivered" : "works.sms.undelivered", *mandate);
  if (mandate->state != State::asked) return;
  if (delivered) {
    const auto delay = deadlines::pending(act.tx, mandate_subject, mandate->id.value, deadline_rule::answer);
    if (delay) move_answer(act, *mandate, answer_due_after_report(delay->due, *message.reported), "SMS remis");
  } else {
    const auto about = subject_of(act, *mandate);
    letters::alert_sms_lost(act, about.view(*mandate));
  }
  lot::project(act, mandate->claim);
}

}  // namespace works::mandate
