// A partner leaves, or is deactivated: its jobs are finished or reassigned, its requests stop, everybody is told (W7).
#include <gmock/gmock.h>

#include "desks/works/discipline/discipline.hpp"
#include "support/asked_on_both_engines.hpp"
#include "support/browser.hpp"
#include "support/money_scene.hpp"

namespace {

namespace scene = support::scene;
using support::form;
using support::Person;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using works::mandate::State;

class Departures : public support::AskedOnBothEngines {
 protected:
  std::string told_to(const Person& person) {
    house().settle();
    std::string all;
    for (const auto& message : scene::messages_to(house(), person.actor.organisation))
      all += message.subject + "\n" + message.body + "\n";
    return all;
  }
  std::string file() { return text_at("/travaux/dossiers/" + std::to_string(claim_.value), &broker_); }
  std::size_t warnings() {
    return read(
        [&](db::Transaction& tx) { return works::discipline::warnings_of(tx, firm_.actor.organisation, {}).size(); });
  }
};
MANDAT_ON_BOTH_ENGINES(Departures);

// W7.jobs
TEST_P(Departures, TheBrokerOfAnAcceptedJobIsToldAndTheLeaverGivesItBackFreely) {
  scene::accept(house(), firm_, mandate_);
  house().clock().advance(base::hours(72));  // giving it back would bring a warning now
  for (Person* person : {&broker_, &firm_}) support::money_scene::sign_in_again(house(), *person);
  EXPECT_EQ(house().post("/chantiers/restitution", &firm_).status, 409) << "it has not left";
  ASSERT_EQ(house().post("/partenariat/depart", &firm_).status, 303);
  EXPECT_THAT(told_to(broker_), AllOf(HasSubstr("Entreprise partie"), HasSubstr("elle tient encore le chantier")));
  EXPECT_THAT(file(), HasSubstr("Plomberie du Parc a quitté le réseau : chantier à finir ou à réattribuer"));
  EXPECT_EQ(scene::mandate(house(), mandate_).state, State::accepted);
  EXPECT_THAT(text_at("/chantiers", &firm_), HasSubstr("Rendre tous mes chantiers"));
  EXPECT_THAT(text_at("/chantiers/" + std::to_string(mandate_.value), &firm_),
              HasSubstr("Sans conséquence : vous avez quitté le réseau."));

  ASSERT_EQ(house().post("/chantiers/restitution", &firm_).status, 303);
  EXPECT_EQ(scene::mandate(house(), mandate_).state, State::cancelled);
  EXPECT_EQ(warnings(), 0U);
  EXPECT_THAT(told_to(broker_), HasSubstr("Annulation"));
  EXPECT_THAT(told_to(firm_),
              AllOf(HasSubstr("elle reste sans conséquence"), Not(HasSubstr("Elle arrive plus de 48 h"))))
      << "the letter of its acceptance speaks of warnings; that of this cancellation of none";
  EXPECT_THAT(file(), HasSubstr("à réattribuer"));
}

// W7.jobs
TEST_P(Departures, OneJobIsGivenBackWithoutAWarningOnceTheFirmHasLeft) {
  scene::accept(house(), firm_, mandate_);
  ASSERT_EQ(house().post("/partenariat/depart", &firm_).status, 303);
  house().clock().advance(base::hours(72));
  support::money_scene::sign_in_again(house(), firm_);
  ASSERT_EQ(
      house()
          .post("/chantiers/" + std::to_string(mandate_.value) + "/annulation", &firm_, form({{"reason", "Retraite"}}))
          .status,
      303);
  EXPECT_EQ(warnings(), 0U);
}

// W7.jobs
TEST_P(Departures, TheBrokerIsToldWhenTheFirmOfHisJobIsDeactivated) {
  scene::accept(house(), firm_, mandate_);
  const auto id = act([&](platform::Act& act) {
    const works::discipline::Deactivation proposal{{act.ids.next()},
                                                   firm_.actor.organisation,
                                                   works::discipline::Ground::warnings,
                                                   works::discipline::State::proposed,
                                                   act.now,
                                                   {},
                                                   {},
                                                   {},
                                                   {},
                                                   {}};
    works::discipline::insert(act.tx, proposal);
    return proposal.id;
  });
  const auto boss = administrator();
  ASSERT_TRUE(works::discipline::decide(platform(), boss.actor, id, works::discipline::Verdict::deactivate, "Trois"));
  EXPECT_THAT(told_to(broker_), HasSubstr("Entreprise désactivée"));
  EXPECT_THAT(file(), HasSubstr("Plomberie du Parc désactivée : chantier à finir ou à réattribuer"));
}

// W7.broker
TEST_P(Departures, ALeavingBrokersUnansweredRequestsAreWithdrawnAndHisJobsGoOn) {
  const auto kept_claim = scene::declare(house(), broker_);
  const auto other = scene::new_firm(house());
  const auto kept = scene::ask(house(), broker_, kept_claim, other);
  scene::accept(house(), other, kept);
  const auto stranger = scene::new_broker(house());
  const auto not_his = scene::ask(house(), stranger, scene::declare(house(), stranger), scene::new_firm(house()));
  ASSERT_EQ(house().post("/partenariat/depart", &broker_).status, 303);
  EXPECT_EQ(scene::mandate(house(), mandate_).state, State::withdrawn);
  EXPECT_EQ(scene::mandate(house(), kept).state, State::accepted);
  EXPECT_EQ(scene::mandate(house(), not_his).state, State::asked);
  EXPECT_THAT(told_to(firm_), HasSubstr("Le courtier a quitté le réseau."));
}

}  // namespace
