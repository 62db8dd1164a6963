// A firm creates files by form, and says whose vehicle each is to repair (M31).
#include "support/browser.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/motor_scene.hpp"

namespace {

namespace scene = support::motor_scene;
using support::Browser;
using support::Person;
using support::Values;

class FirmCreatesFiles : public support::HouseOnBothEngines {
 protected:
  Browser browser_of(const Person& person) {
    Browser browser(house().port());
    browser.set_cookie("session", person.secret);
    return browser;
  }
  std::string siret_of(const Person& garage) { return scene::establishment_of(house(), garage).siret->text(); }
  static Values good(std::string reference) {
    return {{"reference", std::move(reference)},
            {"plate", "ab123cd"},
            {"make", "MINI"},
            {"model", "COOPER"},
            {"insured", "Société X"},
            {"email", "contact@example.org"},
            {"principal", "AXA"},
            {"insurer", "AXA ASSURANCES"},
            {"insurer_code", "0418"},
            {"claim_number", "0000012106036373"},
            {"claim_day", "2026-11-03"},
            {"postal_code", "69003"}};
  }
  static std::string kept(const support::Page& page, std::string_view form, std::string_view name) {
    for (const auto& [key, value] : page.form(form).fields)
      if (key == name) return value;
    return "absent";
  }
};
MANDAT_ON_BOTH_ENGINES(FirmCreatesFiles);

constexpr std::string_view form = "/reparateurs/nouveau";

TEST_P(FirmCreatesFiles, M31_every_wrong_field_is_named_and_nothing_typed_is_lost) {  // M31.form
  const Person firm = scene::new_cabinet(house());
  Browser browser = browser_of(firm);
  EXPECT_TRUE(browser.get("/reparateurs").shows("Nouveau dossier"));
  const auto wrong = browser.submit(browser.get(form), form,
                                    {{"reference", ""},
                                     {"siret", "123"},
                                     {"plate", "A-1-B"},
                                     {"make", ""},
                                     {"insured", ""},
                                     {"email", "contact(at)example"},
                                     {"phone", "12"},
                                     {"vin", "VF1"},
                                     {"claim_day", "2099-01-01"},
                                     {"postal_code", "99999"},
                                     {"claim_number", "0000012106036373"}});
  EXPECT_EQ(wrong.status, 422);
  for (const auto* text :
       {"Donnez le numéro du dossier.", "Un SIRET a 14 chiffres", "Cette immatriculation n’existe pas.",
        "Donnez la marque du véhicule.", "Donnez le nom de l’assuré.", "Cette adresse e-mail n’est pas complète.",
        "Ce numéro de téléphone n’existe pas.", "Un numéro de série a 17 lettres et chiffres.",
        "Le sinistre ne peut pas être à venir", "Ce code postal n’existe pas"})
    EXPECT_TRUE(wrong.shows(text)) << text;
  EXPECT_EQ(kept(wrong, form, "claim_number"), "0000012106036373");
  EXPECT_EQ(kept(wrong, form, "plate"), "A-1-B");

  const auto made = browser.follow(browser.submit(wrong, form, [&] {
    Values values = good("255036219");
    values.insert(values.end(), {{"siret", ""}, {"phone", ""}, {"vin", ""}});
    return values;
  }()));
  EXPECT_EQ(made.status, 200);
  for (const auto* text : {"Dossier 255036219 créé", "AB-123-CD", "MINI", "0418", "0000012106036373", "non-renseigné",
                           "69003 Lyon 3e", "aucun réparateur n’est encore choisi", "Attente de RDV"})
    EXPECT_TRUE(made.shows(text)) << text;

  const auto again = browser.submit(browser.get(form), form, good("255036219"));
  EXPECT_EQ(again.status, 409);
  EXPECT_TRUE(again.shows("Un de vos dossiers porte déjà le numéro 255036219."));
  EXPECT_EQ(kept(again, form, "insured"), "Société X");
}

TEST_P(FirmCreatesFiles, M31_a_mistyped_siret_is_refused_with_the_garage_that_was_meant) {  // M31.siret
  const Person firm = scene::new_cabinet(house());
  const Person garage = scene::new_repairer(house());
  scene::attach(house(), firm, garage);
  const std::string siret = siret_of(garage);
  std::string typo = siret;
  typo.back() = typo.back() == '9' ? '0' : static_cast<char>(typo.back() + 1);
  Browser browser = browser_of(firm);
  Values values = good("1001");
  values.emplace_back("siret", typo);
  const auto wrong = browser.submit(browser.get(form), form, values);
  EXPECT_EQ(wrong.status, 422);
  EXPECT_TRUE(wrong.shows("Vouliez-vous écrire"));
  EXPECT_TRUE(wrong.shows("Garage du Parc"));
  EXPECT_EQ(kept(wrong, form, "siret"), typo);

  EXPECT_NE(house().get("/reparateurs/sirets?siret=garage", &firm).body.find("Garage du Parc"), std::string::npos);
  const auto made = browser.follow(browser.submit(wrong, form, {{"siret", siret + " · Garage du Parc"}}));
  EXPECT_TRUE(made.shows("le réparateur le voit dans sa liste"));
  EXPECT_NE(text_at("/reparateurs", &garage).find("1001"), std::string::npos);
  EXPECT_NE(text_at("/notifications", &garage).find("Nouveau dossier"), std::string::npos);

  const Person stranger = scene::new_cabinet(house());
  EXPECT_EQ(house().get("/reparateurs/sirets?siret=garage", &stranger).body.find("Garage"), std::string::npos)
      << "another firm's garages are not told";
}

TEST_P(FirmCreatesFiles, M31_an_unknown_siret_waits_until_an_account_with_it_is_validated) {  // M31.siret M5.attachment
  const Person firm = scene::new_cabinet(house());
  const Person garage = scene::new_repairer(house());
  Browser browser = browser_of(firm);
  Values values = good("1002");
  values.emplace_back("siret", siret_of(garage));
  const auto made = browser.follow(browser.submit(browser.get(form), form, values));
  EXPECT_TRUE(made.shows("le dossier l’attend"));
  EXPECT_EQ(text_at("/reparateurs", &garage).find("1002"), std::string::npos);
  scene::attach(house(), firm, garage);
  EXPECT_NE(text_at("/reparateurs", &garage).find("1002"), std::string::npos);
  EXPECT_TRUE(browser.get(made.path).shows("Garage du Parc voit ce dossier."));

  Values post = good("1003");
  post.emplace_back("siret", "35600000049837");  // an office of La Poste: its own checksum
  EXPECT_TRUE(browser.follow(browser.submit(browser.get(form), form, post)).shows("49837 : le dossier l’attend"));
}

TEST_P(FirmCreatesFiles, M31_a_file_is_corrected_and_its_repairer_chosen_from_its_page) {
  const Person firm = scene::new_cabinet(house());
  const Person garage = scene::new_repairer(house());
  scene::attach(house(), firm, garage);
  Browser browser = browser_of(firm);
  const auto made = browser.follow(browser.submit(browser.get(form), form, good("1004")));
  const auto page = browser.get(made.path + "/correction");
  EXPECT_EQ(kept(page, made.path + "/correction", "claim_number"), "0000012106036373");
  const auto corrected = browser.follow(
      browser.submit(page, made.path + "/correction", {{"insured", "Madame Y"}, {"phone", "06 39 98 00 01"}}));
  EXPECT_TRUE(corrected.shows("Madame Y"));
  EXPECT_TRUE(corrected.shows("06 39 98 00 01"));
  EXPECT_TRUE(corrected.shows("1004"));

  const std::string act = made.path + "/reparateur";
  const auto empty = browser.post_form(act, {{"siret", " "}});
  EXPECT_EQ(empty.status, 422);
  EXPECT_TRUE(empty.shows("Indiquez le SIRET du réparateur."));
  EXPECT_TRUE(
      browser.follow(browser.post_form(act, {{"siret", siret_of(garage)}})).shows("Le réparateur est rattaché"));
  const auto same = browser.post_form(act, {{"siret", siret_of(garage)}});
  EXPECT_EQ(same.status, 409);
  EXPECT_TRUE(same.shows("Le dossier a déjà ce SIRET."));
}

TEST_P(FirmCreatesFiles, M31_a_file_may_begin_as_a_remote_inspection) {  // M11.photos
  const Person firm = scene::new_cabinet(house());
  Browser browser = browser_of(firm);
  Values values = good("1005");
  values.emplace_back("mode", "remote");
  const auto made = browser.follow(browser.submit(browser.get(form), form, values));
  EXPECT_TRUE(made.shows("Expertise EAD"));
  EXPECT_TRUE(made.shows("0 vue reçue sur 7"));
}

}  // namespace
