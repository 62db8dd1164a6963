// Somebody forgot his password (P6, M6): what he sees tells nobody whether his address is known.
#include <gtest/gtest.h>

#include "floor/identity/held_accounts.hpp"
#include "floor/identity/passwords.hpp"
#include "floor/joining/joining_rules.hpp"
#include "floor/messages/messages.hpp"
#include "support/browser.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/joining.hpp"

namespace {

using support::Browser;
using support::Page;
using support::Person;

constexpr std::string_view fresh_password = "cinq mots tout neufs ici";

class ForgottenPassword : public support::HouseOnBothEngines {
 protected:
  ForgottenPassword() : HouseOnBothEngines(platform::Mode::demo) {}

  Browser browser() { return Browser(house().port()); }

  enum class Script { on, off };
  Page ask(Browser& by, const std::string& email, Script script = Script::on) {
    const Page form = by.get("/mot-de-passe-oublie");
    auto typed = script == Script::on ? support::solved(form) : support::Values{{"humain", "oui"}};
    typed.push_back({"email", email});
    return by.submit(form, "/mot-de-passe-oublie", typed);
  }
  std::vector<messages::Message> mails_to(const std::string& address) {
    return read([&](db::Transaction& tx) {
      std::vector<messages::Message> found;
      for (const auto& message : messages::list(tx, {.limit = 100}))
        if (message.to.address == address) found.push_back(message);
      return found;
    });
  }
  std::string link_in(const messages::Message& mail) {
    return read([&](db::Transaction& tx) { return messages::link_target(tx, mail, platform().settings); });
  }
  std::string code_in(const messages::Message& mail) {
    const std::string body =
        read([&](db::Transaction& tx) { return messages::rendered_body(tx, mail, platform().settings); });
    const auto at = body.find("ode : ") == std::string::npos ? body.find("ouverte : ") + 10 : body.find("ode : ") + 6;
    return body.substr(at, 8);
  }
  int sign_in(const std::string& email, std::string_view password) {
    Browser by = browser();
    return by.submit(by.get("/connexion"), "/connexion", {{"email", email}, {"password", std::string(password)}})
        .status;
  }
};
MANDAT_ON_BOTH_ENGINES(ForgottenPassword);

TEST_P(ForgottenPassword, leads_by_a_link_that_serves_once_to_a_new_one_that_ends_every_session) {  // M6, P6.reset
  const Person claire = broker();
  Browser by = browser();
  ASSERT_TRUE(by.get("/connexion").shows("Mot de passe oublié"));
  const Page waiting = by.follow(ask(by, claire.email));
  EXPECT_TRUE(waiting.shows("Consultez vos e-mails"));
  house().settle();
  const auto mails = mails_to(claire.email);
  ASSERT_EQ(mails.size(), 1U);
  EXPECT_EQ(mails[0].body.find("/mot-de-passe/"), std::string::npos);  // no usable token is stored (P7)

  const std::string link = link_in(mails[0]);
  const Page choose = by.get(link);
  ASSERT_TRUE(choose.shows("Choisissez un nouveau mot de passe"));
  EXPECT_EQ(sign_in(claire.email, support::password_of_everybody), 303);  // opening the link changed nothing
  const Page weak = by.submit(choose, link, {{"password", "court"}});
  EXPECT_EQ(weak.status, 422);
  EXPECT_TRUE(weak.shows("il faut au moins 12 caractères"));
  const Page done = by.follow(by.submit(weak, link, {{"password", std::string(fresh_password)}}));
  EXPECT_TRUE(done.shows("Votre mot de passe est enregistré"));

  EXPECT_EQ(house().get("/parametres", &claire).status, 303);  // her session elsewhere is over
  EXPECT_EQ(sign_in(claire.email, support::password_of_everybody), 422);
  EXPECT_EQ(sign_in(claire.email, fresh_password), 303);
  EXPECT_TRUE(by.get(link).shows("Ce lien n’est plus valable"));
  EXPECT_EQ(by.post_form(link, {{"password", "encore un autre tout neuf"}}).status, 409);
  EXPECT_EQ(sign_in(claire.email, fresh_password), 303);
  house().settle();
  EXPECT_EQ(mails_to(claire.email).size(), 2U);  // she is told that it was changed
}

TEST_P(ForgottenPassword, answers_the_same_whether_the_address_is_known_and_hashes_nothing) {  // M6, P6.neutral
  const Person claire = broker();
  Browser by = browser();
  const std::size_t hashed = platform().passwords.done();
  const Page known = by.follow(ask(by, claire.email));
  const Page unknown = by.follow(ask(by, "personne@exemple.fr"));
  EXPECT_EQ(known.status, unknown.status);
  EXPECT_EQ(known.text(), unknown.text());
  EXPECT_EQ(platform().passwords.done(), hashed);
  EXPECT_TRUE(mails_to(claire.email).empty());  // the mail is written by the worker, not while the page waits
  house().settle();
  EXPECT_EQ(mails_to(claire.email).size(), 1U);
  EXPECT_TRUE(mails_to("personne@exemple.fr").empty());
  // The code page of the unknown address is no way in, and says nothing either.
  EXPECT_TRUE(by.submit(unknown, "/confirmation/" + unknown.path.substr(14), {{"code", "12345678"}})
                  .shows("Ce code n’est pas le bon"));
}

TEST_P(ForgottenPassword, ends_after_half_an_hour) {  // P6.reset
  const Person claire = broker();
  Browser by = browser();
  ask(by, claire.email);
  house().settle();
  const std::string link = link_in(mails_to(claire.email).at(0));
  house().clock().advance(base::minutes(30) - base::seconds(1));
  EXPECT_TRUE(by.get(link).shows("Choisissez un nouveau mot de passe"));
  house().clock().advance(base::seconds(1));
  EXPECT_TRUE(by.get(link).shows("Ce lien n’est plus valable"));
  EXPECT_EQ(by.post_form(link, {{"password", std::string(fresh_password)}}).status, 409);
  house().settle();  // the worker forgets what was typed
  EXPECT_TRUE(by.get(link).shows("Ce lien n’est plus valable"));
  EXPECT_EQ(sign_in(claire.email, support::password_of_everybody), 303);
}

TEST_P(ForgottenPassword, works_without_script_by_an_emailed_code) {  // P6.without_script, P7.code
  const Person claire = broker();
  Browser by = browser();
  const Page waiting = by.follow(ask(by, claire.email, Script::off));
  house().settle();
  const auto mail = mails_to(claire.email).at(0);
  EXPECT_EQ(mail.body.find("{lien}"), std::string::npos);  // without a proof, the code alone
  const std::string code = code_in(mail);
  ASSERT_EQ(code.size(), 8U) << code;
  EXPECT_TRUE(by.submit(waiting, waiting.path, {{"code", "00000000"}}).shows("Ce code n’est pas le bon"));
  const Page choose = by.follow(by.submit(waiting, waiting.path, {{"code", code.substr(0, 4) + " " + code.substr(4)}}));
  ASSERT_TRUE(choose.shows("Choisissez un nouveau mot de passe"));
  EXPECT_EQ(by.submit(choose, choose.path, {{"password", std::string(fresh_password)}}).status, 303);
  EXPECT_EQ(sign_in(claire.email, fresh_password), 303);
}

TEST_P(ForgottenPassword, takes_five_wrong_codes_and_no_more) {  // P6.without_script
  const Person claire = broker();
  Browser by = browser();
  const Page waiting = by.follow(ask(by, claire.email, Script::off));
  house().settle();
  const std::string code = code_in(mails_to(claire.email).at(0));
  const std::string wrong = code == "00000000" ? "11111111" : "00000000";
  for (int i = 0; i < 5; ++i) EXPECT_EQ(by.submit(waiting, waiting.path, {{"code", wrong}}).status, 422);
  EXPECT_EQ(by.submit(waiting, waiting.path, {{"code", code}}).status, 429);
}

TEST_P(ForgottenPassword, keeps_robots_and_floods_out) {  // P6.proof, P6.honeypot, P6.quota
  const Person claire = broker();
  Browser by = browser();
  const Page form = by.get("/mot-de-passe-oublie");
  EXPECT_TRUE(
      by.submit(form, "/mot-de-passe-oublie", {{"email", claire.email}}).shows("Cochez « Je ne suis pas un robot »."));
  auto proof = support::solved(form);
  proof.push_back({"email", claire.email});
  EXPECT_EQ(by.submit(form, "/mot-de-passe-oublie", proof).status, 303);
  const Page replayed = by.submit(form, "/mot-de-passe-oublie", proof);
  EXPECT_TRUE(replayed.shows("La vérification n’est plus valable"));
  EXPECT_EQ(replayed.hidden("email"), claire.email);  // nothing typed is lost

  const Page trapped = by.follow(by.submit(by.get("/mot-de-passe-oublie"), "/mot-de-passe-oublie",
                                           {{"email", claire.email}, {"site_web", "https://exemple.fr"}}));
  EXPECT_TRUE(trapped.shows("Consultez vos e-mails"));
  house().settle();
  EXPECT_EQ(mails_to(claire.email).size(), 1U);

  // Four without proof an hour from one network; a mail an address three an hour, without saying so.
  for (int i = 0; i < 3; ++i) EXPECT_EQ(ask(by, claire.email, Script::off).status, 303);
  EXPECT_EQ(ask(by, claire.email, Script::off).status, 429);
  house().settle();
  EXPECT_EQ(mails_to(claire.email).size(), 3U);
  house().clock().advance(base::hours(1));
  EXPECT_EQ(ask(by, claire.email, Script::off).status, 303);
}

TEST_P(ForgottenPassword, shows_its_link_to_no_colleague_and_no_administrator) {  // P7.personal
  const Person claire = broker();
  const Person hugo =
      support::new_member(platform(), claire.actor.organisation, identity::Role::manager, "Hugo Malvaux");
  const Person admin = administrator();
  Browser by = browser();
  ask(by, claire.email);
  house().settle();
  const std::string link = link_in(mails_to(claire.email).at(0));
  for (const auto& [path, who] : {std::pair{"/messages", &hugo}, std::pair{"/administration/messages", &admin}}) {
    const auto page = house().get(path, who);
    EXPECT_EQ(page.status, 200);
    EXPECT_EQ(page.body.find(link), std::string::npos) << path;
  }
  EXPECT_NE(house().get("/demo/messages").body.find(link), std::string::npos);  // in the demo everything can be tried
}

TEST_P(ForgottenPassword, opens_nothing_of_a_held_account) {  // P6.hold
  const Person claire = broker();
  act([&](platform::Act& act) {
    identity::hold(act, claire.actor.account);
    return 0;
  });
  Browser by = browser();
  const auto refused = [&] {
    return by.submit(by.get("/connexion"), "/connexion",
                     {{"email", claire.email}, {"password", std::string(support::password_of_everybody)}});
  };
  EXPECT_TRUE(refused().shows("Votre inscription est en cours de vérification"));
  EXPECT_EQ(sign_in(claire.email, "autre chose de faux"), 422);  // told to who knows the password only
  act([&](platform::Act& act) {
    identity::refuse_held(act, claire.actor.account, "le Kbis est illisible.");
    return 0;
  });
  EXPECT_TRUE(refused().shows("n’a pas été validée : le Kbis est illisible."));
  EXPECT_TRUE(act([&](platform::Act& act) { return identity::release(act, claire.actor.account); }));
  EXPECT_EQ(sign_in(claire.email, support::password_of_everybody), 303);
}

}  // namespace
