// Administrators keep the directory of credit insurers (C4.directory).
#include <gmock/gmock.h>

#include "support/credit_scene.hpp"
#include "support/house_on_both_engines.hpp"

namespace {

namespace scene = support::credit_scene;
using support::form;
using support::Person;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class CreditInsurers : public support::HouseOnBothEngines {
 protected:
  static constexpr std::string_view at = "/administration/assureurs-credit";
  std::string offered_to(const Person& broker) {
    const auto id = scene::open(house(), broker);
    scene::add_buyers(house(), broker, id);
    scene::complete_information(house(), broker, id);
    return house().get("/credit/dossiers/" + std::to_string(id.value) + "/test", &broker).body;
  }
};
MANDAT_ON_BOTH_ENGINES(CreditInsurers);

// C4.directory
TEST_P(CreditInsurers, C4_directory_a_seeded_insurer_is_renamed_reached_and_put_aside) {
  const Person administrator = this->administrator(), broker = this->broker();
  EXPECT_THAT(text_at(at, &administrator), AllOf(HasSubstr("Coface"), HasSubstr("Atradius"), HasSubstr("Proposé")));
  ASSERT_EQ(house()
                .post(std::string(at) + "/coface", &administrator,
                      form({{"name", "Coface France"}, {"email", "arbitres@coface.example"}, {"active", "oui"}}))
                .status,
            303);
  EXPECT_THAT(offered_to(broker), AllOf(HasSubstr("Coface France"), HasSubstr("arbitres@coface.example")));
  ASSERT_EQ(house()
                .post(std::string(at) + "/coface", &administrator,
                      form({{"name", "Coface France"}, {"email", ""}, {"active", "non"}}))
                .status,
            303);
  EXPECT_THAT(offered_to(broker), Not(HasSubstr("Coface")));
  EXPECT_THAT(text_at(at, &administrator), HasSubstr("Mis de côté"));
}

TEST_P(CreditInsurers, C4_directory_another_one_is_added_once) {
  const Person administrator = this->administrator(), broker = this->broker();
  const auto add = [&](std::string name) {
    return house().post(at, &administrator, form({{"name", std::move(name)}, {"active", "oui"}}));
  };
  ASSERT_EQ(add("Mutuelle du Vexin").status, 303);
  EXPECT_THAT(offered_to(broker), HasSubstr("Mutuelle du Vexin"));
  const auto again = add("MUTUELLE du vexin");
  EXPECT_EQ(again.status, 422);
  EXPECT_THAT(support::text_of_html(again.body), HasSubstr("Un assureur porte déjà ce nom"));
  EXPECT_EQ(add("").status, 422);
}

TEST_P(CreditInsurers, C4_directory_what_cannot_be_is_told_beside_its_field) {
  const Person administrator = this->administrator();
  const auto wrong =
      house().post(std::string(at) + "/coface", &administrator,
                   form({{"name", "Coface"}, {"email", "arbitres@"}, {"siren", "732829320"}, {"active", "oui"}}));
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(support::text_of_html(wrong.body), AllOf(HasSubstr("Cette adresse e-mail n’est pas valable"),
                                                       HasSubstr("Aucune organisation d’assureur n’a ce SIREN")));
  EXPECT_THAT(wrong.body, HasSubstr("value=\"arbitres@\""));
  EXPECT_EQ(house().post(std::string(at) + "/personne", &administrator, form({{"name", "X"}})).status, 404);
}

}  // namespace
