// What the bank and the ledger make of a bonus (W29, W30).
#include "base/french.hpp"
#include "desks/works/bank/bank.hpp"
#include "desks/works/bonus/bonus.hpp"
#include "desks/works/money/money_file.hpp"
#include "desks/works/money/tell.hpp"
#include "desks/works/money/transfer_watch.hpp"
#include "desks/works/task/task.hpp"
#include "desks/works/works_delays.hpp"
#include "desks/works/works_rules.hpp"
#include "floor/audit/audit.hpp"
#include "floor/ledger/correction.hpp"

namespace works::bonus {
namespace {

// Another account stands since: it goes there by itself (W29.again).
bool followed_to_the_new_account(platform::Act& act, const Statement& statement, const payments::Order& order) {
  const auto account = bank::find(act.tx, statement.broker);
  if (!account || account->iban == order.iban) return false;
  const auto again = transfer_again(act, statement);
  if (!again) return false;
  money::tell(
      act, statement.broker,
      {.subject = "Virement de vos primes : relevé n° " + statement.number,
       .paragraphs = {"Le virement de " + base::french::euros(statement.amount) +
                      " n’a pas été fait sur votre ancien compte : il est présenté sur le nouveau, " +
                      bank::masked(account->iban) + ", à partir du " + base::french::day_medium(again->pay_from) + "."},
       .page = money::Letter::Page::bonuses});
  return true;
}

void failed(platform::Act& act, const Statement& statement, const payments::Order& order) {
  task::open(
      act,
      {.kind = task::Kind::bonus_unpaid, .claim = {}, .organisation = statement.broker, .subject = order.id.value});
  money::tell(act, statement.broker,
              {.subject = "Virement de vos primes retardé : relevé n° " + statement.number,
               .paragraphs = {"Le virement de " + base::french::euros(statement.amount) + " n’a pas abouti" +
                                  (order.reason.empty() ? "." : " : " + order.reason + "."),
                              "Vérifiez votre compte dans vos réglages : si vous en indiquez un autre, le virement y "
                              "est présenté aussitôt. S’il est bon, nous le présentons à nouveau."},
               .page = money::Letter::Page::broker_settings,
               .pace = money::Pace::as_chosen});
}

std::optional<Event> event_of(payments::News news) {
  switch (news) {
    case payments::News::booked:
      return Event::book;
    case payments::News::rejected:
    case payments::News::returned:
    case payments::News::cancelled:
      return Event::fail;
    case payments::News::unknown:
      break;
  }
  return Event::lose;
}

// A line below zero: on the same statement while there is none, on the next one once it is written.
void entry_reversed(platform::Act& act, const deadlines::Deadline& delay) {
  const ledger::EntryId reversal{delay.subject_id};
  const auto change = ledger::correction_of(act.tx, reversal);
  const auto earned = of_entry(act.tx, change.original);
  if (!earned || of_entry(act.tx, reversal)) return;
  auto item = *earned;
  item.id = act.ids.next();
  item.entry = reversal;
  item.statement = {};
  if (earned->statement) item.earned_at = act.now;
  item.text = (change.in_force ? "Rétablie : " : "Annulée : ") + earned->text + " (" + change.reason + ")";
  if (!change.in_force) {
    item.net = -earned->net;
    item.vat = -earned->vat;
  }
  insert(act.tx, item);
  money::tell(act, item.broker,
              {.subject = change.in_force ? "Prime rétablie" : "Prime annulée",
               .paragraphs = {item.text + ".", "Votre prochain relevé en tient compte."},
               .page = money::Letter::Page::bonuses,
               .pace = money::Pace::as_chosen});
}

}  // namespace

void hear(platform::Act& act, const payments::Order& order, payments::News news) {
  auto statement = find_statement(act.tx, bill::BillId{order.subject_id});
  MANDAT_ASSERT(statement);
  money::end_watch(act, order);
  if (statement->order != order.id) return;
  const auto next = transitions.next(statement->state, *event_of(news));
  if (!next) return;
  statement->state = *next;
  statement->note = *next == State::unpaid ? order.reason : std::string();
  statement->settled_on.reset();
  if (*next == State::paid) statement->settled_on = order.execution_day.value_or(base::paris::day_of(act.now));
  save(act.tx, *statement);
  audit::record(act, {*next == State::paid ? "works.bonus.paid" : "works.bonus.unpaid",
                      money::file_of(statement->broker),
                      {{"statement", std::to_string(statement->bill.value)}}});
  if (*next == State::unpaid && !followed_to_the_new_account(act, *statement, order)) failed(act, *statement, order);
}

void statement_drawn(platform::Act& act, const bill::Bill& bill) {
  const auto statement = find_statement(act.tx, bill.id);
  MANDAT_ASSERT(statement);
  money::tell(act, bill.organisation,
              {.subject = "Vos primes du " + label(statement->quarter) + " : relevé n° " + bill.number,
               .paragraphs = {"Vos primes de " + base::french::euros(bill.gross()) + " pour " +
                                  base::french::plural(statement->claims, "dossier clôturé", "dossiers clôturés") +
                                  " vous sont versées par virement à partir du " +
                                  base::french::day_medium(statement->pay_from) + ".",
                              "Vous trouverez le relevé en pièce jointe."},
               .attachments = {bill.document.value},
               .page = money::Letter::Page::bonuses});
}

void register_delays(deadlines::Handlers& handlers) {
  handlers.add(deadline_rule::bonus_reversed, delay_label(deadline_rule::bonus_reversed), entry_reversed);
}

}  // namespace works::bonus
