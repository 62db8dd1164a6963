// A repairer sends his rates; each of his firms reads, acknowledges and compares them (M26, M27).
#include <gtest/gtest.h>

#include "support/browser.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/motor_scene.hpp"

namespace {

namespace scene = support::motor_scene;
using support::Browser;
using support::Person;

class RepairerRates : public support::HouseOnBothEngines {
 protected:
  Browser browser_of(const Person& person) {
    Browser browser(house().port());
    browser.set_cookie("session", person.secret);
    return browser;
  }
};
MANDAT_ON_BOTH_ENGINES(RepairerRates);

TEST_P(RepairerRates, M26_M27_are_typed_kept_when_wrong_sent_and_acknowledged) {  // M26.typed
  const Person firm = scene::new_cabinet(house());
  const Person other = scene::new_cabinet(house());
  const Person garage = scene::new_repairer(house());
  scene::attach(house(), firm, garage);
  Browser at_garage = browser_of(garage);
  const auto form = at_garage.get("/reparateurs/tarifs");
  for (const auto* text : {"GRILLE TARIFAIRE HT",
                           "AJOUTER UNE COMPAGNIE",
                           "Nom de la compagnie ?",
                           "ENVOYER MES TARIFS",
                           "Marque concernée",
                           "Choix du site",
                           "Date application des tarifs",
                           "TAUX PEINTURE",
                           "OPAQUE",
                           "VERNIS",
                           "NACRE",
                           "REMISE FACTURE",
                           "REMISE MO",
                           "REMISES PIÈCES",
                           "AGREE",
                           "PUBLIC",
                           "TAUX CAPSAUTO",
                           "TAUX ELEXIA",
                           "TAUX ASSERCAR",
                           "MACIF",
                           "COVEA",
                           "MATMUT",
                           "MAIF",
                           "€/h HT",
                           "€ HT"})
    EXPECT_TRUE(form.shows(text)) << text;

  // A letter for a zero: refused beside its cell, all else kept.
  const support::Values typed{{"0-t1", "62,50"}, {"1-t2", "12,5O"}, {"7-agreement", "yes"}, {"make", "Tesla"}};
  const auto wrong = at_garage.submit(form, "/reparateurs/tarifs", typed);
  EXPECT_EQ(wrong.status, 422);
  EXPECT_TRUE(wrong.shows("« 12,5O » contient la lettre O à la place d’un zéro."));
  const auto kept = wrong.form("/reparateurs/tarifs");
  const auto field = [&](std::string_view name) {
    for (const auto& [key, value] : kept.fields)
      if (key == name) return value;
    return std::string("absent");
  };
  EXPECT_EQ(field("0-t1"), "62,50");
  EXPECT_EQ(field("1-t2"), "12,5O");
  EXPECT_EQ(field("7-agreement"), "yes");
  EXPECT_EQ(field("make"), "Tesla");

  // A company is added, then all is sent.
  const auto added = at_garage.submit(wrong, "/reparateurs/tarifs",
                                      {{"1-t2", "12,50"}, {"make", ""}, {"added_company", "GROUPAMA"}, {"act", "add"}});
  EXPECT_EQ(added.status, 200);
  EXPECT_TRUE(added.shows("GROUPAMA"));
  const auto sent = at_garage.follow(at_garage.submit(added, "/reparateurs/tarifs", {{"8-parts_discount", "10"}}));
  EXPECT_TRUE(sent.shows("Vos tarifs sont envoyés"));
  EXPECT_TRUE(sent.shows("62,50\u00a0€"));
  EXPECT_TRUE(sent.shows("10\u00a0%"));
  EXPECT_TRUE(sent.shows("pas encore lu"));

  Browser at_firm = browser_of(firm);
  EXPECT_TRUE(at_firm.get("/notifications").shows("Nouveaux tarifs de"));
  EXPECT_TRUE(at_firm.get("/reparateurs/tarifs-recus").shows("à lire"));
  const auto version = at_firm.get(sent.path);
  EXPECT_TRUE(version.shows("GROUPAMA"));
  EXPECT_TRUE(at_firm.follow(at_firm.submit(version, sent.path + "/accuse")).shows("Le réparateur voit"));
  EXPECT_FALSE(at_firm.get("/reparateurs/tarifs-recus").shows("à lire"));
  // M27.receipt: once; a second click, an hour later, changes nothing.
  const auto told = [&] {
    return read([](db::Transaction& tx) {
      return tx.value<std::int64_t>("SELECT count(*) FROM audit_facts WHERE code = 'motor.rates.acknowledged'").value();
    });
  };
  EXPECT_EQ(told(), 1);
  const auto read_at = text_at(sent.path, &garage);
  house().clock().advance(base::hours(1));
  house().post(sent.path + "/accuse", &firm);
  EXPECT_EQ(told(), 1);
  EXPECT_EQ(text_at(sent.path, &garage), read_at);
  EXPECT_TRUE(at_garage.get(sent.path).shows("reçu"));
  EXPECT_TRUE(at_garage.get("/notifications").shows("a pris connaissance de vos tarifs"));

  EXPECT_EQ(house().get(sent.path, &other).status, 404) << "a firm he does not work with";
  const Person stranger = scene::new_repairer(house());
  EXPECT_EQ(house().get(sent.path, &stranger).status, 404);
}

TEST_P(RepairerRates,
       M27_what_is_in_force_on_the_day_of_a_file_is_what_the_firm_sees) {  // M27.in_force M27.effective M27.receipt
  const Person firm = scene::new_cabinet(house());
  const Person garage = scene::new_repairer(house());
  const auto file = scene::new_file(house(), firm, garage);
  Browser at_garage = browser_of(garage);
  const auto send = [&](const support::Values& typed) {
    return at_garage.follow(at_garage.submit(at_garage.get("/reparateurs/tarifs"), "/reparateurs/tarifs", typed));
  };
  const auto now = send({{"0-t1", "60"}});
  const auto later = send({{"0-t1", "75"}, {"effective_on", "2099-01-01"}});
  const std::string of_file = "/reparateurs/dossiers/" + std::to_string(file.value) + "/tarifs";
  EXPECT_NE(text_at(of_file, &firm).find("60,00\u00a0€"), std::string::npos);
  EXPECT_EQ(text_at(of_file, &firm).find("75,00\u00a0€"), std::string::npos);
  const auto id = now.path.substr(now.path.rfind('/') + 1);
  const std::string compared = text_at(later.path + "/comparaison?avec=" + id, &firm);
  EXPECT_NE(compared.find("1 compagnie change"), std::string::npos) << compared;
  EXPECT_NE(compared.find("avant : 60,00\u00a0€ après : 75,00\u00a0€"), std::string::npos) << compared;

  // He works with the firm no longer: it sees his rates no more.
  const auto withdrawn = act(
      [&](platform::Act& act) {
        const auto attached = motor::attachment::of_repairer(act.tx, garage.actor.organisation);
        return motor::attachment::withdraw(act, firm.actor, attached.at(0).id, "Fin du contrat");
      },
      platform::Author::of(firm.actor));
  ASSERT_TRUE(withdrawn.ok());
  EXPECT_EQ(house().get(now.path, &firm).status, 404);
  EXPECT_EQ(text_at("/reparateurs/tarifs-recus", &firm).find("à lire"), std::string::npos);
  // And sees them again with a new confirmation.
  scene::attach(house(), firm, garage);
  EXPECT_EQ(house().get(now.path, &firm).status, 200);
}

}  // namespace
