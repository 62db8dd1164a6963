// An administrator chooses which desks a broker's organisation works at (P2.desks).
#include <gmock/gmock.h>

#include "support/credit_scene.hpp"
#include "support/house_on_both_engines.hpp"

namespace {

using support::form;
using support::Person;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class DeskChoice : public support::HouseOnBothEngines {};
MANDAT_ON_BOTH_ENGINES(DeskChoice);

// P2.desks
TEST_P(DeskChoice, P2_desks_a_closed_one_leaves_the_rail_and_answers_no_more_until_it_opens_again) {
  const Person administrator = this->administrator(), broker = this->broker(), other = this->broker();
  const auto id = support::credit_scene::open(house(), broker);
  const std::string file = "/credit/dossiers/" + std::to_string(id.value);
  const std::string page = "/administration/organisations/" + std::to_string(broker.actor.organisation.value);
  EXPECT_THAT(text_at("/travaux", &broker), AllOf(HasSubstr("Assurance-crédit"), HasSubstr("Travaux")));
  EXPECT_THAT(text_at(page, &administrator), HasSubstr("Comptoirs"));

  ASSERT_EQ(house().post(page + "/comptoirs", &administrator, form({{"desk", "travaux"}})).status, 303);
  EXPECT_THAT(text_at("/travaux", &broker), Not(HasSubstr("Assurance-crédit")));
  const auto refused = house().get(file, &broker);
  EXPECT_EQ(refused.status, 403);
  EXPECT_THAT(support::text_of_html(refused.body), HasSubstr("Ce comptoir n’est pas ouvert à votre organisation"));
  EXPECT_EQ(house().post(file + "/sans-suite", &broker, form({{"reason", "no_answer"}})).status, 403);
  EXPECT_EQ(house().get("/parametres", &broker).status, 200);
  EXPECT_THAT(text_at("/recherche?q=vauquelin", &broker), HasSubstr("Aucun résultat"));
  EXPECT_THAT(text_at("/recherche?q=vauquelin", &administrator), HasSubstr("Tôlerie Vauquelin"));
  EXPECT_EQ(house().get("/credit", &other).status, 200);
  EXPECT_EQ(house().get(file, &administrator).status, 200);

  ASSERT_EQ(house().post(page + "/comptoirs", &administrator, form({{"desk", "travaux"}, {"desk", "credit"}})).status,
            303);
  EXPECT_EQ(house().get(file, &broker).status, 200);
  EXPECT_THAT(text_at("/recherche?q=vauquelin", &broker), HasSubstr("Tôlerie Vauquelin"));
}

TEST_P(DeskChoice, P2_desks_are_chosen_for_brokers_only) {
  const Person administrator = this->administrator(), firm = tradesman();
  const std::string page = "/administration/organisations/" + std::to_string(firm.actor.organisation.value);
  EXPECT_THAT(text_at(page, &administrator), Not(HasSubstr("Comptoirs")));
  EXPECT_EQ(house().post(page + "/comptoirs", &administrator).status, 404);
}

}  // namespace
