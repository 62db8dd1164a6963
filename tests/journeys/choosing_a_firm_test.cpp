// A broker chooses among firms and sees why each is there, or not (W11); a firm says where and when it works (W9).
#include <gmock/gmock.h>

#include "desks/works/matching/live_firms.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/works_scene.hpp"

namespace {

using support::form;
using support::HouseOnBothEngines;
using support::Person;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr auto settings = "/chantiers/reglages";

class ChoosingAFirm : public HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    broker_ = support::scene::new_broker(house());
    firm_ = support::scene::new_firm(house());
  }
  // Declares a claim; the path of the page that proposes firms for its lot.
  std::string declared(const support::Person& broker) {
    claim_ = support::scene::declare(house(), broker);
    return firms_of(claim_);
  }
  std::string firms_of(works::ClaimId claim) {
    return "/travaux/lots/" + std::to_string(support::scene::first_lot(house(), claim).value) + "/entreprises";
  }
  std::string post_settings(const std::vector<std::pair<std::string, std::string>>& fields, int expected) {
    const auto answer = house().post(settings, &firm_, form(fields));
    EXPECT_EQ(answer.status, expected);
    return answer.body;
  }

  Person broker_, firm_;
  works::ClaimId claim_;
};
MANDAT_ON_BOTH_ENGINES(ChoosingAFirm);

TEST_P(ChoosingAFirm, W11_each_proposed_firm_shows_every_condition_and_criterion_and_one_button) {
  const auto page = declared(broker_);
  const auto shown = text_at(page, &broker_);
  for (const auto* part : {"Plomberie du Parc", "Pourquoi cette entreprise ?", "Décennale", "dans son rayon de",
                           "jamais sollicitée", "Taux de réponse", "Délai de réponse", "Chantiers menés à terme",
                           "Charge actuelle", "Dernière demande", "625 / 1\u202F000", "Mandater cette entreprise"})
    EXPECT_THAT(shown, HasSubstr(part));
}

// W11.weights
TEST_P(ChoosingAFirm, W11_the_weights_that_the_operator_set_are_those_that_are_shown) {
  const auto page = declared(broker_);
  EXPECT_THAT(text_at(page, &broker_), AllOf(HasSubstr("150 / 300"), HasSubstr("par tranches de 5\u00A0km")));
  works::matching::rank_by(platform().database, {.weights = {600, 100, 100, 100, 100}, .step_m = 20'000});
  EXPECT_THAT(text_at(page, &broker_), AllOf(HasSubstr("300 / 600"), HasSubstr("par tranches de 20\u00A0km")));
}

TEST_P(ChoosingAFirm, W11_a_firm_that_refused_is_told_beside_the_list_and_among_the_excluded) {
  const auto page = declared(broker_);
  const auto second = support::scene::new_firm(house(), {"plomberie"}, "Deuxième Plomberie");
  const auto mandate = support::scene::ask(house(), broker_, claim_, firm_);
  EXPECT_THAT(text_at(page, &broker_), HasSubstr("Il est confié à Plomberie du Parc"));

  const auto refused =
      house().post("/chantiers/" + std::to_string(mandate.value) + "/reponse", &firm_, form({{"reponse", "refuser"}}));
  EXPECT_EQ(refused.status, 303);
  const auto again = text_at(page, &broker_);
  EXPECT_THAT(again, HasSubstr("Plomberie du Parc a refusé le"));
  EXPECT_THAT(again, AllOf(HasSubstr("Deuxième Plomberie"), HasSubstr("Mandater cette entreprise")));
  const auto excluded = text_at(page + "?vue=ecartees", &broker_);
  EXPECT_THAT(excluded, HasSubstr("Plomberie du Parc"));
  EXPECT_THAT(excluded, Not(HasSubstr("Deuxième Plomberie")));
}

TEST_P(ChoosingAFirm, W9_a_firm_that_is_away_is_excluded_and_comes_back_once_its_absence_is_removed) {
  const auto page = declared(broker_);
  const auto today = base::paris::day_of(house().clock().now());
  const auto added = house().post(std::string(settings) + "/absences", &firm_,
                                  form({{"first_day", today.iso()}, {"last_day", (today + 20).iso()}}));
  EXPECT_EQ(added.status, 303);
  const auto nobody = text_at(page, &broker_);
  EXPECT_THAT(nobody, HasSubstr("Aucune entreprise ne peut prendre ce lot"));
  EXPECT_THAT(nobody, HasSubstr("SANS SUITE"));
  EXPECT_THAT(text_at(page + "?vue=ecartees", &broker_), HasSubstr("indisponible du"));

  const auto body = house().get(settings, &firm_).body;
  const auto at = body.find("/chantiers/reglages/absences/");
  ASSERT_NE(at, std::string::npos);
  EXPECT_EQ(house().post(body.substr(at, body.find('"', at) - at), &firm_).status, 303);
  EXPECT_THAT(text_at(page, &broker_), HasSubstr("Plomberie du Parc"));
}

TEST_P(ChoosingAFirm, W9_settings_that_are_refused_come_back_as_typed_with_the_error_beside_the_field) {
  const auto body = post_settings({{"postal_code", "99999"}, {"radius_km", "500"}}, 422);
  EXPECT_THAT(body, HasSubstr("value=\"99999\""));
  EXPECT_THAT(body, HasSubstr("value=\"500\""));
  const auto text = support::text_of_html(body);
  EXPECT_THAT(text, HasSubstr("Ce code postal n’existe pas."));
  EXPECT_THAT(text, HasSubstr("de 1 à 150"));
  EXPECT_THAT(text, HasSubstr("Cochez au moins un jour."));
}

TEST_P(ChoosingAFirm, W9_a_smaller_radius_elsewhere_takes_the_firm_out_of_the_choice) {
  const auto page = declared(broker_);
  post_settings({{"postal_code", "13001"}, {"radius_km", "20"}, {"weekdays", "1"}, {"weekdays", "2"}}, 303);
  EXPECT_THAT(text_at(settings, &firm_), HasSubstr("Marseille 1er Arrondissement"));
  EXPECT_THAT(text_at(page, &broker_), Not(HasSubstr("Plomberie du Parc")));
}

TEST_P(ChoosingAFirm, W9_the_settings_show_the_trades_that_certificates_cover) {
  const auto shown = text_at(settings, &firm_);
  EXPECT_THAT(shown, HasSubstr("Plomberie"));
  EXPECT_THAT(shown, HasSubstr("Décennale n° 1"));
  EXPECT_THAT(shown, HasSubstr("valide"));
}

TEST_P(ChoosingAFirm, the_page_costs_the_same_number_of_statements_for_three_firms_or_thirty) {
  const auto page = declared(broker_);
  const auto cost = [&] {
    const auto before = db::statements_run();
    EXPECT_EQ(house().get(page, &broker_).status, 200);
    return db::statements_run() - before;
  };
  for (int i = 0; i < 2; ++i) support::scene::new_firm(house(), {"plomberie"}, "Firme " + std::to_string(i));
  const auto for_three = cost();
  for (int i = 0; i < 27; ++i) support::scene::new_firm(house(), {"plomberie"}, "Firme " + std::to_string(i));
  // What changed lately is read twice, in three statements more, while a transaction elsewhere on the server is open.
  const int read_again = GetParam() == db::Engine::postgres ? 3 : 0;
  EXPECT_LE(cost(), for_three + read_again);
}

}  // namespace
