// A repairer does not see a file: what his establishments say, what he writes to the firm, what the firm alone reads
// besides (M30); and the menu he finds it in (M7).
#include <gtest/gtest.h>

#include "desks/motor/help/help.hpp"
#include "floor/messages/messages.hpp"
#include "support/browser.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/motor_scene.hpp"

namespace {

namespace scene = support::motor_scene;
using support::Browser;
using support::Page;
using support::Person;

constexpr std::string_view help_path = "/reparateurs/aide";

class RepairerHelp : public support::HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    firm_ = scene::new_cabinet(house(), "ATMOS");
    garage_ = scene::new_repairer(house());
    scene::attach(house(), firm_, garage_);
  }
  Browser browser_of(const Person& person) {
    Browser browser(house().port());
    browser.set_cookie("session", person.secret);
    return browser;
  }
  base::Siret own() { return scene::establishment_of(house(), garage_).siret.value(); }
  // Valid SIRETs that differ from his: by the establishment, by two digits.
  base::Siret sibling() {
    return changed([](std::string& digits) { digits[12] = '2'; }, 13);
  }
  // An exchange that both checksums let through.
  base::Siret mistyped() {
    return changed([](std::string& digits) { std::swap(digits[0], digits[2]); }, 13);
  }
  template <class F>
  base::Siret changed(F change, std::size_t check) {
    std::string digits = own().text();
    change(digits);
    for (char last = '0'; last <= '9'; ++last) {
      digits[check] = last;
      if (const auto valid = base::Siret::parse(digits)) return *valid;
    }
    throw std::logic_error("no check digit fits");
  }
  std::string firm_id() const { return std::to_string(firm_.actor.organisation.value); }

  Person firm_, garage_;
};
MANDAT_ON_BOTH_ENGINES(RepairerHelp);

TEST_P(RepairerHelp, is_in_his_menu_whose_last_entry_signs_out) {  // M7
  Browser by = browser_of(garage_);
  const Page list = by.get("/reparateurs");
  std::size_t at = 0;
  for (const std::string_view entry : {"LISTE DES DOSSIERS", "TARIFS", "PARAMÈTRES", "Aide", "QUITTER"}) {
    const auto found = list.body.find("<span class=\"nav-label\">" + std::string(entry), at);
    ASSERT_NE(found, std::string::npos) << entry;
    at = found;
  }
  EXPECT_EQ(list.body.find("href=\"/deconnexion\""), std::string::npos) << "no link signs anybody out";
  EXPECT_EQ(by.post_form("/deconnexion", {}).status, 303);
  EXPECT_EQ(by.get("/reparateurs").status, 303);
  EXPECT_FALSE(browser_of(firm_).get("/reparateurs").shows("QUITTER"));
}

TEST_P(RepairerHelp, shows_his_other_establishments_and_never_a_strangers_files) {  // M30.diagnosis
  Browser by = browser_of(garage_);
  const Page nothing = by.get(help_path);
  EXPECT_TRUE(nothing.shows("votre numéro de SIRET est probablement erroné dans la base du portail"));
  EXPECT_TRUE(nothing.shows("Aucun dossier au SIRET"));
  scene::new_file(house(), firm_, own());
  EXPECT_TRUE(by.get(help_path).shows("Vos établissements et vos dossiers concordent"));

  scene::new_file(house(), firm_, sibling());
  scene::new_file(house(), firm_, sibling());
  scene::new_file(house(), firm_, mistyped());
  const Person other_firm = scene::new_cabinet(house(), "BETA");
  scene::new_file(house(), other_firm, sibling());  // has confirmed nothing of his
  const Page seen = by.get(help_path);
  EXPECT_TRUE(seen.shows("2 dossiers à un autre établissement de votre entreprise"));
  EXPECT_NE(seen.body.find("siret=" + sibling().text()), std::string::npos);
  EXPECT_EQ(seen.body.find(mistyped().text()), std::string::npos);
  EXPECT_FALSE(seen.shows("1 dossier à un autre établissement")) << "a firm that has not confirmed him says nothing";
  const auto file = scene::new_file(house(), firm_, sibling());
  EXPECT_FALSE(seen.shows(scene::file(house(), file).reference));
}

TEST_P(RepairerHelp, sends_a_message_that_the_firm_answers_with_the_probable_typo_beside) {  // M30, M30.typo
  const auto missing = scene::new_file(house(), firm_, mistyped());
  const std::string reference = scene::file(house(), missing).reference;
  Browser by = browser_of(garage_);
  const Page form = by.get(help_path);
  const Page empty = by.submit(form, help_path, {{"cabinet", firm_id()}});
  EXPECT_EQ(empty.status, 422);
  EXPECT_TRUE(empty.shows("Écrivez votre message, ou indiquez le dossier qui manque."));
  const Person stranger = scene::new_cabinet(house(), "GAMMA");
  const Page elsewhere =
      by.submit(form, help_path, {{"cabinet", std::to_string(stranger.actor.organisation.value)}, {"said", "Bonjour"}});
  EXPECT_EQ(elsewhere.status, 422);
  EXPECT_TRUE(elsewhere.shows("Choisissez un cabinet"));
  const Page sent = by.follow(
      by.submit(form, help_path, {{"cabinet", firm_id()}, {"about", "ab-123 cd"}, {"said", "La Clio n’est pas là."}}));
  EXPECT_TRUE(sent.shows("Votre message est envoyé au cabinet."));
  EXPECT_TRUE(sent.shows("En attente de réponse"));
  EXPECT_FALSE(sent.shows(reference)) << "what the firm's files say is not for him";
  EXPECT_EQ(sent.body.find(mistyped().text()), std::string::npos);

  Browser at_firm = browser_of(firm_);
  EXPECT_TRUE(at_firm.get("/notifications").shows("ne trouve pas un dossier"));
  const Page reports = at_firm.get("/reparateurs/signalements");
  EXPECT_TRUE(reports.shows("La Clio n’est pas là."));
  EXPECT_TRUE(reports.shows("Le dossier " + reference + " porte le SIRET"));
  EXPECT_TRUE(reports.shows("deux chiffres au plus diffèrent : faute de frappe probable"));
  EXPECT_TRUE(reports.shows("1 dossier porte le SIRET"));
  Browser at_stranger = browser_of(stranger);
  EXPECT_FALSE(at_stranger.get("/reparateurs/signalements").shows("La Clio"));

  const auto id = read([&](db::Transaction& tx) {
    return motor::help::of_cabinet(tx, firm_.actor.organisation, motor::help::Fate::waiting, {}, 5).front().id;
  });
  const std::string answer_path = "/reparateurs/signalements/" + std::to_string(id.value) + "/reponse";
  EXPECT_EQ(house().post(answer_path, &stranger, support::form({{"answer", "Non"}})).status, 404);
  const Page silent = at_firm.submit(reports, answer_path, {{"answer", " "}});
  EXPECT_EQ(silent.status, 422);
  EXPECT_TRUE(silent.shows("Écrivez votre réponse"));
  const Page answered = at_firm.follow(at_firm.submit(reports, answer_path, {{"answer", "SIRET corrigé, merci."}}));
  EXPECT_TRUE(answered.shows("Votre réponse est envoyée au réparateur."));
  EXPECT_TRUE(answered.shows("Aucun signalement à traiter"));
  EXPECT_TRUE(at_firm.get("/reparateurs/signalements?etat=repondus").shows("SIRET corrigé, merci."));
  EXPECT_EQ(house().post(answer_path, &firm_, support::form({{"answer", "Encore"}})).status, 409);
  EXPECT_TRUE(by.get(help_path).shows("SIRET corrigé, merci."));
  EXPECT_TRUE(by.get("/notifications").shows("SIRET corrigé, merci."));
  house().settle();
  const auto mails = read([&](db::Transaction& tx) {
    return messages::list(tx, {.organisation = garage_.actor.organisation, .channel = messages::Channel::mail});
  });
  ASSERT_EQ(mails.size(), 1U);
  const std::string body =
      read([&](db::Transaction& tx) { return messages::rendered_body(tx, mails.front(), platform().settings); });
  EXPECT_NE(body.find(platform().settings.public_url + "/reparateurs/aide"), std::string::npos);
}

TEST_P(RepairerHelp, takes_ten_messages_to_a_firm_before_it_has_answered) {  // M30
  for (int i = 0; i < 10; ++i)
    EXPECT_EQ(house().post(help_path, &garage_, support::form({{"cabinet", firm_id()}, {"said", "Bonjour"}})).status,
              303);
  EXPECT_EQ(house().post(help_path, &garage_, support::form({{"cabinet", firm_id()}, {"said", "Bonjour"}})).status,
            409);
}

}  // namespace
