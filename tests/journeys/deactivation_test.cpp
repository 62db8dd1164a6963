// A firm that gives no sign of life, and one that was warned three times: a rule proposes, an administrator decides
// (W18, W20).
#include <gmock/gmock.h>

#include "desks/works/discipline/discipline.hpp"
#include "desks/works/mandate/mandate_actions.hpp"
#include "desks/works/task/task.hpp"
#include "desks/works/tradesman/tradesman.hpp"
#include "desks/works/works_rules.hpp"
#include "floor/audit/audit.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/money_scene.hpp"

namespace works::discipline {
namespace {

namespace scene = support::scene;
using support::form;
using support::Person;
using testing::HasSubstr;
using testing::Not;

class DeactivationJourney : public support::HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    boss_ = administrator();
    broker_ = scene::new_broker(house());
    firm_ = scene::new_firm(house());
  }
  void travel(base::Duration by) {
    house().clock().advance(by);
    house().settle();
    for (Person* person : {&boss_, &broker_, &firm_}) support::money_scene::sign_in_again(house(), *person);
  }
  void travel_days(int days) { travel(base::hours(24 * days)); }
  MandateId asked() { return scene::ask(house(), broker_, scene::declare(house(), broker_), firm_); }
  void stay_silent() {
    asked();
    travel(base::hours(49));
  }
  std::optional<Deactivation> open() {
    return read([&](db::Transaction& tx) { return open_of(tx, firm_.actor.organisation); });
  }
  tradesman::State state() {
    return read([&](db::Transaction& tx) { return tradesman::find(tx, firm_.actor.organisation)->state; });
  }
  std::ptrdiff_t tasks() {
    const auto all = read([](db::Transaction& tx) { return task::open_tasks(tx, {}, 100); });
    return std::count_if(all.begin(), all.end(),
                         [](const auto& one) { return one.kind == task::Kind::deactivation_proposed; });
  }
  std::string mails() {
    std::string all;
    for (const auto& message : scene::messages_to(house(), firm_.actor.organisation))
      if (message.channel == messages::Channel::mail) all += message.subject + "\n" + message.body + "\n";
    return all;
  }
  void sign_in(base::Instant at) {
    act([&](platform::Act& act) {
      act.tx.execute("UPDATE accounts SET last_sign_in_at = :at WHERE id = :id",
                     {{"at", at}, {"id", firm_.actor.account}});
    });
  }
  // Taken back by its broker once the quote is overdue and nobody said a word.
  void taken_back_unheard() {
    const auto mandate = asked();
    scene::accept(house(), firm_, mandate);
    travel_days(7);
    ASSERT_TRUE(mandate::withdraw(platform(), broker_.actor, mandate, "Devis en retard"));
    house().settle();
  }
  web::Response decided(std::string_view verdict, std::string_view reason) {
    return house().post("/administration/discipline/" + std::to_string(open()->id.value), &boss_,
                        form({{"verdict", std::string(verdict)}, {"reason", std::string(reason)}}));
  }

  Person boss_, broker_, firm_;
};
MANDAT_ON_BOTH_ENGINES(DeactivationJourney);

TEST_P(DeactivationJourney, OfASilentFirmIsNoticedThenProposedThenConfirmed) {  // W18, W18.notice, W18.decision
  stay_silent();
  travel_days(88);
  EXPECT_FALSE(open()) << "ninety days are not over";
  travel_days(1);
  ASSERT_TRUE(open());
  EXPECT_EQ(open()->state, State::noticed);
  EXPECT_THAT(mails(), HasSubstr("Votre compte sera désactivé le"));
  EXPECT_EQ(tasks(), 0);
  EXPECT_THAT(text_at("/administration/discipline", &boss_), HasSubstr("Préavis en cours"));
  travel_days(30);
  EXPECT_EQ(open()->state, State::noticed) << "the last day of the notice";
  travel_days(1);
  EXPECT_EQ(open()->state, State::proposed);
  EXPECT_EQ(tasks(), 1);
  EXPECT_EQ(state(), tradesman::State::active) << "nobody is deactivated by a rule";

  EXPECT_EQ(decided("desactiver", " ").status, 422) << "without a reason";
  EXPECT_EQ(decided("", "Sans nouvelles").status, 422) << "without a choice";
  EXPECT_EQ(decided("desactiver", "Sans nouvelles depuis l’automne").status, 303);
  house().settle();
  EXPECT_EQ(state(), tradesman::State::suspended);
  EXPECT_EQ(tasks(), 0);
  EXPECT_THAT(mails(), HasSubstr("Sans nouvelles depuis l’automne"));
  const auto again = mandate::ask(
      platform(), broker_.actor, scene::first_lot(house(), scene::declare(house(), broker_)), firm_.actor.organisation);
  EXPECT_TRUE(again.refused_as(mandate::firm_excluded));

  const auto path = "/administration/discipline/" + std::to_string(firm_.actor.organisation.value) + "/reactivation";
  EXPECT_THAT(house().get("/administration/discipline", &boss_).body, HasSubstr(path));
  EXPECT_EQ(house().post(path, &boss_).status, 303);
  EXPECT_EQ(house().post(path, &boss_).status, 409);
  EXPECT_EQ(state(), tradesman::State::active);
}

TEST_P(DeactivationJourney, LetsNobodyInWhoWasNotValidated) {  // W3, W18.decision
  const auto applicant = firm_.actor.organisation;
  house().platform().act({}, [&](platform::Act& act) {
    auto firm = tradesman::find(act.tx, applicant);
    firm->state = tradesman::State::suspended;  // as one who has just signed up
    tradesman::save(act.tx, *firm);
  });
  const auto path = "/administration/discipline/" + std::to_string(applicant.value) + "/reactivation";
  EXPECT_EQ(house().get("/administration/discipline", &boss_).body.find(path), std::string::npos);
  EXPECT_EQ(house().post(path, &boss_).status, 409);
  EXPECT_EQ(state(), tradesman::State::suspended);
}

TEST_P(DeactivationJourney, IsLiftedByASignInOrAnAnswer) {  // W18.notice
  stay_silent();
  travel_days(89);
  ASSERT_TRUE(open());
  sign_in(house().clock().now() + base::seconds(1));
  travel(base::minutes(1));
  EXPECT_FALSE(open());
  EXPECT_THAT(mails(), HasSubstr("Votre compte reste actif"));

  stay_silent();
  travel_days(91);
  ASSERT_TRUE(open());
  scene::accept(house(), firm_, asked());
  EXPECT_FALSE(open());
  travel_days(40);
  EXPECT_EQ(tasks(), 0);
}

TEST_P(DeactivationJourney, WaitsWhileSomethingIsOpen) {  // W18
  const auto job = asked();
  scene::accept(house(), firm_, job);
  scene::upload_quote(house(), firm_, job);
  stay_silent();
  travel_days(100);
  EXPECT_FALSE(open()) << "it holds a job";
  ASSERT_TRUE(mandate::withdraw(platform(), broker_.actor, job, "L’assuré a choisi un autre artisan"));
  travel_days(31);
  EXPECT_TRUE(open());
}

TEST_P(DeactivationJourney, IsNotForAFirmThatNobodyAsked) {  // W18
  travel_days(200);
  EXPECT_FALSE(open());
}

TEST_P(DeactivationJourney, IsProposedByThreeWarningsWithinAYear) {  // W20.warnings, W20.not_told
  taken_back_unheard();
  taken_back_unheard();
  EXPECT_FALSE(open());
  const auto claim = read([&](db::Transaction& tx) { return latest_warnings(tx, 1).front().claim; });
  EXPECT_THAT(text_at("/travaux/dossiers/" + std::to_string(claim.value), &broker_),
              testing::AllOf(HasSubstr("Avertissement à Plomberie du Parc"), HasSubstr("Devis jamais envoyé")));
  EXPECT_THAT(text_at("/partenariat", &firm_), HasSubstr("Avertissements"));
  taken_back_unheard();
  ASSERT_TRUE(open());
  EXPECT_EQ(open()->ground, Ground::warnings);
  EXPECT_EQ(open()->state, State::proposed);
  EXPECT_THAT(mails(), HasSubstr("C’est votre 3e avertissement"));
  EXPECT_THAT(text_at("/administration/taches", &boss_), HasSubstr("Désactivation d’une entreprise à décider"));
  EXPECT_EQ(decided("garder", "Trois chantiers pendant un arrêt maladie").status, 303);
  EXPECT_EQ(state(), tradesman::State::active);
  EXPECT_FALSE(open());
  taken_back_unheard();
  EXPECT_TRUE(open()) << "each further one proposes again";
}

TEST_P(DeactivationJourney, ForgetsWarningsAfterTwelveMonths) {  // W20.warnings
  taken_back_unheard();
  const auto warning = read([&](db::Transaction& tx) { return latest_warnings(tx, 1).front(); });
  const auto delay = read([&](db::Transaction& tx) {
    return deadlines::pending(tx, warning_subject, warning.id.value, deadline_rule::warning);
  });
  ASSERT_TRUE(delay) << "its receipt";
  EXPECT_EQ(text_at("/administration/echeances/" + std::to_string(delay->id.value), &boss_).find("404"),
            std::string::npos);
  taken_back_unheard();
  travel_days(360);
  taken_back_unheard();
  EXPECT_FALSE(open()) << "the first counts no more";
  EXPECT_THAT(text_at("/administration/discipline", &boss_), HasSubstr("ne compte plus"));
}

TEST_P(DeactivationJourney, AJobTakenBackInTimeWarnsNobody) {  // W20.not_told
  const auto mandate = asked();
  scene::accept(house(), firm_, mandate);
  travel_days(3);
  ASSERT_TRUE(mandate::withdraw(platform(), broker_.actor, mandate, "Erreur de ma part"));
  EXPECT_TRUE(read([](db::Transaction& tx) { return latest_warnings(tx, 1); }).empty());
}

}  // namespace
}  // namespace works::discipline
