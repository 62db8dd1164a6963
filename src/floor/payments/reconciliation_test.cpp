#include "floor/payments/reconciliation.hpp"

#include <gmock/gmock.h>

#include "floor/ledger/correction.hpp"
#include "support/payments_on_both_engines.hpp"

namespace payments {
namespace {

namespace bank = support::bank;
using base::Money;
using ledger::AccountKind;

class Reconciliation : public PaymentsOnBothEngines {};
MANDAT_ON_BOTH_ENGINES(Reconciliation);

TEST_P(Reconciliation, BookingPostsTheBankAgainstWhatIsOwedOnce) {  // P8.booked, P8.repeated, P8.told
  open_account();
  const OrderId in = ask(debit(1)), out = ask(transfer(2));
  const BatchId made = sent();
  sent(Kind::credit_transfer);
  const auto notice = take(bank::notification({.id = "AVIS-1", .movements = {of(in)}}));
  ASSERT_TRUE(notice);
  EXPECT_EQ(notice->matched, 1);
  EXPECT_EQ(get(in).state, State::booked);
  EXPECT_EQ(owed(AccountKind::bank), Money{12'000});
  EXPECT_EQ(owed(AccountKind::commission_receivable, firm), Money{-12'000});
  EXPECT_EQ(get(made).state, BatchState::settled);

  const auto kept = take_statement({of(in), of(out, "BQ7")});
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->matched, 1);
  EXPECT_EQ(kept->known, 1) << "the same movement, repeated by the statement";
  EXPECT_EQ(kept->unmatched, 0);
  EXPECT_EQ(owed(AccountKind::bank), Money{7'000});
  EXPECT_EQ(owed(AccountKind::bonus_payable, firm), Money{5'000});
  EXPECT_EQ(hear(), (std::vector<Heard>{{1, News::booked}, {2, News::booked}}));
  EXPECT_EQ(hear(), std::vector<Heard>{}) << "once";
  EXPECT_TRUE(read(ledger::check).unbalanced.empty());
}

TEST_P(Reconciliation, AReturnPostsTheReverseAndTheDebtIsOpenAgain) {  // P8.returned
  open_account();
  const OrderId id = ask(debit(1));
  sent();
  ASSERT_TRUE(take_statement({of(id)}));
  ASSERT_TRUE(take_statement({back(id, "MD06")}, 2));
  EXPECT_EQ(get(id).state, State::returned);
  EXPECT_EQ(get(id).reason_code, "MD06");
  EXPECT_EQ(owed(AccountKind::bank), Money{0});
  EXPECT_EQ(owed(AccountKind::commission_receivable, firm), Money{0});
  EXPECT_EQ(hear(), (std::vector<Heard>{{1, News::booked}, {1, News::returned}}));
}

TEST_P(Reconciliation, AReturnThatComesBeforeItsBookingPostsNothing) {  // P8.returned
  open_account();
  const OrderId id = ask(debit(1));
  sent();
  ASSERT_TRUE(take(bank::notification({.id = "AVIS-1", .movements = {back(id, "AM04")}})));
  EXPECT_EQ(get(id).state, State::returned);
  const auto kept = take_statement({of(id, "BQ1"), back(id, "AM04")});
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->unmatched, 0);
  EXPECT_EQ(owed(AccountKind::bank), Money{0});
  EXPECT_EQ(owed(AccountKind::commission_receivable, firm), Money{0});
}

TEST_P(Reconciliation, AGlobalEntryBooksItsWholeGroup) {  // P8.global_entry
  open_account();
  const OrderId first = ask(debit(1)), other = ask(debit(2, {345}));
  const BatchId made = sent();
  ASSERT_TRUE(take_statement({{.amount = {12'344}, .group_id = group_id(made, 1)}}));
  EXPECT_EQ(get(first).state, State::released) << "a cent is missing";
  EXPECT_EQ(open().at(0).problem, Match::wrong_amount);
  ASSERT_TRUE(take_statement({{.amount = {12'345}, .group_id = group_id(made, 1)}}, 2));
  EXPECT_EQ(get(first).state, State::booked);
  EXPECT_EQ(get(other).state, State::booked);
  EXPECT_EQ(owed(AccountKind::bank), Money{12'345});
}

TEST_P(Reconciliation, TheSameFileTwiceChangesNothing) {  // P8.repeated
  open_account();
  const OrderId id = ask(debit(1));
  sent();
  const std::string xml = bank::statement({.movements = {of(id), {.amount = {300}, .credit = false}}});
  ASSERT_TRUE(take(xml));
  EXPECT_TRUE(take(xml).refused_as(read_before));
  const auto spaced = take(xml + "\n");  // other bytes, the same statement
  ASSERT_TRUE(spaced);
  EXPECT_EQ(spaced->known, 2);
  EXPECT_EQ(owed(AccountKind::bank), Money{12'000});
  EXPECT_EQ(open().size(), 1U);
}

TEST_P(Reconciliation, ASecondMovementOfOneOrderIsLeftToAPerson) {  // P8.repeated
  open_account();
  const OrderId id = ask(debit(1));
  sent();
  ASSERT_TRUE(take_statement({of(id, "BQ1")}));
  ASSERT_TRUE(take_statement({of(id, "BQ9")}, 2));
  ASSERT_EQ(open().size(), 1U);
  EXPECT_EQ(open()[0].problem, Match::second_time);
  EXPECT_EQ(owed(AccountKind::bank), Money{12'000});
}

TEST_P(Reconciliation, WhatDoesNotFitWaitsForAPerson) {  // P8.matching
  open_account();
  const OrderId id = ask(debit(1));
  sent();
  bank::Movement less = of(id, "A"), foreign = of(id, "B");
  less.amount = {11'999};
  foreign.currency = "USD";
  const auto kept =
      take_statement({less, foreign, {.end_to_end_id = "AUTRE", .amount = {1}}, {.amount = {2}, .credit = false}});
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->unmatched, 4);
  EXPECT_EQ(get(id).state, State::released);
  std::vector<Match> problems;
  for (const Line& line : open()) problems.push_back(line.problem);
  EXPECT_THAT(problems, testing::UnorderedElementsAre(Match::wrong_amount, Match::wrong_currency,
                                                      Match::unknown_reference, Match::no_reference));
}

TEST_P(Reconciliation, APersonSettlesALineWithAReason) {  // P8.by_hand
  open_account();
  const OrderId id = ask(debit(1));
  const BatchId made = sent();
  ASSERT_TRUE(take_statement({{.amount = {12'000}}, {.amount = {80}, .credit = false}}));
  const auto lines = open();
  ASSERT_EQ(lines.size(), 2U);
  const auto by_hand = [&](LineId line, OrderId order, std::string_view reason) {
    return act([&](platform::Act& act) { return settle(act, line, order, reason); }, second);
  };
  EXPECT_TRUE(by_hand(lines[0].id, id, " ").refused_as(reason_missing));
  EXPECT_TRUE(by_hand(lines[1].id, id, "Frais").refused_as(order_does_not_fit)) << "not its amount";
  const auto fitting = read([&](db::Transaction& tx) { return candidates(tx, lines[0]); });
  ASSERT_EQ(fitting.size(), 1U);
  EXPECT_EQ(fitting[0].id, id);
  ASSERT_TRUE(by_hand(lines[0].id, id, "La banque a perdu la référence"));
  EXPECT_EQ(get(id).state, State::booked);
  EXPECT_EQ(get(made).state, BatchState::settled);
  ASSERT_TRUE(by_hand(lines[1].id, {}, "Frais de tenue de compte"));
  EXPECT_TRUE(by_hand(lines[1].id, {}, "Encore").refused_as(line_not_open));
  EXPECT_TRUE(open().empty());
  const auto settled = read([&](db::Transaction& tx) { return find(tx, lines[1].id).value(); });
  EXPECT_EQ(settled.settled_by, second.account);
  EXPECT_EQ(settled.settled_why, "Frais de tenue de compte");
  EXPECT_EQ(owed(AccountKind::bank), Money{12'000});
}

class BankCharges : public Reconciliation {
 protected:
  LineId charge(base::Money amount = {250}, bool credit = false, int number = 1) {
    EXPECT_TRUE(take_statement({{.amount = amount, .credit = credit}}, number));
    return open().at(0).id;
  }
  base::Outcome<base::Done> settle_it(LineId id, std::string_view reason = "Frais de tenue de compte") {
    return act([&](platform::Act& act) { return settle_as_charge(act, id, reason); }, second);
  }
  Line line(LineId id) {
    return read([&](db::Transaction& tx) { return find(tx, id).value(); });
  }
  // By the page of the entry, and what follows right after.
  ledger::EntryId correct(ledger::EntryId entry) {
    deadlines::Handlers handlers;
    register_delays(handlers, {});
    const auto reversal =
        act([&](platform::Act& act) { return ledger::correct(act, &handlers, entry, "Ce n’étaient pas des frais"); },
            second);
    EXPECT_TRUE(reversal);
    hear();
    return *reversal;
  }
};
MANDAT_ON_BOTH_ENGINES(BankCharges);

TEST_P(BankCharges, AreBookedOnceAgainstTheBankWithoutVat) {  // P8.bank_charge
  open_account();
  const LineId id = charge();
  EXPECT_TRUE(settle_it(id, " ").refused_as(reason_missing));
  EXPECT_EQ(owed(AccountKind::bank), Money{0});
  ASSERT_TRUE(settle_it(id));
  EXPECT_TRUE(settle_it(id).refused_as(line_not_open));
  EXPECT_EQ(owed(AccountKind::bank_charges), Money{250});
  EXPECT_EQ(owed(AccountKind::bank), Money{-250});
  const auto booked = line(id).entry;
  const auto entry = read([&](db::Transaction& tx) { return ledger::find(tx, booked).value(); });
  EXPECT_EQ(entry.lines.size(), 2U) << "no VAT";
  EXPECT_EQ(entry.by, second.account);
  EXPECT_EQ(entry.file.id, id.value);
  EXPECT_TRUE(read(ledger::check).unbalanced.empty());
  const LineId given_back = charge({100}, true, 2);
  ASSERT_TRUE(settle_it(given_back, "Geste commercial de la banque"));
  EXPECT_EQ(owed(AccountKind::bank_charges), Money{150});
  EXPECT_EQ(owed(AccountKind::bank), Money{-150});
}

TEST_P(BankCharges, AreNoneInAnotherCurrencyNorInAReturn) {  // P8.bank_charge
  open_account();
  const OrderId id = ask(debit(1));
  sent();
  bank::Movement foreign{.amount = {250}, .credit = false}, returned = back(id, "AM04");
  foreign.currency = "USD";
  returned.end_to_end_id = "AUTRE";
  ASSERT_TRUE(take(bank::notification({.id = "AVIS-1", .movements = {foreign, returned}})));
  ASSERT_EQ(open().size(), 2U);
  for (const Line& each : open()) EXPECT_TRUE(settle_it(each.id).refused_as(no_bank_charge));
  EXPECT_EQ(owed(AccountKind::bank_charges), Money{0});
}

TEST_P(BankCharges, OpenTheirMovementAgainWhenTheEntryIsReversed) {  // P8.bank_charge, W30
  open_account();
  const LineId id = charge();
  ASSERT_TRUE(settle_it(id));
  const auto first = line(id).entry;
  const auto reversal = correct(first);
  EXPECT_EQ(owed(AccountKind::bank), Money{0});
  EXPECT_EQ(line(id).state, LineState::open);
  correct(reversal);  // it was one after all
  EXPECT_EQ(line(id).state, LineState::settled);
  EXPECT_EQ(owed(AccountKind::bank_charges), Money{250});
}

TEST_P(BankCharges, CountOnceWhateverIsReversedAfterwards) {  // P8.bank_charge, W30
  open_account();
  const LineId id = charge();
  ASSERT_TRUE(settle_it(id));
  const auto reversal = correct(line(id).entry);
  ASSERT_TRUE(settle_it(id, "Frais, finalement"));
  EXPECT_EQ(owed(AccountKind::bank_charges), Money{250});
  correct(reversal);  // the first entry back in force beside the second: undone at once
  EXPECT_EQ(owed(AccountKind::bank_charges), Money{250});
  EXPECT_EQ(owed(AccountKind::bank), Money{-250});
}

TEST_P(Reconciliation, AStatementThatDoesNotAddUpIsRefusedWhole) {  // P8.statement
  open_account();
  const OrderId id = ask(debit(1));
  sent();
  std::string xml = bank::statement({.movements = {of(id)}});
  const auto at = xml.rfind("<Amt Ccy=\"EUR\">120.00");  // of the entry: the balances stand before it
  ASSERT_NE(at, std::string::npos);
  xml.replace(at, std::string_view("<Amt Ccy=\"EUR\">120.00").size(), "<Amt Ccy=\"EUR\">121.00");
  EXPECT_TRUE(take(xml).refused_as(balances_differ));
  EXPECT_EQ(get(id).state, State::released);
  EXPECT_TRUE(read([](db::Transaction& tx) { return latest_statements(tx, 10); }).empty());
}

TEST_P(Reconciliation, AStatementThatContradictsAnEarlierOneIsRefused) {  // P8.statement
  open_account();
  ASSERT_TRUE(take(bank::statement({.id = "R1", .opening = {100}})));
  EXPECT_TRUE(take(bank::statement({.id = "R1", .opening = {200}})).refused_as(statement_contradicts));
  ASSERT_TRUE(take(bank::statement({.id = "R3", .number = 3, .opening = {100}})));
  const auto shown = read([](db::Transaction& tx) { return latest_statements(tx, 10); });
  ASSERT_EQ(shown.size(), 2U);
  EXPECT_EQ(shown[0].sequel, Sequel::number_missing);
}

TEST_P(Reconciliation, AFileForAnotherAccountOrAnotherMessageIsRefused) {  // P8.own_account
  open_account();
  EXPECT_TRUE(take(bank::statement({.iban = "FR7630006000011234567890189"})).refused_as(other_account));
  EXPECT_TRUE(take(bank::status_report("MANDAT-77", {})).refused_as(not_our_message));
}

TEST_P(Reconciliation, AnOrderWithoutAnswerIsUnknownAndNeverSentAgain) {  // P8.unknown
  open_account();
  const OrderId id = ask(debit(1)), lucky = ask(debit(2));
  const BatchId made = sent();  // for Wednesday 25 November
  ASSERT_TRUE(take_statement({of(lucky)}));
  clock_.advance(answer_due(get(id).execution_day.value()) - clock_.now() - base::seconds{1});
  EXPECT_EQ(hear(), (std::vector<Heard>{{2, News::booked}}));
  EXPECT_EQ(get(id).state, State::released);
  clock_.advance(base::seconds{1});
  EXPECT_EQ(hear(), (std::vector<Heard>{{1, News::unknown}}));
  EXPECT_EQ(get(id).state, State::unknown);
  EXPECT_EQ(get(made).state, BatchState::released) << "an administrator's task";
  EXPECT_TRUE(
      act([](platform::Act& act) { return prepare(act, Kind::direct_debit); }, maker).refused_as(nothing_to_batch));
  EXPECT_TRUE(
      act([&](platform::Act& act) { return settle_unknown(act, lucky, Fate::booked, "x"); }).refused_as(not_unknown));
  ASSERT_TRUE(act([&](platform::Act& act) { return settle_unknown(act, id, Fate::booked, "Vu à l’écran"); }, second));
  EXPECT_EQ(get(id).state, State::booked);
  EXPECT_EQ(get(made).state, BatchState::settled);
  EXPECT_EQ(owed(AccountKind::bank), Money{24'000});
}

TEST_P(Reconciliation, TheBanksWordSettlesAnUnknownOrder) {  // P8.unknown
  open_account();
  const OrderId id = ask(debit(1));
  sent();
  clock_.advance(base::hours{24 * 30});
  hear();
  ASSERT_EQ(get(id).state, State::unknown);
  ASSERT_TRUE(take_statement({of(id)}));
  EXPECT_EQ(get(id).state, State::booked);
}

TEST_P(Reconciliation, AWholeFileMayBeRejectedAtOnce) {  // P8.rejected
  open_account();
  const OrderId first = ask(debit(1)), other = ask(debit(2));
  const BatchId made = sent();
  ASSERT_TRUE(take(
      bank::status_report(message_id(made), {{.group_id = group_id(made, 1), .end_to_end_id = "", .code = "FF01"}})));
  EXPECT_EQ(get(first).state, State::rejected);
  EXPECT_EQ(get(other).state, State::rejected);
  EXPECT_EQ(get(made).state, BatchState::settled);
  NewOrder again = debit(1);
  again.attempt = 2;
  EXPECT_TRUE(act([&](platform::Act& act) { return order(act, again); })) << "the desk may ask again";
}

}  // namespace
}  // namespace payments
