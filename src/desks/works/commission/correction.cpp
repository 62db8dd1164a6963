#include "desks/works/commission/correction.hpp"

#include "base/calendar.hpp"
#include "desks/works/bank/bank.hpp"
#include "desks/works/commission/commission_task.hpp"
#include "desks/works/commission/held.hpp"
#include "desks/works/money/money_file.hpp"
#include "desks/works/money/transfer_watch.hpp"
#include "floor/audit/audit.hpp"
#include "floor/ledger/correction.hpp"

namespace works::commission {
namespace {

constexpr int refund_days = 30;

void issue_credit_note(platform::Act& act, const Commission& commission, const std::string& reason, bool paid) {
  const auto invoice = bill::find(act.tx, commission.bill);
  MANDAT_ASSERT(invoice);
  bill::NewBill note = *invoice;
  note.kind = bill::Kind::commission_credit;
  note.corrects = invoice->number;
  note.payment = paid ? "Somme déjà prélevée : elle vous est rendue par virement." : "Rien ne sera prélevé.";
  note.mentions = "Motif : " + reason;
  bill::issue(act, std::move(note));
}

void credit(platform::Act& act, const Commission& commission, const std::string& reason) {
  const bool paid = commission.state == State::paid;
  auto credited = moved(commission, Event::credit);
  credited.note = reason;
  credited.debit_on.reset();
  credited.debit_until.reset();
  save(act.tx, credited);
  deadlines::cancel_all(act, order_subject, credited.mandate.value);
  issue_credit_note(act, credited, reason, paid);
  if (paid) refund(act, credited);
  // Sent already: the bank's answer decides (hear).
  else if (commission.order && !payments::with_the_bank(payments::find(act.tx, commission.order)->state))
    static_cast<void>(payments::cancel(act, commission.order, "Commission annulée : " + reason).ok());
}

// What became of the money of a debit that was booked before it was credited.
enum class Held {
  nothing,    // none was booked
  by_us,      // its transfer back had not left, and does not any more, or came back
  by_firm,    // it left
  by_nobody,  // no transfer could be made: a person has the task
};
Held money_of(platform::Act& act, const Commission& commission) {
  const auto debit = commission.order ? payments::find(act.tx, commission.order) : std::nullopt;
  if (!debit || debit->state != payments::State::booked) return Held::nothing;
  const auto refunds = payments::of_subject(act.tx, refund_subject, commission.mandate.value);
  if (refunds.empty()) return Held::by_nobody;
  if (payments::with_the_bank(refunds.back().state) || refunds.back().state == payments::State::booked)
    return Held::by_firm;
  static_cast<void>(payments::cancel(act, refunds.back().id, "Commission due à nouveau.").ok());
  return Held::by_us;
}

void leave_to_a_person(platform::Act& act, const Commission& due) {
  auto stuck = moved(due, Event::miss);
  stuck.note = "Contre-passation annulée\u00a0: à prélever à nouveau.";
  save(act.tx, stuck);
  open_task(act, task::Kind::commission_stuck, stuck, stuck.mandate.value);
}

void restore(platform::Act& act, const Commission& commission) {
  const auto earlier = bill::find(act.tx, commission.bill);
  MANDAT_ASSERT(earlier);
  const auto today = base::paris::day_of(act.now);
  const auto window = window_again(today);
  bill::NewBill again = *earlier;
  again.payment = "Par prélèvement SEPA, annoncé au moins 14 jours avant, sur votre mandat.";
  const auto issued = bill::issue(act, std::move(again));
  auto due = moved(commission, Event::restore);
  due.bill = issued.id;
  due.bill_number = issued.number;
  due.note.clear();
  due.settled_on.reset();
  const Held money = money_of(act, commission);
  if (money == Held::by_us) {  // it pays the new invoice
    due = moved(moved(due, Event::plan), Event::book);
    due.settled_on = payments::find(act.tx, commission.order)->execution_day;
    return save(act.tx, due);
  }
  if (money == Held::by_nobody) return leave_to_a_person(act, due);
  // The debit that had left before it was credited pays the new invoice: none is sent beside it.
  const auto sent = commission.order ? payments::find(act.tx, commission.order) : std::nullopt;
  if (sent && payments::with_the_bank(sent->state)) {
    due = moved(due, Event::plan);
    due.debit_on = sent->execution_day;
    due.debit_until = sent->latest;
    return save(act.tx, due);
  }
  save(act.tx, due);
  const auto planned = plan(act, due, window);
  if (planned.state != State::planned) leave_to_a_person(act, due);
}

}  // namespace

void entry_reversed(platform::Act& act, const deadlines::Deadline& delay) {
  const auto change = ledger::correction_of(act.tx, ledger::EntryId{delay.subject_id});
  if (held_corrected(act, change.original, change.in_force ? Counts::yes : Counts::no)) return;  // not invoiced yet
  const auto commission = of_entry(act.tx, change.original);
  if (!commission) return;
  if (change.in_force && commission->state == State::credited) restore(act, *commission);
  if (!change.in_force && commission->state != State::credited) credit(act, *commission, change.reason);
}

void refund(platform::Act& act, const Commission& commission) {
  const auto account = bank::find(act.tx, commission.organisation);
  if (!account) return open_task(act, task::Kind::commission_to_repay, commission, commission.order.value);
  const auto today = base::paris::day_of(act.now);
  const auto earlier = payments::of_subject(act.tx, refund_subject, commission.mandate.value).size();
  const auto order = payments::order(act, {.kind = payments::Kind::credit_transfer,
                                           .subject_kind = refund_subject,
                                           .subject_id = commission.mandate.value,
                                           .attempt = static_cast<int>(earlier) + 1,
                                           .organisation = commission.organisation,
                                           .settles = ledger::AccountKind::commission_receivable,
                                           .party_name = account->holder,
                                           .iban = account->iban,
                                           .bic = account->bic,
                                           .amount = commission.amount,
                                           .remittance = "Remboursement, facture " + commission.bill_number,
                                           .earliest = base::next_target_day(today),
                                           .latest = last_target_day(today + refund_days),
                                           .file = money::file_of(commission.organisation)});
  if (!order) return open_task(act, task::Kind::commission_to_repay, commission, commission.order.value);
  money::watch(act, *payments::find(act.tx, *order));
}

void hear_refund(platform::Act& act, const payments::Order& order, payments::News news) {
  money::end_watch(act, order);
  if (news == payments::News::booked || news == payments::News::unknown) return;
  const auto commission = find(act.tx, MandateId{order.subject_id});
  MANDAT_ASSERT(commission);
  if (commission->state != State::credited) return;  // due again meanwhile
  open_task(act, task::Kind::commission_to_repay, *commission, order.id.value);
}

}  // namespace works::commission
