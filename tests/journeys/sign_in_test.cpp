// Someone signs in, looks after his account, and leaves (P6); an administrator suspends another.
#include <gtest/gtest.h>

#include "support/browser.hpp"
#include "support/house_on_both_engines.hpp"

namespace {

using identity::OrganisationKind;
using support::Browser;
using support::Page;
using support::Person;

class SignIn : public support::HouseOnBothEngines {
 protected:
  Browser browser() { return Browser(house().port()); }

  Page sign_in(Browser& by, const std::string& email, std::string_view password) {
    const Page form = by.get("/connexion");
    return by.submit(form, "/connexion", {{"email", email}, {"password", std::string(password)}});
  }
};
MANDAT_ON_BOTH_ENGINES(SignIn);

constexpr auto right = support::password_of_everybody;

TEST_P(SignIn, leads_back_to_the_page_that_was_asked) {
  const Person claire = broker();
  Browser by = browser();
  const Page asked = by.get("/parametres");
  EXPECT_EQ(asked.status, 303);
  const Page form = by.follow(asked);
  ASSERT_TRUE(form.shows("Connexion"));

  const Page refused = by.submit(form, "/connexion", {{"email", claire.email}, {"password", "faux"}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_TRUE(refused.shows("L’adresse e-mail ou le mot de passe n’est pas le bon."));
  EXPECT_EQ(refused.hidden("email"), claire.email);  // what was typed is kept, but the password
  EXPECT_EQ(refused.hidden("password"), "");

  const Page settings =
      by.follow(by.submit(refused, "/connexion", {{"email", claire.email}, {"password", std::string(right)}}));
  EXPECT_EQ(settings.path, "/parametres");
  EXPECT_TRUE(settings.shows(claire.actor.name));
  EXPECT_EQ(by.get("/connexion").status, 303);  // there is nothing to do on it any more
}

TEST_P(SignIn, never_leads_to_another_site) {
  const Person claire = broker();
  for (const std::string away :
       {"//ailleurs.example", "https://ailleurs.example", "/\\ailleurs.example", "javascript:x"}) {
    Browser by = browser();
    const Page form = by.get("/connexion");
    const Page in =
        by.submit(form, "/connexion", {{"email", claire.email}, {"password", std::string(right)}, {"retour", away}});
    EXPECT_EQ(in.location(), "/") << away;
  }
}

TEST_P(SignIn, keeps_the_person_in_until_she_leaves) {
  const Person claire = broker();
  Browser by = browser();
  sign_in(by, claire.email, right);
  const Page page = by.get("/parametres");
  ASSERT_EQ(page.status, 200);
  const Page left = by.follow(by.submit(page, "/deconnexion"));
  EXPECT_TRUE(left.shows("Vous êtes déconnecté."));
  EXPECT_EQ(by.get("/parametres").status, 303);
}

TEST_P(SignIn, lets_her_change_name_phone_and_password) {
  const Person claire = broker();
  Browser by = browser();
  sign_in(by, claire.email, right);

  const Page wrong = by.submit(by.get("/parametres"), "/parametres", {{"name", "Claire Dubois"}, {"phone", "12"}});
  EXPECT_EQ(wrong.status, 422);
  EXPECT_TRUE(wrong.shows("Ce numéro n’est pas un numéro de téléphone."));
  const Page saved = by.follow(by.submit(wrong, "/parametres", {{"phone", "06 12 34 56 78"}}));
  EXPECT_TRUE(saved.shows("Votre profil est enregistré."));
  EXPECT_TRUE(saved.shows("Claire Dubois"));

  const Page weak =
      by.submit(saved, "/parametres/mot-de-passe", {{"current", std::string(right)}, {"wanted", "court"}});
  EXPECT_TRUE(weak.shows("il faut au moins 12 caractères"));
  const Page changed = by.follow(by.submit(weak, "/parametres/mot-de-passe",
                                           {{"current", std::string(right)}, {"wanted", "cinq mots tout neufs"}}));
  EXPECT_TRUE(changed.shows("Votre mot de passe est changé"));
  Browser other = browser();
  EXPECT_EQ(sign_in(other, claire.email, right).status, 422);
  EXPECT_EQ(sign_in(other, claire.email, "cinq mots tout neufs").status, 303);
}

TEST_P(SignIn, lets_her_close_a_session_left_open_elsewhere) {
  const Person claire = broker();
  Browser office = browser();
  Browser home = browser();
  sign_in(office, claire.email, right);
  house().clock().advance(base::minutes(5));
  sign_in(home, claire.email, right);
  // The fixture's own session and the office's are there to be closed; closing both leaves this one.
  for (int closed = 0; closed < 2; ++closed) {
    const Page page = home.get("/parametres");
    std::string session;
    for (const auto& form : page.forms()) {
      if (form.action != "/parametres/sessions") continue;
      for (const auto& [name, value] : form.fields)
        if (name == "session") session = value;
    }
    ASSERT_FALSE(session.empty());
    EXPECT_EQ(home.post_form("/parametres/sessions", {{"session", session}}).status, 303);
  }
  EXPECT_EQ(office.get("/parametres").status, 303);
  EXPECT_EQ(home.get("/parametres").status, 200);
}

TEST_P(SignIn, lets_her_work_for_another_of_her_organisations) {
  const Person claire = broker();
  const auto firm = support::new_organisation(platform(), {OrganisationKind::tradesman}, "Plomberie du Rhône");
  ASSERT_TRUE(act([&](platform::Act& act) {
                return identity::add_member(act, firm, claire.actor.account, identity::Role::manager);
              }).ok());
  Browser by = browser();
  sign_in(by, claire.email, right);
  ASSERT_EQ(by.get("/chantiers").status, 403);
  EXPECT_EQ(by.submit(by.get("/parametres"), "/parametres/organisation").status, 303);
  EXPECT_EQ(by.get("/chantiers").status, 200);
}

TEST_P(SignIn, is_over_for_whom_an_administrator_suspends) {
  const Person claire = broker();
  const Person alix = administrator();
  Browser by = browser();
  sign_in(by, claire.email, right);
  Browser admin = browser();
  sign_in(admin, alix.email, right);

  EXPECT_TRUE(admin.get("/administration/comptes").shows(claire.actor.organisation_name));
  const std::string address = "/administration/comptes/" + std::to_string(claire.actor.account.value);
  const Page refused = admin.submit(admin.get(address), address + "/suspension");
  EXPECT_EQ(refused.status, 422);
  EXPECT_TRUE(refused.shows("Indiquez le motif"));
  const Page done = admin.follow(admin.submit(refused, address + "/suspension", {{"reason", "a quitté le cabinet"}}));
  EXPECT_TRUE(done.shows("Le compte est suspendu."));
  EXPECT_TRUE(done.shows("Suspendu"));

  EXPECT_EQ(by.get("/parametres").status, 303);
  const Page shut = sign_in(by, claire.email, right);
  EXPECT_EQ(shut.status, 403);
  EXPECT_TRUE(shut.shows("Votre compte est suspendu"));

  EXPECT_TRUE(admin.follow(admin.submit(done, address + "/reactivation")).shows("Le compte est réactivé."));
  EXPECT_EQ(sign_in(by, claire.email, right).status, 303);
}

TEST_P(SignIn, says_when_to_try_again_after_too_many_wrong_passwords) {  // P6.throttle
  const Person claire = broker();
  Browser by = browser();
  for (int i = 0; i < 20; ++i) sign_in(by, "personne" + std::to_string(i) + "@exemple.fr", "faux");
  const Page refused = sign_in(by, claire.email, right);
  EXPECT_EQ(refused.status, 429);
  EXPECT_TRUE(refused.shows("réessayez dans"));
}

}  // namespace
