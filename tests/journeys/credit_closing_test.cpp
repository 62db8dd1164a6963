// The broker closes the information knowing what is missing, opens it again, and whoever is waited for is told (C2,
// C4).
#include <gmock/gmock.h>

#include "desks/credit/portfolio/buyer.hpp"
#include "support/credit_scene.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/link_holder.hpp"

namespace {

namespace scene = support::credit_scene;
using credit::placement::Step;
using credit::placement::WaitingFor;
using identity::OrganisationKind;
using support::form;
using support::Person;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string shown(const web::Response& response) { return support::text_of_html(response.body); }

class CreditClosing : public support::HouseOnBothEngines {
 protected:
  static std::string file(credit::PlacementId id) { return "/credit/dossiers/" + std::to_string(id.value); }
  web::Response act_on(const Person& by, credit::PlacementId id, std::string act, std::string missing = "") {
    return house().post(file(id) + "/informations", &by,
                        form({{"acte", std::move(act)}, {"manques", std::move(missing)}}));
  }
  credit::placement::Placement now(credit::PlacementId id) { return scene::placement(house(), id); }
  void fill(const Person& broker, credit::PlacementId id, const std::string& insured) {
    ASSERT_EQ(house()
                  .post(file(id) + "/questionnaire", &broker,
                        form({{"naf", "25.11Z"},
                              {"activity", "Charpentes"},
                              {"customers", "3"},
                              {"average_invoice", "3 200"},
                              {"turnover", "5 000 000"},
                              {"public_sales", "0"},
                              {"private_sales", "0"},
                              {"group_sales", "0"},
                              {"cash_sales", "0"},
                              {"bank", "Banque du Vexin"},
                              {"largest_exposure", "1"},
                              {"insured_already", insured}}))
                  .status,
              303);
  }
  std::vector<std::string> mails(std::string_view subject) {
    std::vector<std::string> bodies;
    for (const auto& message : read([&](db::Transaction& tx) { return messages::list(tx, {.limit = 200}); }))
      if (message.channel == messages::Channel::mail && message.subject == subject)
        bodies.push_back(message.to.address + "\n" + read([&](db::Transaction& tx) {
                           return messages::rendered_body(tx, message, platform().settings);
                         }));
    return bodies;
  }
};
MANDAT_ON_BOTH_ENGINES(CreditClosing);

// C4.missing
TEST_P(CreditClosing, C4_missing_is_listed_and_the_broker_closes_as_it_stands_once_he_has_seen_it) {
  const Person broker = this->broker();
  const auto id = scene::open(house(), broker);
  scene::add_buyers(house(), broker, id);
  const auto refused = act_on(broker, id, "completes");
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(shown(refused), AllOf(HasSubstr("informations manquent"), HasSubstr("Code NAF"),
                                    HasSubstr("Acheteurs : encore 6"), HasSubstr("Identifiant de 1 acheteur"),
                                    HasSubstr("Impayés de 2023, 2024, 2025, 2026"), HasSubstr("Clore en l’état")));
  EXPECT_THAT(refused.body, AllOf(HasSubstr(file(id) + "/risques#champ-naf"), HasSubstr("/risques#impayes"),
                                  HasSubstr("/risques?sans=identifiant#acheteurs")));
  EXPECT_EQ(now(id).step, Step::information);
  EXPECT_THAT(text_at(file(id) + "/informations", &broker), HasSubstr("Clore en l’état"));
  ASSERT_EQ(act_on(broker, id, "completes", "vus").status, 303);
  EXPECT_EQ(now(id).step, Step::analysis);
  EXPECT_THAT(
      text_at(file(id), &broker),
      AllOf(HasSubstr("Informations closes en l’état"), HasSubstr("Il manquait : Code NAF, "),
            HasSubstr("acheteurs, identifiants d’acheteurs, impayés"), Not(HasSubstr("Informations complètes"))));
}

// C3.losses
TEST_P(CreditClosing, C3_losses_none_is_said_year_by_year_and_a_loss_takes_its_year_back) {
  const Person broker = this->broker();
  const auto id = scene::open(house(), broker);
  scene::add_buyers(house(), broker, id);
  fill(broker, id, "non");
  const auto say = [&](std::string year, std::string act = "aucun") {
    return house().post(file(id) + "/sinistres/aucun", &broker,
                        form({{"year", std::move(year)}, {"acte", std::move(act)}}));
  };
  const auto missing = [&] { return shown(house().get(file(id) + "/informations", &broker)); };
  const auto add_loss = [&] {
    return house().post(
        file(id) + "/sinistres", &broker,
        form({{"buyer_name", "Bâtir Ouest"}, {"amount", "4 500"}, {"due_on", "2025-02-01"}, {"cause", "dispute"}}));
  };
  ASSERT_EQ(say("2025").status, 303);
  EXPECT_THAT(missing(), HasSubstr("Impayés de 2023, 2024, 2026"));
  ASSERT_EQ(add_loss().status, 303);
  EXPECT_THAT(text_at(file(id) + "/risques", &broker),
              AllOf(HasSubstr("1 impayé · 4\u202F500,00"), Not(HasSubstr("Aucun impayé en 2025"))));
  EXPECT_EQ(say("2025").status, 422);
  EXPECT_EQ(say("2019").status, 422);
  EXPECT_EQ(say("").status, 422);
  ASSERT_EQ(say("toutes").status, 303);
  EXPECT_THAT(missing(), Not(HasSubstr("Impayés de")));
  ASSERT_EQ(say("2024", "revenir").status, 303);
  EXPECT_THAT(missing(), HasSubstr("Impayés de 2024"));
  // The loss goes: its year is to be told anew.
  const auto loss = read([&](db::Transaction& tx) { return credit::portfolio::losses_of(tx, id).front().id; });
  ASSERT_EQ(house().post(file(id) + "/sinistres/retrait", &broker, form({{"loss", std::to_string(loss)}})).status, 303);
  EXPECT_THAT(missing(), HasSubstr("Impayés de 2024, 2025"));
}

// C2.insured C4.missing
TEST_P(CreditClosing, C2_insured_already_the_insurer_and_the_expiry_are_asked_for_and_then_nothing_is_missing) {
  const Person broker = this->broker();
  const auto id = scene::open(house(), broker);
  scene::add_many_buyers(house(), broker, id, 3);
  fill(broker, id, "oui");
  ASSERT_EQ(house().post(file(id) + "/sinistres/aucun", &broker, form({{"year", "toutes"}})).status, 303);
  EXPECT_THAT(shown(act_on(broker, id, "completes")),
              AllOf(HasSubstr("2 informations manquent"), HasSubstr("Assureur actuel"),
                    HasSubstr("Échéance de la police actuelle")));
  ASSERT_EQ(house()
                .post(file(id) + "/questionnaire", &broker, form({{"insurer", "Coface"}, {"policy_end", "2027-03-31"}}))
                .status,
            303);
  ASSERT_EQ(act_on(broker, id, "completes").status, 303);
  EXPECT_THAT(text_at(file(id), &broker), AllOf(HasSubstr("Informations complètes"), Not(HasSubstr("en l’état"))));
}

// C2.reopened C2.chase
TEST_P(CreditClosing, C2_reopened_the_company_is_told_by_its_link_and_chased_anew) {
  const Person broker = this->broker();
  const auto id = scene::open(house(), broker);
  support::LinkHolder company(house(), scene::questionnaire_link(house(), broker, id));
  ASSERT_EQ(company.open(), 303);
  ASSERT_EQ(act_on(broker, id, "completes", "vus").status, 303);
  EXPECT_EQ(company.post("/questionnaire", form({{"bank", "x"}})).status, 409);
  ASSERT_EQ(act_on(broker, id, "a-completer").status, 303);
  EXPECT_EQ(now(id).waiting_for, WaitingFor::company);
  EXPECT_EQ(now(id).waiting_name, scene::client_name);
  EXPECT_EQ(company.post("/questionnaire", form({{"bank", "x"}})).status, 303);
  house().settle();
  const auto told = mails("Votre questionnaire d’assurance-crédit est rouvert");
  ASSERT_EQ(told.size(), 1U);
  EXPECT_THAT(told[0], AllOf(HasSubstr("ines@vauquelin.example"), HasSubstr("/questionnaire/"), HasSubstr("Code NAF")));
  house().clock().set(base::paris::at(base::paris::day_of(house().clock().now()) + 5, 9, 0));
  house().settle();
  EXPECT_EQ(mails("Rappel : votre questionnaire d’assurance-crédit").size(), 1U);
}

// C2.reopened
TEST_P(CreditClosing, C2_reopened_without_a_link_it_waits_for_the_broker_and_in_a_space_the_company_is_notified) {
  const Person broker = this->broker();
  const Person company = support::new_person(platform(), {OrganisationKind::insured_company});
  const auto alone = scene::open(house(), broker), withdrawn = scene::open(house(), broker);
  const auto spaced = scene::open_for(house(), broker, company.actor.organisation);
  scene::questionnaire_link(house(), broker, withdrawn);
  ASSERT_EQ(house().post(file(withdrawn) + "/questionnaire/lien", &broker, form({{"acte", "retirer"}})).status, 303);
  for (const auto id : {alone, withdrawn, spaced}) {
    ASSERT_EQ(act_on(broker, id, "completes", "vus").status, 303);
    ASSERT_EQ(act_on(broker, id, "a-completer").status, 303);
    EXPECT_EQ(now(id).step, Step::information);
    EXPECT_EQ(now(id).waiting_for, id == spaced ? WaitingFor::company : WaitingFor::broker);
  }
  EXPECT_THAT(text_at("/notifications", &company), HasSubstr("Votre questionnaire d’assurance-crédit est rouvert"));
  house().settle();
  EXPECT_TRUE(mails("Votre questionnaire d’assurance-crédit est rouvert").empty());
  house().clock().advance(base::hours(24 * 12));
  house().settle();
  EXPECT_TRUE(mails("Rappel : votre questionnaire d’assurance-crédit").empty());
}

}  // namespace
