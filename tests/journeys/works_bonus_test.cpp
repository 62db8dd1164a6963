// A quarter's bonuses, from the run to the statement and the booked transfer (W28, W29, W30).
#include <gmock/gmock.h>

#include "desks/works/money/broker_store.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/money_scene.hpp"

namespace works::bonus {
namespace {

namespace money_scene = support::money_scene;
namespace payment = support::payment_scene;
using support::form;
using support::Person;
using testing::HasSubstr;
using testing::Not;

base::Day day(int year, int month, int day) { return *base::Day::of(year, month, day); }

class BonusJourney : public support::HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    boss_ = administrator();
    payment::open_account(house());
    broker_ = support::scene::new_broker(house());
    firm_ = support::scene::new_firm(house());
  }
  void make_payable() {
    money_scene::give_account(house(), broker_);
    act([&](platform::Act& act) { money::accept_self_billing(act.tx, broker_.actor.organisation, act.now); });
  }
  void travel(base::Day to) {
    house().clock().set(base::paris::at(to, 10, 0));
    house().settle();
    for (Person* person : {&boss_, &broker_, &firm_}) money_scene::sign_in_again(house(), *person);
  }
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
  std::string mails() {
    std::string all;
    for (const auto& message : support::scene::messages_to(house(), broker_.actor.organisation))
      if (message.channel == messages::Channel::mail)
        all += message.subject + (message.attachments.empty() ? "" : " [pièce]") + "\n" + message.body + "\n";
    return all;
  }

  Person boss_, broker_, firm_;
};
MANDAT_ON_BOTH_ENGINES(BonusJourney);

TEST_P(BonusJourney, IsRunOnceWithOneStatementAndOneTransferForABroker) {  // W28, W29, W28.self_billing
  make_payable();
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
  make_payable();
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
  EXPECT_EQ(house().post("/travaux/reglages/facturation", &broker_, form({{"billing", "oui"}})).status, 303);
  run(day(2027, 1, 1));
  EXPECT_EQ(statements().size(), 1U) << "paid as soon as it can be";
}

TEST_P(BonusJourney, BearsVatForALiableBroker) {  // W28
  make_payable();
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
  make_payable();
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

TEST_P(BonusJourney, IsTransferredAgainOnceTheAccountIsRight) {  // W29
  make_payable();
  money_scene::closed_claim(house(), broker_, firm_);
  travel(day(2027, 1, 4));
  run(day(2027, 1, 1));
  money_scene::give_account(house(), broker_, money_scene::other_iban);
  house().settle();
  EXPECT_EQ(statements().at(0).state, State::unpaid) << "it was to go to the old account";
  const auto again = "/administration/primes/" + std::to_string(statements()[0].bill.value) + "/virement";
  EXPECT_EQ(house().post(again, &boss_).status, 303);
  EXPECT_EQ(house().post(again, &boss_).status, 409);
  EXPECT_EQ(payment::get(house(), statements()[0].order).iban.text(), money_scene::other_iban);
}

}  // namespace
}  // namespace works::bonus
