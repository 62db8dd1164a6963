// What the bank, the calendar and the ledger make of a commission (W27, W30).
#include "base/french.hpp"
#include "desks/works/bank/bank.hpp"
#include "desks/works/commission/commission.hpp"
#include "desks/works/commission/commission_task.hpp"
#include "desks/works/commission/correction.hpp"
#include "desks/works/debit_mandate/debit_mandate.hpp"
#include "desks/works/money/money_file.hpp"
#include "desks/works/money/tell.hpp"
#include "desks/works/works_delays.hpp"
#include "desks/works/works_rules.hpp"
#include "floor/audit/audit.hpp"

namespace works::commission {
namespace {

void record(platform::Act& act, std::string_view code, const Commission& commission) {
  audit::record(act, {code,
                      money::file_of(commission.organisation),
                      {{"mandate", std::to_string(commission.mandate.value)},
                       {"amount", std::to_string(commission.amount.cents)}}});
}

void booked(platform::Act& act, const Commission& commission, const payments::Order& order) {
  if (commission.state == State::credited) return refund(act, commission);
  auto paid = moved(commission, Event::book);
  paid.settled_on = order.execution_day.value_or(base::paris::day_of(act.now));
  paid.note.clear();
  save(act.tx, paid);
  deadlines::cancel_all(act, order_subject, paid.mandate.value);
  record(act, "works.commission.paid", paid);
}

void failed(platform::Act& act, const Commission& commission, const payments::Order& order) {
  // It may have been transferred back already: a person sees to it.
  if (commission.state == State::credited) {
    if (order.state == payments::State::returned)
      open_task(act, task::Kind::commission_unpaid, commission, order.id.value);
    return;
  }
  auto open = moved(commission, Event::fail);
  open.settled_on.reset();
  open.note = order.reason;
  save(act.tx, open);
  deadlines::cancel_all(act, order_subject, open.mandate.value);
  open_task(act, task::Kind::commission_unpaid, open, order.id.value);
  record(act, "works.commission.unpaid", open);
  money::tell(
      act, open.organisation,
      {.subject = "Prélèvement rejeté : facture n° " + open.bill_number,
       .paragraphs = {"Le prélèvement de " + base::french::euros(open.amount) + " pour " + open.job +
                          " nous est revenu impayé" + (order.reason.empty() ? "." : " : " + order.reason + "."),
                      "La commission reste due. Vérifiez votre compte et votre mandat dans vos réglages, rubrique "
                      "Banque et mandat ; un nouveau prélèvement vous sera annoncé."},
       .page = money::Letter::Page::firm_bank,
       .pace = money::Pace::as_chosen});
}

// Its mandate ended: it waits for the next one. Otherwise a person took it out: a person decides.
void cancelled(platform::Act& act, const Commission& commission, const payments::Order& order) {
  if (commission.state != State::planned) return;
  const auto mandate = debit_mandate::find(act.tx, order.mandate->reference);
  const bool mandate_over = mandate && mandate->state != debit_mandate::State::active;
  auto after = moved(commission, mandate_over ? Event::withdraw : Event::miss);
  after.debit_on.reset();
  after.debit_until.reset();
  after.note = order.reason;
  save(act.tx, after);
  deadlines::cancel_all(act, order_subject, after.mandate.value);
  if (!mandate_over) return open_task(act, task::Kind::commission_stuck, after, after.mandate.value);
  const auto today = base::paris::day_of(act.now);
  after = plan(act, after, debit_window(after.closed_on, today));
  if (after.state == State::planned) {
    money::tell(act, after.organisation,
                {.subject = "Prélèvement annoncé : facture n° " + after.bill_number,
                 .paragraphs = {announcement(after, *payments::find(act.tx, after.order))}});
    return;
  }
  deadlines::start(act, {.file = money::file_of(after.organisation),
                         .subject_kind = order_subject,
                         .subject_id = after.mandate.value,
                         .rule = deadline_rule::commission_last_notice,
                         .start_event = "works.commission.withdrawn",
                         .start = act.now,
                         .due = std::max(act.now, base::paris::start_of(last_announcement(after.closed_on) + 1))});
}

std::optional<Commission> subject_of(platform::Act& act, const deadlines::Deadline& delay) {
  return find(act.tx, MandateId{delay.subject_id});
}

void miss(platform::Act& act, const Commission& commission, std::string note) {
  auto stuck = moved(commission, Event::miss);
  stuck.note = std::move(note);
  stuck.debit_on.reset();
  stuck.debit_until.reset();
  save(act.tx, stuck);
  open_task(act, task::Kind::commission_stuck, stuck, stuck.mandate.value);
  record(act, "works.commission.stuck", stuck);
}

void last_notice_over(platform::Act& act, const deadlines::Deadline& delay) {
  const auto commission = subject_of(act, delay);
  if (commission && commission->state == State::awaiting_mandate)
    miss(act, *commission, "Aucun mandat signé à temps pour un prélèvement annoncé 14 jours avant.");
}

bool sent(const payments::Order& order) {
  return order.state != payments::State::planned && order.state != payments::State::batched;
}

void alarm(platform::Act& act, const deadlines::Deadline& delay) {
  const auto commission = subject_of(act, delay);
  if (!commission || commission->state != State::planned) return;
  if (!sent(*payments::find(act.tx, commission->order)))
    open_task(act, task::Kind::commission_unbatched, *commission, commission->order.value);
}

void limit(platform::Act& act, const deadlines::Deadline& delay) {
  const auto commission = subject_of(act, delay);
  if (!commission || commission->state != State::planned) return;
  if (sent(*payments::find(act.tx, commission->order))) return;
  miss(act, *commission, "Aucune remise ne l’a emporté avant le dernier jour.");
  const auto withdrawn = payments::cancel(act, commission->order, "Le dernier jour de prélèvement est passé.");
  MANDAT_ASSERT(withdrawn);
}

}  // namespace

void hear(platform::Act& act, const payments::Order& order, payments::News news) {
  debit_mandate::note_news(act, order, news);
  const auto commission = find(act.tx, MandateId{order.subject_id});
  MANDAT_ASSERT(commission);
  if (commission->order != order.id) {  // of a debit before the last: a person looks what it means
    if (news == payments::News::booked || news == payments::News::returned)
      open_task(act, task::Kind::commission_unpaid, *commission, order.id.value);
    return;
  }
  switch (news) {
    case payments::News::booked:
      return booked(act, *commission, order);
    case payments::News::rejected:
    case payments::News::returned:
      return failed(act, *commission, order);
    case payments::News::unknown:
      if (commission->state == State::planned) save(act.tx, moved(*commission, Event::lose));
      return;
    case payments::News::cancelled:
      return cancelled(act, *commission, order);
  }
}

void register_delays(deadlines::Handlers& handlers) {
  const auto add = [&](std::string_view rule, void (*handler)(platform::Act&, const deadlines::Deadline&)) {
    handlers.add(rule, delay_label(rule), handler);
  };
  add(deadline_rule::commission_last_notice, last_notice_over);
  add(deadline_rule::commission_alarm, alarm);
  add(deadline_rule::commission_limit, limit);
  add(deadline_rule::commission_reversed, entry_reversed);
}

}  // namespace works::commission
