// An administrator opens an adjusting firm: its first person sets a password, repairers find it in their list (M2,
// M31).
#include <gtest/gtest.h>

#include "desks/motor/cabinet/cabinet.hpp"
#include "floor/messages/messages.hpp"
#include "support/browser.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/motor_scene.hpp"

namespace {

namespace scene = support::motor_scene;
using support::Browser;
using support::Page;
using support::Person;
using support::Values;

constexpr std::string_view list_path = "/administration/cabinets";
constexpr std::string_view expert_mail = "iris.blanc@saone.example";

class Cabinets : public support::HouseOnBothEngines {
 protected:
  Browser browser_of(const Person& person) {
    Browser browser(house().port());
    browser.set_cookie("session", person.secret);
    return browser;
  }
  static Values typed(const base::Siret& siret, std::string code = "atmos") {
    return {{"company", "Experts de la Saône"}, {"siret", siret.text()}, {"postal_code", "69003"},
            {"code", std::move(code)},          {"name", "Iris Blanc"},  {"email", std::string(expert_mail)}};
  }
  messages::Message mail_to(std::string_view address) {
    house().settle();
    return read([&](db::Transaction& tx) {
      for (const auto& message : messages::list(tx, {.limit = 200}))
        if (message.to.address == address) return message;
      throw std::logic_error("no mail");
    });
  }
};
MANDAT_ON_BOTH_ENGINES(Cabinets);

TEST_P(Cabinets, M2_cabinet_is_opened_by_an_administrator_and_has_files_at_once) {  // M2.cabinet
  const Person administrator = this->administrator();
  Browser by = browser_of(administrator);
  Browser anybody(house().port());
  EXPECT_FALSE(anybody.get("/inscription/reparateur").shows("Experts de la Saône"));
  EXPECT_TRUE(by.get(list_path).shows("Aucun cabinet d’expertise"));

  const Page wrong = by.submit(
      by.get(list_path), list_path,
      {{"company", ""}, {"siret", "12"}, {"postal_code", "00000"}, {"code", "!"}, {"name", ""}, {"email", "iris@"}});
  EXPECT_EQ(wrong.status, 422);
  for (const std::string_view sentence :
       {"Indiquez un nom", "Un numéro SIRET a 14 chiffres", "Ce code postal n’existe pas", "Donnez un code de 2 à 20",
        "Indiquez le nom de la personne", "Cette adresse e-mail n’est pas valable"})
    EXPECT_TRUE(wrong.shows(sentence)) << sentence;
  EXPECT_EQ(wrong.hidden("email"), "iris@") << "nothing typed is lost";

  const Page opened = by.follow(by.submit(wrong, list_path, typed(scene::a_siret(601))));
  EXPECT_TRUE(opened.shows("Le cabinet est ouvert")) << opened.text();
  EXPECT_TRUE(opened.shows("ATMOS"));
  EXPECT_TRUE(opened.shows("En attente"));
  EXPECT_TRUE(anybody.get("/inscription/reparateur").shows("Experts de la Saône (ATMOS)"));

  const auto mail = mail_to(expert_mail);
  const std::string link =
      read([&](db::Transaction& tx) { return messages::link_target(tx, mail, platform().settings); });
  Browser expert(house().port());
  expert.submit(expert.get(link), link, {{"password", "un véhicule bien regardé"}});
  EXPECT_EQ(expert
                .submit(expert.get("/connexion"), "/connexion",
                        {{"email", std::string(expert_mail)}, {"password", "un véhicule bien regardé"}})
                .status,
            303);
  const Page made =
      expert.follow(expert.submit(expert.get("/reparateurs/nouveau"), "/reparateurs/nouveau",
                                  {{"reference", "260001"}, {"insured", "Société Exemple"}, {"make", "RENAULT"}}));
  EXPECT_TRUE(made.shows("260001")) << made.text();
  EXPECT_TRUE(by.get(list_path).shows("Iris Blanc"));
}

TEST_P(Cabinets, M2_cabinet_code_is_its_own_and_may_change) {  // M2.cabinet
  const Person administrator = this->administrator();
  Browser by = browser_of(administrator);
  const Page opened = by.follow(by.submit(by.get(list_path), list_path, typed(scene::a_siret(602))));
  const Page twice = by.submit(by.get(list_path), list_path, typed(scene::a_siret(602), "AUTRE"));
  EXPECT_EQ(twice.status, 409);
  EXPECT_TRUE(twice.shows("Ce cabinet est déjà ouvert"));
  const Page taken = by.submit(by.get(list_path), list_path, typed(scene::a_siret(603)));
  EXPECT_EQ(taken.status, 409);
  EXPECT_TRUE(taken.shows("Ce code est celui d’un autre cabinet"));
  const Page renamed = by.follow(by.submit(opened, opened.path, {{"code", "saone"}}));
  EXPECT_TRUE(renamed.shows("Le code est changé."));
  EXPECT_TRUE(by.get(list_path).shows("SAONE"));
  const Page bad = by.submit(renamed, opened.path, {{"code", "a b"}});
  EXPECT_EQ(bad.status, 422);
  EXPECT_TRUE(bad.shows("Donnez un code de 2 à 20"));
  // The first person never came: another one is invited.
  const Page again = by.follow(by.submit(by.get(opened.path), opened.path + "/invitation",
                                         {{"name", "Noé Roux"}, {"email", "noe.roux@saone.example"}}));
  EXPECT_TRUE(again.shows("Noé Roux"));
  EXPECT_EQ(by.get("/administration/cabinets/4242").status, 404);
  const Person broker = this->broker();
  EXPECT_EQ(browser_of(broker).get(list_path).status, 403);
}

}  // namespace
