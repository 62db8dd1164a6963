// A business that opened yesterday: nothing is billed or signed before both sides have said who they are, and nothing
// is lost meanwhile (P9.identity).
#include <gmock/gmock.h>

#include "desks/works/bonus/bonus.hpp"
#include "desks/works/commission/held.hpp"
#include "desks/works/money/broker_store.hpp"
#include "desks/works/task/task.hpp"
#include "floor/identity/legal.hpp"
#include "support/browser.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/money_scene.hpp"

namespace works {
namespace {

namespace cash = support::money_scene;
using support::form;
using support::Person;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view house_page = "/administration/identite", bank_page = "/chantiers/reglages/banque";

class LegalIdentity : public support::HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    // As `mandat admin create` leaves it: a name.
    const auto unnamed = act([](platform::Act& act) {
      return identity::create_organisation(act,
                                           {.name = "Mandat", .kinds = {identity::OrganisationKind::administrator}})
          .value();
    });
    boss_ = support::new_member(platform(), unnamed);
    reader_ = support::new_member(platform(), unnamed, identity::Role::reader);
    support::payment_scene::open_account(house());
    broker_ = support::scene::new_broker(house());
    firm_ = support::scene::new_firm(house(), {"plomberie"}, "Plomberie Vasseur");
  }
  web::Response name_house(support::Values values = {}) {
    web::Fields typed;
    const auto otherwise = [&](std::string name, std::string value) {
      for (const auto& [given, other] : values)
        if (given == name) value = other;
      typed.add(std::move(name), std::move(value));
    };
    otherwise("name", "Mandat Réseau");
    otherwise("legal_form", "SAS au capital de 10 000 €");
    otherwise("siren", "123 456 782");
    otherwise("vat_number", "");
    otherwise("street", "3 quai de l’Écluse");
    otherwise("postal_code", "69001");
    otherwise("city", "Lyon");
    auto answer = house().post(house_page, &boss_, typed);
    house().settle();
    return answer;
  }
  void forget_street_of(const Person& partner) {
    act([&](platform::Act& act) {
      act.tx.execute("UPDATE establishments SET street = '' WHERE organisation_id = :id",
                     {{"id", partner.actor.organisation}});
    });
  }
  std::optional<commission::Commission> invoiced(MandateId mandate) {
    return read([&](db::Transaction& tx) { return commission::find(tx, mandate); });
  }
  int held_tasks() {
    int found = 0;
    for (const auto& task : read([](db::Transaction& tx) { return task::open_tasks(tx, {}, 100); }))
      found += task.kind == task::Kind::bill_held ? 1 : 0;
    return found;
  }
  std::string mails_to(const Person& person) {
    std::string all;
    for (const auto& message : support::scene::messages_to(house(), person.actor.organisation))
      if (message.channel == messages::Channel::mail) all += message.subject + "\n" + message.body + "\n";
    return all;
  }
  Person boss_, reader_, broker_, firm_;
};
MANDAT_ON_BOTH_ENGINES(LegalIdentity);

TEST_P(LegalIdentity, OfTheHouseIsAskedForOnEveryPageUntilItIsThere) {  // P9.identity
  EXPECT_THAT(text_at("/administration/taches", &boss_), HasSubstr("L’identité de l’exploitant est incomplète"));
  EXPECT_THAT(text_at("/travaux", &broker_), Not(HasSubstr("L’identité de l’exploitant")));
  EXPECT_THAT(text_at(house_page, &boss_), HasSubstr("Il manque la forme juridique, le numéro SIREN, la rue"));
  EXPECT_EQ(house().post(house_page, &reader_, {}).status, 403);

  const auto refused = name_house({{"siren", "123 456 783"},
                                   {"legal_form", " "},
                                   {"vat_number", "FR00000000000"},
                                   {"street", ""},
                                   {"postal_code", "99999"}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(support::text_of_html(refused.body),
              AllOf(HasSubstr("Un numéro SIREN a neuf chiffres"), HasSubstr("Indiquez la forme juridique"),
                    HasSubstr("Un numéro de TVA français"), HasSubstr("Indiquez le numéro et la rue"),
                    HasSubstr("Ce code postal n’existe pas")));
  EXPECT_THAT(refused.body, HasSubstr("123 456 783")) << "what was typed stays";
  EXPECT_THAT(support::text_of_html(name_house({{"vat_number", "FR83404833048"}}).body),
              HasSubstr("Ce numéro de TVA n’est pas celui du SIREN"));
  const auto taken = read([&](db::Transaction& tx) { return identity::legal_of(tx, firm_.actor.organisation).siren; });
  const auto clash = name_house({{"siren", taken->text()}});
  EXPECT_EQ(clash.status, 409);
  EXPECT_THAT(support::text_of_html(clash.body), HasSubstr("Une organisation porte déjà ce numéro SIREN"));

  EXPECT_EQ(name_house().status, 303);
  EXPECT_THAT(text_at("/administration/taches", &boss_), Not(HasSubstr("L’identité de l’exploitant")));
  EXPECT_THAT(text_at(house_page, &reader_), AllOf(HasSubstr("FR11123456782"), HasSubstr("3 quai de l’Écluse")));
}

TEST_P(LegalIdentity, OfTheHouseComesBeforeTheFirstMandateAndInvoice) {  // P9.identity
  cash::give_account(house(), firm_);
  EXPECT_THAT(text_at(bank_page, &firm_), HasSubstr("dès que le compte du réseau est en service et son identité"));
  EXPECT_EQ(house().post("/chantiers/reglages/banque/code", &firm_).status, 409);
  const auto closed_on = base::paris::day_of(house().clock().now());
  const auto mandate = cash::closed_job(house(), broker_, firm_);
  EXPECT_FALSE(invoiced(mandate));
  EXPECT_EQ(held_tasks(), 1);
  EXPECT_THAT(text_at("/administration/taches", &boss_), HasSubstr("Facture en attente : identité de l’exploitant"));
  EXPECT_THAT(text_at("/chantiers/commissions", &firm_), HasSubstr("120,00\u00a0€ attendent leur facture"));
  EXPECT_THAT(mails_to(firm_), Not(HasSubstr("attend votre adresse"))) << "he has said all of his own";
  EXPECT_TRUE(read([&](db::Transaction& tx) { return commission::owes(tx, firm_.actor.organisation); }));

  house().clock().advance(base::hours(48));
  house().settle();
  for (Person* person : {&boss_, &firm_}) cash::sign_in_again(house(), *person);
  EXPECT_EQ(name_house().status, 303);
  const auto made = invoiced(mandate);
  ASSERT_TRUE(made);
  EXPECT_EQ(made->closed_on, closed_on) << "the days of W27 run from the closure";
  EXPECT_EQ(held_tasks(), 0);
  const auto bill = read([&](db::Transaction& tx) { return bill::find(tx, made->bill).value(); });
  EXPECT_TRUE(bill.document);
  EXPECT_EQ(bill.seller,
            "Mandat Réseau\nSAS au capital de 10 000 €\n3 quai de l’Écluse\n69001 Lyon\nSIREN 123456782\nTVA "
            "FR11123456782");
  EXPECT_THAT(bill.buyer,
              AllOf(HasSubstr("Plomberie Vasseur\n12 rue des Forges\n69003 Lyon 3e\nSIREN 84"), HasSubstr("\nTVA FR")));
  cash::sign_mandate(house(), firm_);
  const auto planned = invoiced(mandate);
  EXPECT_EQ(planned->state, commission::State::planned);
  EXPECT_EQ(planned->debit_until, commission::debit_window(closed_on, closed_on)->last);
  EXPECT_THAT(text_at(bank_page, &firm_), HasSubstr("3 quai de l’Écluse"));
}

TEST_P(LegalIdentity, OfTheFirmIsAskedOfTheFirm) {  // P9.identity
  name_house();
  forget_street_of(firm_);
  cash::give_account(house(), firm_);
  EXPECT_THAT(text_at(bank_page, &firm_),
              AllOf(HasSubstr("Il manque la rue"), HasSubstr("Complétez d’abord votre adresse")));
  const auto mandate = cash::closed_job(house(), broker_, firm_);
  EXPECT_FALSE(invoiced(mandate));
  EXPECT_THAT(mails_to(firm_), AllOf(HasSubstr("Votre facture attend votre adresse"), HasSubstr("il manque la rue.")));

  const auto refused = house().post("/chantiers/reglages/adresse", &firm_,
                                    form({{"street", "2 rue du Four"}, {"postal_code", "01120"}, {"city", ""}}));
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(support::text_of_html(refused.body), HasSubstr("celui de plusieurs communes : indiquez la vôtre"));
  EXPECT_THAT(refused.body, HasSubstr("2 rue du Four"));
  EXPECT_EQ(house()
                .post("/chantiers/reglages/adresse", &firm_,
                      form({{"street", "2 rue du Four"}, {"postal_code", "69003"}, {"city", ""}}))
                .status,
            303);
  house().settle();
  ASSERT_TRUE(invoiced(mandate));
  EXPECT_EQ(held_tasks(), 0);
  const auto number = invoiced(mandate)->bill;
  const auto bill = read([&](db::Transaction& tx) { return bill::find(tx, number).value(); });
  EXPECT_THAT(bill.buyer, HasSubstr("2 rue du Four\n69003 Lyon 3e"));
}

TEST_P(LegalIdentity, HoldsNothingThatWasReversedMeanwhile) {  // P9.identity, W30.commission
  const auto mandate = cash::closed_job(house(), broker_, firm_);
  const auto held = read([&](db::Transaction& tx) { return commission::to_invoice(tx, {}, 10); });
  ASSERT_EQ(held.size(), 1U);
  const auto entry = "/administration/ecritures/" + std::to_string(held[0].closed.entry.value) + "/contre-passation";
  EXPECT_EQ(held_tasks(), 1);
  EXPECT_EQ(house().post(entry, &boss_, form({{"reason", "Chantier clos par erreur"}})).status, 303);
  house().settle();
  EXPECT_EQ(held_tasks(), 0) << "there is nothing left to bill";
  EXPECT_THAT(text_at("/administration/taches?vue=terminees", &boss_), HasSubstr("Commission contre-passée"));
  name_house();
  EXPECT_FALSE(invoiced(mandate)) << "nothing is due, nothing is billed";
  EXPECT_FALSE(read([&](db::Transaction& tx) { return commission::owes(tx, firm_.actor.organisation); }));
}

TEST_P(LegalIdentity, HoldsAgainWhatWasReversedByMistake) {  // P9.identity, W30.commission
  const auto mandate = cash::closed_job(house(), broker_, firm_);
  const auto reverse = [&](ledger::EntryId id) {
    const auto at = "/administration/ecritures/" + std::to_string(id.value) + "/contre-passation";
    EXPECT_EQ(house().post(at, &boss_, form({{"reason", "Par erreur"}})).status, 303);
    house().settle();
  };
  reverse(read([&](db::Transaction& tx) { return commission::to_invoice(tx, {}, 10).at(0).closed.entry; }));
  EXPECT_EQ(held_tasks(), 0);
  reverse(read([](db::Transaction& tx) { return ledger::latest(tx, {}, 1).at(0).id; }));
  EXPECT_EQ(held_tasks(), 1);
  name_house();
  EXPECT_TRUE(invoiced(mandate));
  EXPECT_EQ(held_tasks(), 0);
}

TEST_P(LegalIdentity, OfTheBrokerComesBeforeHisStatement) {  // P9.identity, W29.kept
  cash::give_account(house(), broker_);
  act([&](platform::Act& act) { money::accept_self_billing(act.tx, broker_.actor.organisation, act.now); });
  cash::closed_claim(house(), broker_, firm_);
  forget_street_of(broker_);
  house().clock().set(base::paris::at(*base::Day::of(2027, 1, 4), 10, 0));
  house().settle();
  for (Person* person : {&boss_, &broker_}) cash::sign_in_again(house(), *person);
  const auto run = [&] {
    const auto answer = house().post("/administration/primes", &boss_, form({{"quarter", "2027-01-01"}}));
    house().settle();
    return answer.status;
  };
  const auto statements = [&] {
    return read([&](db::Transaction& tx) { return bonus::of_broker(tx, broker_.actor.organisation, 10); });
  };
  EXPECT_EQ(run(), 409) << "the house is unnamed";
  name_house();
  EXPECT_THAT(text_at("/administration/primes", &boss_), HasSubstr("Adresse à compléter"));
  EXPECT_EQ(run(), 303);
  EXPECT_TRUE(statements().empty());
  EXPECT_THAT(mails_to(broker_), HasSubstr("il manque votre adresse"));
  EXPECT_EQ(house()
                .post("/travaux/reglages/adresse", &broker_,
                      form({{"street", "5 place Carnot"}, {"postal_code", "69002"}, {"city", "Lyon"}}))
                .status,
            303);
  EXPECT_EQ(run(), 303);
  ASSERT_EQ(statements().size(), 1U);
  const auto number = statements()[0].bill;
  const auto bill = read([&](db::Transaction& tx) { return bill::find(tx, number).value(); });
  EXPECT_THAT(bill.seller, HasSubstr("5 place Carnot\n69002 Lyon"));
  EXPECT_THAT(bill.buyer, HasSubstr("3 quai de l’Écluse"));
}

TEST_P(LegalIdentity, DecidesTheVatOfACommissionNotTheRadiusBase) {  // W27, P8
  name_house();
  act([&](platform::Act& act) {
    identity::change_seat(act, firm_.actor.organisation,
                          {"8 rue du Piton", base::PostalCode::parse("97400"), "Saint-Denis", "97411"});
  });
  const auto made = invoiced(cash::closed_job(house(), broker_, firm_));
  ASSERT_TRUE(made);
  EXPECT_EQ(made->amount, base::Money{10'850}) << "8,5 % in La Réunion, whatever the base of its radius";
}

}  // namespace
}  // namespace works
