// A commission, from the closed job to the reconciled debit, and all that may come between (W27, W30).
#include <gmock/gmock.h>

#include "floor/ledger/trial_balance.hpp"
#include "support/commission_journey.hpp"

namespace works::commission {
namespace {

namespace money = support::money_scene;
namespace payment = support::payment_scene;
using support::form;
using support::Person;
using testing::HasSubstr;
using testing::Not;

base::Day day(int year, int month, int day) { return *base::Day::of(year, month, day); }

using support::CommissionJourney;
MANDAT_ON_BOTH_ENGINES(CommissionJourney);

TEST_P(CommissionJourney, IsInvoicedAnnouncedDebitedAndReconciled) {  // W27.debit_day, W27.pre_notification, W27.paid
  money::sign_mandate(house(), firm_);
  const auto mandate = money::closed_job(house(), broker_, firm_);
  const auto planned = now(mandate);
  EXPECT_EQ(planned.state, State::planned);
  EXPECT_EQ(planned.amount, base::Money::euros(120));
  EXPECT_EQ(planned.debit_on, day(2026, 12, 8)) << "15 days after the 23rd of November";
  EXPECT_EQ(planned.debit_until, day(2026, 12, 23));
  EXPECT_EQ(planned.bill_number, "F-2026-000001");
  EXPECT_EQ(order_of(planned).mandate->sequence, payments::Sequence::first);

  const auto bill = bills(mandate).at(0);
  EXPECT_TRUE(bill.document) << "drawn by the worker";  // P9.paper
  EXPECT_EQ(bill.net, base::Money::euros(100));
  EXPECT_EQ(bill.vat, base::Money::euros(20));
  EXPECT_THAT(bill.payment, testing::AllOf(HasSubstr("8 déc. 2026"), HasSubstr("RUM : MDT-"), HasSubstr("ICS : FR72")));
  EXPECT_THAT(mails(), HasSubstr("Facture n° F-2026-000001 [pièce]"));
  const std::string paper = "/documents/" + std::to_string(bill.document.value);
  EXPECT_EQ(house().get(paper, &firm_).status, 200);
  EXPECT_EQ(house().get(paper, &boss_).status, 200);
  EXPECT_EQ(house().get(paper, &broker_).status, 404) << "the broker's claim does not show it";

  send_on(day(2026, 12, 3));
  EXPECT_EQ(order_of(planned).execution_day, day(2026, 12, 8));
  travel(day(2026, 12, 9));
  money::bank_books(house(), planned.order, 1);
  EXPECT_EQ(now(mandate).state, State::paid);
  EXPECT_EQ(now(mandate).settled_on, day(2026, 12, 8));
  EXPECT_EQ(owed(), base::Money{});
  EXPECT_THAT(text_at("/chantiers/commissions", &firm_),
              testing::AllOf(HasSubstr("Payée"), HasSubstr("Prélevée le 08/12/2026"), HasSubstr("120,00\u00a0€")));
  EXPECT_THAT(text_at("/chantiers/" + std::to_string(mandate.value), &firm_), HasSubstr("Payée"));
  EXPECT_THAT(text_at("/travaux/dossiers/" + std::to_string(planned.claim.value), &boss_), HasSubstr("Payée"));
  EXPECT_THAT(text_at("/travaux/dossiers/" + std::to_string(planned.claim.value), &broker_), Not(HasSubstr("Payée")));
  EXPECT_THAT(text_at("/administration/commissions", &boss_), HasSubstr("F-2026-000001"));
}

TEST_P(CommissionJourney, IsOwedAgainOnceTheDebitIsReturned) {  // W27.returned, W27.again
  money::sign_mandate(house(), firm_);
  const auto mandate = money::closed_job(house(), broker_, firm_);
  send_on(day(2026, 12, 3));
  travel(day(2026, 12, 9));
  money::bank_books(house(), now(mandate).order, 1);
  travel(day(2027, 1, 20));
  money::bank_returns(house(), now(mandate).order, "MD06", 2);
  EXPECT_EQ(now(mandate).state, State::unpaid);
  EXPECT_EQ(owed(), base::Money::euros(120));
  EXPECT_EQ(tasks(task::Kind::commission_unpaid), 1);
  EXPECT_THAT(mails(), HasSubstr("Prélèvement rejeté : facture n° F-2026-000001"));
  EXPECT_THAT(text_at("/administration/commissions?vue=a-traiter", &boss_), HasSubstr("Prélever à nouveau"));

  const auto again = "/administration/commissions/" + std::to_string(mandate.value) + "/prelevement";
  EXPECT_EQ(house().post(again, &boss_).status, 303);
  EXPECT_EQ(house().post(again, &boss_).status, 409) << "once";
  const auto second = now(mandate);
  EXPECT_EQ(second.attempt, 2);
  EXPECT_EQ(second.debit_on, day(2027, 2, 3)) << "14 days after its announcement";
  EXPECT_EQ(order_of(second).mandate->sequence, payments::Sequence::recurrent);
  EXPECT_THAT(mails(), HasSubstr("Nouveau prélèvement annoncé"));
}

TEST_P(CommissionJourney, WaitsForTheMandateAndIsATaskWhenItComesTooLate) {  // W27.never_late, W27.mandate
  const auto early = money::closed_job(house(), broker_, firm_);
  EXPECT_EQ(now(early).state, State::awaiting_mandate);
  EXPECT_THAT(mails(), HasSubstr("Il manque votre mandat de prélèvement"));
  travel(day(2026, 12, 1));
  money::sign_mandate(house(), firm_);
  EXPECT_EQ(now(early).state, State::planned);
  EXPECT_EQ(now(early).debit_on, day(2026, 12, 15)) << "14 days after it could be announced";
  EXPECT_THAT(mails(), HasSubstr("Prélèvement annoncé : facture"));

  firm_ = support::scene::new_firm(house());
  const auto late = money::closed_job(house(), broker_, firm_);
  EXPECT_EQ(now(late).closed_on, day(2026, 12, 1));
  travel(day(2026, 12, 17));
  EXPECT_EQ(now(late).state, State::awaiting_mandate) << "14 days before the 31st, the last day to announce";
  travel(day(2026, 12, 18));
  EXPECT_EQ(now(late).state, State::stuck);
  EXPECT_EQ(tasks(task::Kind::commission_stuck), 1);
}

TEST_P(CommissionJourney, IsNeverSilentlyLateWhenNoBatchTakesIt) {  // W27.never_late
  money::sign_mandate(house(), firm_);
  const auto mandate = money::closed_job(house(), broker_, firm_);
  travel(day(2026, 12, 18));
  EXPECT_EQ(tasks(task::Kind::commission_unbatched), 0);
  travel(day(2026, 12, 19));
  EXPECT_EQ(tasks(task::Kind::commission_unbatched), 1);
  house().clock().set(base::paris::start_of(day(2026, 12, 24)) - base::seconds(1));
  house().settle();
  EXPECT_EQ(now(mandate).state, State::planned) << "until the end of D+30 in Paris";
  house().clock().set(base::paris::start_of(day(2026, 12, 24)));
  house().settle();
  EXPECT_EQ(now(mandate).state, State::stuck);
  EXPECT_EQ(order_of(now(mandate)).state, payments::State::cancelled);
  EXPECT_EQ(tasks(task::Kind::commission_stuck), 1);
  EXPECT_EQ(owed(), base::Money::euros(120)) << "still due";
}

TEST_P(CommissionJourney, LeavesItsBatchWhenTheMandateIsRevokedBeforeTheRelease) {  // W27.mandate
  money::sign_mandate(house(), firm_);
  const auto mandate = money::closed_job(house(), broker_, firm_);
  travel(day(2026, 12, 3));
  const auto batch = payment::prepared(house());
  EXPECT_EQ(house().post("/chantiers/reglages/banque/revocation", &firm_).status, 303);
  house().settle();
  EXPECT_EQ(now(mandate).state, State::awaiting_mandate);
  EXPECT_EQ(payment::get(house(), now(mandate).order).state, payments::State::cancelled);
  EXPECT_FALSE(act([&](platform::Act& act) { return payments::release(act, batch); },
                   platform::Author{platform::Cause::person, {99}, {1}, {}}))
      << "nothing is left in it";
  EXPECT_THAT(text_at("/chantiers/reglages/banque", &firm_), HasSubstr("Révoqué"));
  money::sign_mandate(house(), firm_);
  const auto again = now(mandate);
  EXPECT_EQ(again.state, State::planned);
  EXPECT_EQ(order_of(again).mandate->sequence, payments::Sequence::first);
  EXPECT_THAT(order_of(again).mandate->reference, testing::EndsWith("-2"));
}

TEST_P(CommissionJourney, FollowsTheAccountOnlyUnderANewMandate) {  // W27.mandate_amended
  money::sign_mandate(house(), firm_);
  const auto mandate = money::closed_job(house(), broker_, firm_);
  money::give_account(house(), firm_, money::other_iban);
  house().settle();
  EXPECT_EQ(now(mandate).state, State::awaiting_mandate);
  const auto mandates = read([&](db::Transaction& tx) { return debit_mandate::all_of(tx, firm_.actor.organisation); });
  ASSERT_EQ(mandates.size(), 1U);
  EXPECT_EQ(mandates[0].state, debit_mandate::State::replaced);
}

TEST_P(CommissionJourney, FindsTheMandateLapsedAfterThreeYearsWithoutADebit) {  // W27.mandate_lapse
  money::sign_mandate(house(), firm_);
  travel(day(2029, 11, 23), 23);
  const auto active = [&] {
    return read([&](db::Transaction& tx) { return debit_mandate::active_of(tx, firm_.actor.organisation); });
  };
  EXPECT_TRUE(active()) << "the last day";
  travel(day(2029, 11, 24), 0);
  EXPECT_FALSE(active());
  EXPECT_THAT(mails(), HasSubstr("36 mois"));
}

TEST_P(CommissionJourney, IsCreditedBeforeItsDebitAndDueAgainWhenThatIsReversed) {  // W30.commission, P9.numbers
  money::sign_mandate(house(), firm_);
  const auto mandate = money::closed_job(house(), broker_, firm_);
  const auto entry = now(mandate).entry;
  reverse(entry, "Chantier facturé deux fois");
  EXPECT_EQ(now(mandate).state, State::credited);
  EXPECT_EQ(order_of(now(mandate)).state, payments::State::cancelled);
  const auto issued = bills(mandate);
  ASSERT_EQ(issued.size(), 2U);
  EXPECT_EQ(issued[1].kind, bill::Kind::commission_credit);
  EXPECT_EQ(issued[1].number, "F-2026-000002") << "no gap";
  EXPECT_EQ(issued[1].corrects, "F-2026-000001");
  EXPECT_EQ(issued[1].gross(), base::Money::euros(120));
  EXPECT_TRUE(issued[1].document);
  EXPECT_THAT(mails(), HasSubstr("Avoir n° F-2026-000002 [pièce]"));
  EXPECT_EQ(owed(), base::Money{});

  const auto reversal = read([&](db::Transaction& tx) { return ledger::reversal_of(tx, entry); });
  ASSERT_TRUE(reversal);
  reverse(*reversal, "Facturé une seule fois");
  const auto again = now(mandate);
  EXPECT_EQ(again.state, State::planned);
  EXPECT_EQ(again.bill_number, "F-2026-000003") << "under a new invoice";
  EXPECT_EQ(again.debit_on, day(2026, 12, 7)) << "announced 14 days before";
  EXPECT_EQ(owed(), base::Money::euros(120));
}

TEST_P(CommissionJourney, IsTransferredBackWhenItIsReversedOncePaid) {  // W30.commission
  money::sign_mandate(house(), firm_);
  const auto mandate = money::closed_job(house(), broker_, firm_);
  send_on(day(2026, 12, 3));
  travel(day(2026, 12, 9));
  money::bank_books(house(), now(mandate).order, 1);
  reverse(now(mandate), "Chantier annulé");
  EXPECT_EQ(now(mandate).state, State::credited);
  EXPECT_EQ(owed(), -base::Money::euros(120)) << "we owe it";
  const auto refunds =
      read([&](db::Transaction& tx) { return payments::of_subject(tx, "works.commission_refund", mandate.value); });
  ASSERT_EQ(refunds.size(), 1U);
  payment::sent(house(), payments::Kind::credit_transfer);
  travel(day(2026, 12, 11));
  money::bank_books(house(), refunds[0].id, 2);
  EXPECT_EQ(owed(), base::Money{});
}

TEST_P(CommissionJourney, ReversedAndDueAgainTakesTheFirmsMoneyOnce) {  // W30.commission
  money::sign_mandate(house(), firm_);
  const auto mandate = money::closed_job(house(), broker_, firm_);
  auto last = now(mandate).entry;
  const auto turn = [&] {
    reverse(last, "Erreur de saisie");
    last = *read([&](db::Transaction& tx) { return ledger::reversal_of(tx, last); });
  };
  const auto refunds = [&] {
    return read(
        [&](db::Transaction& tx) { return payments::of_subject(tx, "works.commission_refund", mandate.value); });
  };
  send_on(day(2026, 12, 3));
  turn();
  turn();
  EXPECT_EQ(now(mandate).state, State::planned);
  EXPECT_EQ(order_of(now(mandate)).state, payments::State::released) << "the debit under way, and no second one";
  travel(day(2026, 12, 9));
  money::bank_books(house(), now(mandate).order, 1);
  EXPECT_EQ(now(mandate).state, State::paid);

  turn();
  ASSERT_EQ(refunds().size(), 1U);
  turn();
  EXPECT_EQ(now(mandate).state, State::paid) << "the transfer back had not left";
  EXPECT_EQ(refunds()[0].state, payments::State::cancelled);
  EXPECT_EQ(owed(), base::Money{});

  turn();
  ASSERT_EQ(refunds().size(), 2U);
  payment::sent(house(), payments::Kind::credit_transfer);
  travel(day(2026, 12, 11));
  money::bank_books(house(), refunds()[1].id, 2);
  turn();
  EXPECT_EQ(now(mandate).state, State::planned) << "it was paid back: another debit is announced";
  EXPECT_EQ(now(mandate).debit_on, day(2026, 12, 28));
  EXPECT_EQ(owed(), base::Money::euros(120));
  send_on(day(2026, 12, 23));
  travel(day(2026, 12, 29));
  money::bank_books(house(), now(mandate).order, 3);
  EXPECT_EQ(now(mandate).state, State::paid);
  EXPECT_EQ(owed(), base::Money{});
}

TEST_P(CommissionJourney, CountsItsDaysInParisOverTheClockChange) {  // W27.debit_day, W27.never_late
  house().clock().set(*base::instant_from_iso_utc("2027-03-27T09:00:00Z"));
  money::sign_mandate(house(), firm_);
  const auto job = support::scene::ask(house(), broker_, support::scene::declare(house(), broker_), firm_);
  support::scene::accept(house(), firm_, job);
  support::scene::validate_quote(house(), broker_, support::scene::upload_quote(house(), firm_, job));
  house().clock().set(*base::instant_from_iso_utc("2027-03-28T22:30:00Z"));  // 00:30 on the 29th, summer time
  support::scene::close_job(house(), firm_, job);
  house().settle();
  EXPECT_EQ(now(job).closed_on, day(2027, 3, 29));
  EXPECT_EQ(now(job).debit_on, day(2027, 4, 13));
  EXPECT_EQ(now(job).debit_until, day(2027, 4, 28));
  house().clock().set(*base::instant_from_iso_utc("2027-04-28T21:59:59Z"));
  house().settle();
  EXPECT_EQ(now(job).state, State::planned);
  house().clock().set(*base::instant_from_iso_utc("2027-04-28T22:00:00Z"));
  house().settle();
  EXPECT_EQ(now(job).state, State::stuck);
}

}  // namespace
}  // namespace works::commission
