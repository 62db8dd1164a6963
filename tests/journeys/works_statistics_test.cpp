// What administrators read of all requests together, and take away as tables (P13, W15, W19).
#include <gmock/gmock.h>

#include "desks/works/closure/closure_actions.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/money_scene.hpp"

namespace works::statistics {
namespace {

namespace scene = support::scene;
using support::Person;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class StatisticsJourney : public support::HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    boss_ = administrator();
    broker_ = scene::new_broker(house());
    firm_ = scene::new_firm(house(), {"plomberie", "peinture"}, "=2+3 Plomberie");
  }
  void travel(base::Duration by) {
    house().clock().advance(by);
    house().settle();
    support::money_scene::sign_in_again(house(), boss_);
  }
  MandateId asked() { return scene::ask(house(), broker_, scene::declare(house(), broker_), firm_); }
  std::string file_at(const std::string& path) {
    const auto response = house().get(path, &boss_);
    EXPECT_EQ(response.status, 200) << path;
    EXPECT_THAT(header(response, "Content-Disposition"), HasSubstr("attachment"));
    return response.body;
  }

  Person boss_, broker_, firm_;
};
MANDAT_ON_BOTH_ENGINES(StatisticsJourney);

TEST_P(StatisticsJourney, TellsTheAnswerRateAndTheMedianTimes) {  // W15.answer_rate, W19.medians
  EXPECT_THAT(text_at("/administration/statistiques", &boss_), HasSubstr("Aucune demande sur cette période"));
  const auto first = asked();
  travel(base::hours(3));
  scene::accept(house(), firm_, first);
  travel(base::hours(21));
  const auto quote = scene::upload_quote(house(), firm_, first);
  scene::upload_quote(house(), firm_, first, base::Money::euros(1200));
  asked();
  travel(base::hours(49));  // left without answer
  const auto page = text_at("/administration/statistiques", &boss_);
  EXPECT_THAT(page,
              AllOf(HasSubstr("50\u00a0%"), HasSubstr("sur 2 demandes arrivées à leur terme"), HasSubstr("3\u00a0h")));
  EXPECT_THAT(page, AllOf(HasSubstr("Plomberie"), HasSubstr("Département 69")));
  static_cast<void>(quote);

  const auto other = text_at("/administration/statistiques?mesure=devis&periode=30-jours", &boss_);
  EXPECT_THAT(other, HasSubstr("24\u00a0h"));
  travel(base::hours(24 * 40));
  EXPECT_THAT(text_at("/administration/statistiques?periode=30-jours", &boss_),
              HasSubstr("Aucune demande sur cette période"));
}

TEST_P(StatisticsJourney, DrawsWhatTheTableSays) {
  scene::accept(house(), firm_, asked());
  const auto page = house().get("/administration/statistiques", &boss_).body;
  EXPECT_THAT(page,
              AllOf(HasSubstr("<svg class=\"share-bar\""), HasSubstr("aria-hidden=\"true\""), HasSubstr("<table")));
}

TEST_P(StatisticsJourney, NamesTheClosureThatIsMissing) {  // W26.conflict
  EXPECT_THAT(text_at("/administration/clotures", &boss_), HasSubstr("Aucune clôture en attente de l’autre"));
  const auto job = asked();
  scene::accept(house(), firm_, job);
  scene::validate_quote(house(), broker_, scene::upload_quote(house(), firm_, job));
  scene::close_job(house(), firm_, job);
  EXPECT_THAT(text_at("/administration/clotures", &boss_),
              AllOf(HasSubstr("T-2026-000001"), HasSubstr("l’entreprise"), HasSubstr("clôture du dossier")));
  const auto claim = scene::mandate(house(), job).claim;
  ASSERT_TRUE(closure::close_file(platform(), broker_.actor, claim, base::paris::day_of(house().clock().now())));
  EXPECT_THAT(text_at("/administration/clotures", &boss_), Not(HasSubstr("T-2026-000001")));
}

TEST_P(StatisticsJourney, IsTakenAwayAsTables) {  // P13.written, P13.formulas
  support::payment_scene::open_account(house());
  support::money_scene::closed_job(house(), broker_, firm_);
  const auto mandates = file_at("/administration/exports/mandats.csv");
  EXPECT_THAT(mandates, AllOf(HasSubstr("Dossier;Entreprise"), HasSubstr("T-2026-000001;'=2+3 Plomberie;Plomberie"),
                              HasSubstr("Chantier clos")));
  EXPECT_THAT(file_at("/administration/exports/entreprises.csv"), HasSubstr("'=2+3 Plomberie;Partenaire actif;69003"));
  EXPECT_THAT(file_at("/administration/exports/commissions.csv"),
              HasSubstr("F-2026-000001;'=2+3 Plomberie;T-2026-000001;"));
  EXPECT_THAT(file_at("/administration/statistiques/export.csv"), HasSubstr("métier;Plomberie;1;1;0;100 %;0;0;0"));
  for (const char* path : {"/administration/exports/mandats.xlsx", "/administration/exports/entreprises.xlsx",
                           "/administration/exports/commissions.xlsx", "/administration/statistiques/export.xlsx"})
    EXPECT_EQ(file_at(path).substr(0, 2), "PK") << path;
  for (const Person* other : {&broker_, &firm_})
    EXPECT_EQ(house().get("/administration/exports/mandats.csv", other).status, 403);
}

}  // namespace
}  // namespace works::statistics
