// The quarter's run, its transfers and what becomes of them (W29, W30).
#include "base/calendar.hpp"
#include "base/french.hpp"
#include "desks/works/bank/bank.hpp"
#include "desks/works/bonus/bonus.hpp"
#include "desks/works/money/broker_store.hpp"
#include "desks/works/money/money_file.hpp"
#include "desks/works/money/party.hpp"
#include "desks/works/money/tell.hpp"
#include "desks/works/money/transfer_watch.hpp"
#include "desks/works/task/task.hpp"
#include "floor/audit/audit.hpp"
#include "floor/identity/legal.hpp"

namespace works::bonus {
namespace {

using base::Outcome;

std::string mentions_of(bool vat) {
  std::string text =
      "Autofacturation : établi par l’acheteur au nom et pour le compte du courtier, selon le mandat qu’il "
      "a accepté.";
  if (!vat) text += "\nTVA non applicable (CGI art. 293 B).";
  return text;
}

bill::Bill write_statement(platform::Act& act, const Due& due, base::Day quarter, const std::vector<Item>& items,
                           const bank::Account& account) {
  std::vector<bill::Line> lines;
  for (const auto& item : items)
    lines.push_back({item.claim, base::paris::day_of(item.earned_at), item.text, item.net, item.vat, item.rate});
  const bool vat = money::vat_liable(act.tx, due.broker);
  return bill::issue(act, {.kind = bill::Kind::bonus_statement,
                           .organisation = due.broker,
                           .subject = 0,
                           .seller = money::party_lines(act.tx, due.broker,
                                                        vat ? money::VatNumber::shown : money::VatNumber::left_out),
                           .buyer = money::house_lines(act.tx),
                           .payment = "Primes du " + label(quarter) + " : versées par virement sur le compte " +
                                      bank::masked(account.iban) + " au nom de " + account.holder + ".",
                           .mentions = mentions_of(due.vat.cents != 0),
                           .lines = std::move(lines)});
}

Outcome<payments::OrderId> transfer(platform::Act& act, const Statement& statement, const bank::Account& account) {
  const auto order = payments::order(act, {.kind = payments::Kind::credit_transfer,
                                           .subject_kind = order_subject,
                                           .subject_id = statement.bill.value,
                                           .attempt = statement.attempt,
                                           .organisation = statement.broker,
                                           .settles = ledger::AccountKind::bonus_payable,
                                           .party_name = account.holder,
                                           .iban = account.iban,
                                           .bic = account.bic,
                                           .amount = statement.amount,
                                           .remittance = "Primes " + statement.number,
                                           .earliest = statement.pay_from,
                                           .latest = base::next_target_day(statement.pay_from + pay_days.value()),
                                           .file = money::file_of(statement.broker)});
  if (order) money::watch(act, *payments::find(act.tx, *order));
  return order;
}

void pay(platform::Act& act, const Due& due, base::Day quarter) {
  const auto account = bank::find(act.tx, due.broker);
  const auto before = closed_before(quarter);
  const auto issued = write_statement(act, due, quarter, due_items(act.tx, due.broker, before), *account);
  put_on(act.tx, issued.id, due.broker, before);
  Statement statement{.bill = issued.id,
                      .broker = due.broker,
                      .number = issued.number,
                      .quarter = quarter,
                      .claims = due.claims,
                      .amount = issued.gross(),
                      .state = State::planned,
                      .attempt = 1,
                      .order = {},
                      .pay_from = base::next_target_day(base::paris::day_of(act.now)),
                      .settled_on = {},
                      .note = {}};
  const auto order = transfer(act, statement, *account);
  MANDAT_ASSERT(order);
  statement.order = *order;
  insert(act.tx, statement);
  audit::record(act, {"works.bonus.statement",
                      money::file_of(due.broker),
                      {{"quarter", quarter.iso()}, {"amount", std::to_string(statement.amount.cents)}}});
}

struct Wanted {
  std::string_view what, how;
};
Wanted wanted_for(Verdict verdict) {
  if (verdict == Verdict::no_account) return {"votre RIB", "Indiquez votre compte"};
  if (verdict == Verdict::no_identity) return {"votre adresse", "Complétez votre adresse, que le relevé doit porter,"};
  return {"votre accord d’autofacturation", "Acceptez l’autofacturation"};
}

bool kept(Verdict verdict) { return verdict != Verdict::payable && verdict != Verdict::nothing_due; }

void tell_kept(platform::Act& act, const Line& line, base::Day quarter) {
  const Wanted wanted = wanted_for(line.verdict);
  money::tell(act, line.due.broker,
              {.subject = "Primes du " + label(quarter) + " : il manque " + std::string(wanted.what),
               .paragraphs = {"Vos primes de " + base::french::euros(line.due.net + line.due.vat) +
                                  " sont prêtes à être versées.",
                              std::string(wanted.how) +
                                  " dans vos réglages : le virement est alors préparé aussitôt, et part avec "
                                  "notre prochaine remise à la banque."},
               .page = money::Letter::Page::broker_settings});
}

Standing standing_of(db::Transaction& tx, identity::OrganisationId broker, base::Money total) {
  return {bank::find(tx, broker).has_value(), money::self_billing_since(tx, broker).has_value(), total,
          money::nameable(tx, broker)};
}

}  // namespace

void earn(platform::Act& act, const Item& item) {
  insert(act.tx, item);
  await_run(act, next_quarter(quarter_of(base::paris::day_of(act.now))));
}

std::vector<Line> proposal(db::Transaction& tx, base::Day quarter) {
  const auto dues = due_before(tx, closed_before(quarter));
  std::vector<identity::OrganisationId> brokers;
  for (const auto& due : dues) brokers.push_back(due.broker);
  const auto with_account = bank::known(tx, brokers);
  const auto agreed = money::self_billed(tx, brokers);
  const auto named = identity::named_in_full(tx, brokers);
  std::vector<Line> lines;
  for (const auto& due : dues)
    lines.push_back({due, verdict({with_account.contains(due.broker), agreed.contains(due.broker), due.net + due.vat,
                                   named.contains(due.broker)})});
  return lines;
}

Outcome<Paid> run(platform::Platform& platform, const identity::Actor& administrator, base::Day quarter) {
  if (!is_quarter(quarter)) return not_a_quarter;
  return platform.act(platform::Author::of(administrator), [&](platform::Act& act) -> Outcome<Paid> {
    if (act.now < closed_before(quarter))
      return base::Refusal{too_early, "quarter", {base::french::day_medium(quarter)}};
    if (const auto lacks = identity::lacks_of_house(act.tx); !lacks.empty())
      return base::Refusal{house_unnamed, "quarter", {identity::names_of(lacks)}};
    Paid paid;
    for (const auto& line : proposal(act.tx, quarter)) {
      if (line.verdict == Verdict::payable && !of_quarter(act.tx, line.due.broker, quarter)) {
        pay(act, line.due, quarter);
        ++paid.statements;
        paid.amount += line.due.net + line.due.vat;
      } else if (kept(line.verdict)) {
        ++paid.kept;
        tell_kept(act, line, quarter);
      }
    }
    if (paid.statements > 0 || (paid.kept > 0 && !was_run(act.tx, quarter))) {
      insert_run(act, quarter, paid.statements, paid.amount);
      audit::record(act, {"works.bonus.run", {}, {{"quarter", quarter.iso()}}});
    }
    end_wait(act, quarter);
    return paid;
  });
}

std::optional<Statement> transfer_again(platform::Act& act, const Statement& unpaid) {
  const auto next = transitions.next(unpaid.state, Event::again);
  const auto account = bank::find(act.tx, unpaid.broker);
  if (!next || !account) return std::nullopt;
  auto statement = unpaid;
  statement.state = *next;
  ++statement.attempt;
  statement.pay_from = base::next_target_day(base::paris::day_of(act.now));
  statement.note.clear();
  const auto order = transfer(act, statement, *account);
  if (!order) return std::nullopt;
  statement.order = *order;
  save(act.tx, statement);
  task::settle(act, task::Kind::bonus_unpaid, unpaid.order.value, "Un nouveau virement est prévu.");
  audit::record(act, {"works.bonus.paid_again",
                      money::file_of(statement.broker),
                      {{"statement", std::to_string(statement.bill.value)}}});
  return statement;
}

Outcome<base::Done> pay_again(platform::Platform& platform, const identity::Actor& administrator, bill::BillId id) {
  return platform.act(platform::Author::of(administrator), [&](platform::Act& act) -> Outcome<base::Done> {
    const auto statement = find_statement(act.tx, id);
    if (!statement) return unknown_statement;
    if (!transfer_again(act, *statement)) return not_again;
    return base::Done{};
  });
}

void catch_up(platform::Act& act, identity::OrganisationId broker) {
  const auto account = bank::find(act.tx, broker);
  if (!account) return;
  for (const auto& statement : unpaid_of(act.tx, broker))
    if (payments::find(act.tx, statement.order)->iban != account->iban) transfer_again(act, statement);
  const auto quarter = quarter_of(base::paris::day_of(act.now));
  if (!was_run(act.tx, quarter) || of_quarter(act.tx, broker, quarter)) return;
  const auto due = due_of(act.tx, broker, {}, closed_before(quarter));
  if (!due || verdict(standing_of(act.tx, broker, due->net + due->vat)) != Verdict::payable) return;
  pay(act, *due, quarter);
}

}  // namespace works::bonus
