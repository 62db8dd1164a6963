// A quarter's bonuses, from the run to the statement and the booked transfer (W28, W29, W30).
#include <gmock/gmock.h>

#include "desks/works/task/task.hpp"
#include "support/money_on_both_engines.hpp"

namespace works::bonus {
namespace {

namespace money_scene = support::money_scene;
namespace payment = support::payment_scene;
using support::form;
using support::Person;
using testing::HasSubstr;
using testing::Not;

base::Day day(int year, int month, int day) { return *base::Day::of(year, month, day); }

class BonusJourney : public support::MoneyOnBothEngines {
 protected:
  web::Response run(base::Day quarter) {
    auto answer = house().post("/administration/primes", &boss_, form({{"quarter", quarter.iso()}}));
    house().settle();
    return answer;
  }
  std::vector<Statement> statements() {
    return read([&](db::Transaction& tx) { return of_broker(tx, broker_.actor.organisation, 10); });
  }
  base::Money owed() {
    return -read([&](db::Transaction& tx) {
      return ledger::balance(tx, ledger::AccountKind::bonus_payable, broker_.actor.organisation);
    });
  }
  std::vector<task::Task> tasks(task::Kind kind) {
    auto found = read([](db::Transaction& tx) { return task::open_tasks(tx, {}, 100); });
    std::erase_if(found, [&](const task::Task& task) { return task.kind != kind; });
    return found;
  }
  // What administrators wait for of the quarter that begins on that day.
  std::optional<deadlines::Deadline> awaited(base::Day quarter) {
    return read(
        [&](db::Transaction& tx) { return deadlines::pending(tx, "works.bonus_run", number_of(quarter), "W29.run"); });
  }
  std::string mails() { return mails_to(broker_); }
};
MANDAT_ON_BOTH_ENGINES(BonusJourney);

TEST_P(BonusJourney, IsRunOnceWithOneStatementAndOneTransferForABroker) {  // W28, W29, W28.self_billing
  make_payable(broker_);
  money_scene::closed_claim(house(), broker_, firm_);
  money_scene::closed_claim(house(), broker_, firm_);
  EXPECT_EQ(run(day(2027, 1, 1)).status, 409) << "not before the quarter begins";
  travel(day(2027, 1, 4));
  EXPECT_THAT(text_at("/administration/primes", &boss_),
              testing::AllOf(HasSubstr("1er trimestre 2027"), HasSubstr("100,00\u00a0€"), HasSubstr("1 virement")));
  EXPECT_EQ(run(day(2027, 1, 1)).status, 303);
  EXPECT_EQ(run(day(2027, 1, 1)).status, 303) << "twice";
  ASSERT_EQ(statements().size(), 1U);
  const auto statement = statements()[0];
  EXPECT_EQ(statement.amount, base::Money::euros(100));
  EXPECT_EQ(statement.claims, 2);
  const auto order = payment::get(house(), statement.order);
  EXPECT_EQ(order.kind, payments::Kind::credit_transfer);
  EXPECT_EQ(order.party_name, broker_.actor.organisation_name) << "as on his RIB";

  const auto bill = read([&](db::Transaction& tx) { return bill::find(tx, statement.bill).value(); });
  EXPECT_THAT(bill.number, testing::AllOf(testing::StartsWith("AF-"), testing::EndsWith("-2027-000001")));
  EXPECT_THAT(bill.seller, HasSubstr(broker_.actor.organisation_name)) << "in his name";
  EXPECT_THAT(bill.mentions, testing::AllOf(HasSubstr("Autofacturation"), HasSubstr("293 B")));
  EXPECT_EQ(bill.lines.size(), 2U);
  EXPECT_TRUE(bill.document);
  EXPECT_THAT(mails(), HasSubstr("relevé n° " + bill.number + " [pièce]"));

  payment::sent(house(), payments::Kind::credit_transfer);
  travel(day(2027, 1, 6));
  money_scene::bank_books(house(), statement.order, 1);
  EXPECT_EQ(statements()[0].state, State::paid);
  EXPECT_EQ(owed(), base::Money{});
  EXPECT_THAT(text_at("/travaux/primes", &broker_), testing::AllOf(HasSubstr("Versé le"), HasSubstr(bill.number)));
}

TEST_P(BonusJourney, PaysWhatWasClosedBeforeTheQuarterBeganInParis) {  // W29
  make_payable(broker_);
  house().clock().set(*base::instant_from_iso_utc("2026-12-31T22:59:59Z"));
  money_scene::closed_claim(house(), broker_, firm_);
  house().clock().set(*base::instant_from_iso_utc("2026-12-31T23:00:00Z"));
  money_scene::closed_claim(house(), broker_, firm_);
  travel(day(2027, 1, 4));
  run(day(2027, 1, 1));
  EXPECT_EQ(statements().at(0).claims, 1);
  EXPECT_EQ(owed(), base::Money::euros(100)) << "both are owed, one is on its way";
  travel(day(2027, 4, 1));
  run(day(2027, 4, 1));
  EXPECT_EQ(statements().size(), 2U);
  EXPECT_EQ(statements().at(0).claims, 1);
}

TEST_P(BonusJourney, IsKeptAndToldWhileTheAccountOrTheAgreementIsMissing) {  // W29.kept
  money_scene::closed_claim(house(), broker_, firm_);
  travel(day(2027, 1, 4));
  EXPECT_THAT(text_at("/travaux/primes", &broker_), HasSubstr("Indiquez votre RIB"));
  run(day(2027, 1, 1));
  EXPECT_TRUE(statements().empty());
  EXPECT_THAT(mails(), HasSubstr("il manque votre RIB"));
  money_scene::give_account(house(), broker_);
  run(day(2027, 1, 1));
  EXPECT_TRUE(statements().empty());
  EXPECT_THAT(mails(), HasSubstr("il manque votre accord d’autofacturation"));
  EXPECT_THAT(mails(), HasSubstr("le virement est alors préparé aussitôt"));
  EXPECT_EQ(house().post("/travaux/reglages/facturation", &broker_, form({{"billing", "oui"}})).status, 303);
  house().settle();
  ASSERT_EQ(statements().size(), 1U) << "as it was promised, and without an administrator";
  EXPECT_EQ(statements()[0].state, State::planned);
  EXPECT_EQ(payment::get(house(), statements()[0].order).amount, base::Money::euros(50));
  EXPECT_THAT(mails(), HasSubstr("relevé n° " + statements()[0].number + " [pièce]"));
  run(day(2027, 1, 1));
  EXPECT_EQ(statements().size(), 1U) << "and once";
  EXPECT_EQ(owed(), base::Money::euros(50));
}

TEST_P(BonusJourney, IsNotTransferredBeforeItsQuarterIsRun) {  // W29.kept
  money_scene::closed_claim(house(), broker_, firm_);
  make_payable(broker_);
  EXPECT_TRUE(statements().empty()) << "its quarter has not begun";
  travel(day(2027, 1, 4));
  money_scene::give_account(house(), broker_, money_scene::other_iban);
  EXPECT_TRUE(statements().empty()) << "the run takes it with the others";
  run(day(2027, 1, 1));
  EXPECT_EQ(statements().size(), 1U);
}

TEST_P(BonusJourney, IsATaskFromTheFirstBankDayOfTheQuarterUntilItIsRun) {  // W29.run
  make_payable(broker_);
  EXPECT_FALSE(awaited(day(2027, 1, 1)));
  money_scene::closed_claim(house(), broker_, firm_);
  ASSERT_TRUE(awaited(day(2027, 1, 1)));
  EXPECT_EQ(awaited(day(2027, 1, 1))->due, base::paris::at(day(2027, 1, 4), 9, 0));
  EXPECT_EQ(awaited(day(2027, 1, 1))->owner, boss_.actor.organisation);
  EXPECT_THAT(text_at("/administration/echeances", &boss_), HasSubstr("Versement des primes du trimestre"));
  house().clock().set(base::paris::at(day(2027, 1, 4), 9, 0) - base::seconds(1));
  house().settle();
  EXPECT_TRUE(tasks(task::Kind::bonus_run).empty());
  travel(day(2027, 1, 4));
  ASSERT_EQ(tasks(task::Kind::bonus_run).size(), 1U);
  EXPECT_THAT(text_at("/administration/taches", &boss_),
              testing::AllOf(HasSubstr("Primes du trimestre à verser"), HasSubstr("Établir les versements")));
  EXPECT_TRUE(awaited(day(2027, 4, 1))) << "and the next is awaited";
  run(day(2027, 1, 1));
  EXPECT_TRUE(tasks(task::Kind::bonus_run).empty()) << "running it ends the task";
  travel(day(2027, 4, 2));
  EXPECT_TRUE(tasks(task::Kind::bonus_run).empty()) << "nothing is due in the second quarter";
  money_scene::closed_claim(house(), broker_, firm_);
  travel(day(2027, 7, 2));
  EXPECT_EQ(tasks(task::Kind::bonus_run).size(), 1U) << "the third has something again";
}

TEST_P(BonusJourney, RunBeforeItsHourIsNoTask) {  // W29.run
  make_payable(broker_);
  money_scene::closed_claim(house(), broker_, firm_);
  travel(day(2027, 1, 2));
  run(day(2027, 1, 1));
  EXPECT_EQ(statements().size(), 1U);
  EXPECT_FALSE(awaited(day(2027, 1, 1)));
  EXPECT_TRUE(awaited(day(2027, 4, 1)));
  travel(day(2027, 1, 5));
  EXPECT_TRUE(tasks(task::Kind::bonus_run).empty());
}

TEST_P(BonusJourney, OfABrokerWhoLacksSomethingIsATaskThatTellingHimEnds) {  // W29.run, W29.kept
  money_scene::closed_claim(house(), broker_, firm_);
  travel(day(2027, 1, 4));
  EXPECT_EQ(tasks(task::Kind::bonus_run).size(), 1U);
  EXPECT_THAT(text_at("/administration/primes", &boss_), HasSubstr("Prévenir les courtiers de ce qui manque"));
  run(day(2027, 1, 1));
  EXPECT_TRUE(tasks(task::Kind::bonus_run).empty());
  EXPECT_THAT(mails(), HasSubstr("il manque votre RIB"));
}

TEST_P(BonusJourney, IsNeverSilentlyLateWhenNoBatchTakesItsTransfer) {  // W29.never_late
  make_payable(broker_);
  money_scene::closed_claim(house(), broker_, firm_);
  travel(day(2027, 1, 4));
  run(day(2027, 1, 1));
  const auto order = payment::get(house(), statements().at(0).order);
  EXPECT_EQ(order.latest, day(2027, 2, 3)) << "30 days after the 4th of January";
  travel(day(2027, 1, 29));
  EXPECT_TRUE(tasks(task::Kind::transfer_unbatched).empty());
  travel(day(2027, 1, 30));
  ASSERT_EQ(tasks(task::Kind::transfer_unbatched).size(), 1U);
  house().clock().set(base::paris::start_of(day(2027, 2, 4)) - base::seconds(1));
  house().settle();
  EXPECT_EQ(statements()[0].state, State::planned) << "until the end of its last day";
  travel(day(2027, 2, 4));
  EXPECT_EQ(statements()[0].state, State::unpaid);
  EXPECT_TRUE(tasks(task::Kind::transfer_unbatched).empty());
  ASSERT_EQ(tasks(task::Kind::bonus_unpaid).size(), 1U);

  travel(day(2027, 4, 6));
  EXPECT_THAT(text_at("/administration/primes", &boss_),
              testing::AllOf(HasSubstr("Relevés d’autres trimestres"), HasSubstr("Virer à nouveau")))
      << "the quarter is over, the debt is not";
  const auto again = "/administration/primes/" + std::to_string(statements()[0].bill.value) + "/virement";
  EXPECT_EQ(house().post(again, &boss_).status, 303);
  EXPECT_TRUE(tasks(task::Kind::bonus_unpaid).empty()) << "making it again ends the task";
  travel(day(2027, 5, 4));
  EXPECT_EQ(tasks(task::Kind::transfer_unbatched).size(), 1U) << "a second time too";
  travel(day(2027, 5, 8));
  EXPECT_EQ(tasks(task::Kind::bonus_unpaid).size(), 1U);
}

TEST_P(BonusJourney, WaitsInSilenceOnceItsTransferIsWithTheBank) {  // W29.never_late
  make_payable(broker_);
  money_scene::closed_claim(house(), broker_, firm_);
  travel(day(2027, 1, 4));
  run(day(2027, 1, 1));
  payment::sent(house(), payments::Kind::credit_transfer);
  travel(day(2027, 1, 5));
  money_scene::bank_books(house(), statements().at(0).order, 1);
  travel(day(2027, 2, 5));
  EXPECT_TRUE(tasks(task::Kind::transfer_unbatched).empty());
  EXPECT_EQ(statements()[0].state, State::paid);
}

TEST_P(BonusJourney, BearsVatForALiableBroker) {  // W28
  make_payable(broker_);
  EXPECT_EQ(house().post("/travaux/reglages/facturation", &broker_, form({{"vat", "oui"}})).status, 303);
  money_scene::closed_claim(house(), broker_, firm_);
  travel(day(2027, 1, 4));
  run(day(2027, 1, 1));
  EXPECT_EQ(statements().at(0).amount, base::Money::euros(60));
  const auto id = statements().at(0).bill;
  const auto bill = read([&](db::Transaction& tx) { return bill::find(tx, id); });
  EXPECT_THAT(bill->mentions, Not(HasSubstr("293 B")));
}

TEST_P(BonusJourney, IsCorrectedOnTheNextStatementOncePaid) {  // W30.bonus
  make_payable(broker_);
  const auto wrong = money_scene::closed_claim(house(), broker_, firm_);
  travel(day(2027, 1, 4));
  run(day(2027, 1, 1));
  const auto entry = read([&](db::Transaction& tx) {
    for (const auto& found : ledger::of_file(tx, file_of(wrong)))
      if (found.kind == "works.bonus") return found.id;
    return ledger::EntryId{};
  });
  EXPECT_EQ(house()
                .post("/administration/ecritures/" + std::to_string(entry.value) + "/contre-passation", &boss_,
                      form({{"reason", "Déclaré deux fois"}}))
                .status,
            303);
  house().clock().advance(base::minutes{10});  // news that came close together has left
  house().settle();
  EXPECT_THAT(mails(), HasSubstr("Prime annulée"));
  travel(day(2027, 4, 2));
  run(day(2027, 4, 1));
  EXPECT_EQ(statements().size(), 1U) << "nothing is paid while the total is below zero";
  money_scene::closed_claim(house(), broker_, firm_);
  money_scene::closed_claim(house(), broker_, firm_);
  travel(day(2027, 7, 1));
  run(day(2027, 7, 1));
  ASSERT_EQ(statements().size(), 2U);
  EXPECT_EQ(statements()[0].amount, base::Money::euros(50)) << "two bonuses, one taken back";
  const auto id = statements()[0].bill;
  const auto bill = read([&](db::Transaction& tx) { return bill::find(tx, id).value(); });
  EXPECT_THAT(bill.lines.at(0).text, HasSubstr("Déclaré deux fois"));
}

TEST_P(BonusJourney, FollowsTheBrokerToHisNewAccount) {  // W29.again
  make_payable(broker_);
  money_scene::closed_claim(house(), broker_, firm_);
  travel(day(2027, 1, 4));
  run(day(2027, 1, 1));
  money_scene::give_account(house(), broker_, money_scene::other_iban);
  house().settle();
  EXPECT_EQ(statements().at(0).state, State::planned) << "as the settings say";
  EXPECT_EQ(statements()[0].attempt, 2);
  EXPECT_EQ(payment::get(house(), statements()[0].order).iban.text(), money_scene::other_iban);
  EXPECT_TRUE(tasks(task::Kind::bonus_unpaid).empty()) << "nobody has anything to do";
  EXPECT_THAT(mails(), HasSubstr("présenté sur le nouveau"));
  payment::sent(house(), payments::Kind::credit_transfer);
  travel(day(2027, 1, 6));
  money_scene::bank_books(house(), statements()[0].order, 1);
  EXPECT_EQ(owed(), base::Money{}) << "once";
}

TEST_P(BonusJourney, ReturnedByTheBankIsTransferredAgainByHandOrToAnotherAccount) {  // W29.again
  make_payable(broker_);
  money_scene::closed_claim(house(), broker_, firm_);
  travel(day(2027, 1, 4));
  run(day(2027, 1, 1));
  payment::sent(house(), payments::Kind::credit_transfer);
  travel(day(2027, 1, 6));
  money_scene::bank_books(house(), statements().at(0).order, 1);
  money_scene::bank_returns(house(), statements()[0].order, "AC04", 2);
  EXPECT_EQ(statements()[0].state, State::unpaid);
  EXPECT_EQ(tasks(task::Kind::bonus_unpaid).size(), 1U);
  EXPECT_THAT(mails(), HasSubstr("si vous en indiquez un autre, le virement y est présenté aussitôt"));
  const auto again = "/administration/primes/" + std::to_string(statements()[0].bill.value) + "/virement";
  EXPECT_EQ(house().post(again, &boss_).status, 303);
  EXPECT_EQ(house().post(again, &boss_).status, 409) << "once";
  payment::sent(house(), payments::Kind::credit_transfer);
  travel(day(2027, 1, 8));
  money_scene::bank_books(house(), statements()[0].order, 3);
  money_scene::bank_returns(house(), statements()[0].order, "AC04", 4);
  ASSERT_EQ(tasks(task::Kind::bonus_unpaid).size(), 1U) << "a second time too";
  money_scene::give_account(house(), broker_, money_scene::other_iban);
  house().settle();
  EXPECT_EQ(statements()[0].state, State::planned);
  EXPECT_EQ(payment::get(house(), statements()[0].order).iban.text(), money_scene::other_iban);
  EXPECT_TRUE(tasks(task::Kind::bonus_unpaid).empty());
  EXPECT_EQ(owed(), base::Money::euros(50));
}

}  // namespace
}  // namespace works::bonus
