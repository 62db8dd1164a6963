// Someone changes the e-mail address of her account (P6.email_change).
#include <gtest/gtest.h>

#include <algorithm>

#include "floor/audit/audit.hpp"
#include "floor/identity/accounts.hpp"
#include "floor/joining/email_change.hpp"
#include "floor/joining/joining.hpp"
#include "floor/messages/messages.hpp"
#include "support/browser.hpp"
#include "support/house_on_both_engines.hpp"

namespace {

using support::Browser;
using support::Page;
using support::Person;

constexpr auto right = support::password_of_everybody;
constexpr const char* page_url = "/parametres/adresse";

class EmailChange : public support::HouseOnBothEngines {
 protected:
  Browser browser() { return Browser(house().port()); }
  Page sign_in(Browser& by, const std::string& email) {
    return by.submit(by.get("/connexion"), "/connexion", {{"email", email}, {"password", std::string(right)}});
  }
  Page ask(Browser& by, const std::string& email, std::string_view password = right) {
    return by.submit(by.get(page_url), page_url, {{"email", email}, {"password", std::string(password)}});
  }
  std::vector<messages::Message> mails_to(const std::string& address) {
    return read([&](db::Transaction& tx) {
      std::vector<messages::Message> found;
      for (const auto& message : messages::list(tx, {.limit = 100}))
        if (message.to.address == address) found.push_back(message);
      return found;
    });
  }
  std::string link_to(const std::string& address) {
    const auto mails = mails_to(address);
    if (mails.empty()) return {};
    return read([&](db::Transaction& tx) { return messages::link_target(tx, mails.front(), platform().settings); });
  }
  std::string email_of(const Person& person) {
    return read([&](db::Transaction& tx) { return identity::account(tx, person.actor.account)->email.text(); });
  }
};
MANDAT_ON_BOTH_ENGINES(EmailChange);

TEST_P(EmailChange, is_confirmed_by_a_link_to_the_new_address_and_told_to_the_old) {  // P6.email_change
  const Person claire = broker();
  Browser by = browser();
  sign_in(by, claire.email);
  ASSERT_TRUE(by.get("/parametres").shows("Changer d’adresse e-mail"));
  const Page asked = by.follow(ask(by, " Claire.Neuve@Exemple.fr "));
  EXPECT_TRUE(asked.shows("Une adresse attend sa confirmation : claire.neuve@exemple.fr"));
  EXPECT_EQ(email_of(claire), claire.email);
  house().settle();
  const std::string link = link_to("claire.neuve@exemple.fr");
  ASSERT_FALSE(link.empty());

  Browser phone = browser();  // no session: the link is enough
  const Page confirm = phone.get(link);
  ASSERT_TRUE(confirm.shows("claire.neuve@exemple.fr deviendra l’adresse de votre compte."));
  EXPECT_EQ(email_of(claire), claire.email);  // opening it changed nothing
  EXPECT_TRUE(phone.submit(confirm, link).shows("Votre adresse est confirmée"));
  EXPECT_EQ(email_of(claire), "claire.neuve@exemple.fr");
  EXPECT_TRUE(phone.submit(confirm, link).shows("Votre adresse est confirmée"));  // again: harmless
  EXPECT_TRUE(by.get("/parametres").shows("claire.neuve@exemple.fr"));            // the session stays
  house().settle();
  ASSERT_EQ(mails_to(claire.email).size(), 1U);
  EXPECT_EQ(mails_to(claire.email)[0].subject, "Votre adresse e-mail a été changée");

  Browser again = browser();
  EXPECT_EQ(sign_in(again, claire.email).status, 422);
  EXPECT_EQ(sign_in(again, "claire.neuve@exemple.fr").status, 303);
  const auto facts = read([&](db::Transaction& tx) { return audit::latest_facts(tx, 0, 50); });
  const auto changed =
      std::find_if(facts.begin(), facts.end(), [](const auto& fact) { return fact.code == "identity.email_changed"; });
  ASSERT_NE(changed, facts.end());
  for (const auto& [name, value] : changed->details) EXPECT_EQ(value.find('@'), std::string::npos) << name;
}

TEST_P(EmailChange, refuses_beside_its_field_and_loses_nothing_typed) {  // P6.email_change
  const Person claire = broker();
  Browser by = browser();
  sign_in(by, claire.email);
  const Page bad = ask(by, "pas une adresse");
  EXPECT_EQ(bad.status, 422);
  EXPECT_TRUE(bad.shows("Cette adresse e-mail n’est pas valable."));
  EXPECT_EQ(bad.hidden("email"), "pas une adresse");
  EXPECT_TRUE(ask(by, claire.email).shows("C’est déjà l’adresse de votre compte."));
  const Page wrong = ask(by, "neuve@exemple.fr", "faux");
  EXPECT_EQ(wrong.status, 422);
  EXPECT_TRUE(wrong.shows("Ce n’est pas votre mot de passe actuel."));
  EXPECT_EQ(wrong.hidden("email"), "neuve@exemple.fr");
  house().settle();
  EXPECT_TRUE(mails_to("neuve@exemple.fr").empty());
}

TEST_P(EmailChange, answers_alike_when_the_address_is_another_accounts) {  // P6.email_change, P6.neutral
  const Person claire = broker();
  const Person hugo = broker();
  Browser by = browser();
  sign_in(by, claire.email);
  const Page known = by.follow(ask(by, hugo.email));
  EXPECT_TRUE(known.shows("Une adresse attend sa confirmation"));
  EXPECT_TRUE(by.follow(ask(by, "personne@exemple.fr")).shows("Une adresse attend sa confirmation"));
  house().settle();
  ASSERT_EQ(mails_to(hugo.email).size(), 1U);
  EXPECT_TRUE(link_to(hugo.email).empty());
  EXPECT_EQ(mails_to(hugo.email)[0].subject, "Cette adresse a déjà un compte");
}

TEST_P(EmailChange, changes_nothing_when_another_account_was_faster) {  // P6.email_change
  const Person claire = broker();
  const Person hugo = broker();
  Browser by = browser();
  sign_in(by, claire.email);
  ask(by, "commune@exemple.fr");
  Browser other = browser();
  sign_in(other, hugo.email);
  ask(other, "commune@exemple.fr");
  house().settle();
  const auto mails = mails_to("commune@exemple.fr");
  ASSERT_EQ(mails.size(), 2U);
  const auto target = [&](const messages::Message& mail) {
    return read([&](db::Transaction& tx) { return messages::link_target(tx, mail, platform().settings); });
  };
  const std::string first = target(mails[0]);
  const std::string second = target(mails[1]);
  EXPECT_EQ(by.submit(by.get(first), first).status, 200);
  const Page refused = by.submit(by.get(second), second);
  EXPECT_EQ(refused.status, 409);
  EXPECT_TRUE(refused.shows("Cette adresse a déjà un compte"));
}

TEST_P(EmailChange, ends_after_a_day_or_with_a_later_wish) {  // P6.email_change
  const Person claire = broker();
  Browser by = browser();
  sign_in(by, claire.email);
  ask(by, "premiere@exemple.fr");
  ask(by, "seconde@exemple.fr");
  house().settle();
  const std::string first = link_to("premiere@exemple.fr");
  EXPECT_TRUE(by.get(first).shows("Ce lien n’est plus valable"));
  EXPECT_EQ(by.post_form(first, {}).status, 409);
  const std::string second = link_to("seconde@exemple.fr");
  house().clock().advance(base::hours(24) - base::seconds(1));
  EXPECT_TRUE(by.get(second).shows("Confirmez votre nouvelle adresse"));
  house().clock().advance(base::seconds(1));
  EXPECT_TRUE(by.get(second).shows("Ce lien n’est plus valable"));
  house().settle();  // the worker forgets the address
  EXPECT_EQ(by.post_form(second, {}).status, 409);
  EXPECT_FALSE(read([&](db::Transaction& tx) { return joining::pending_email_change(tx, claire.actor.account); }));
  EXPECT_EQ(email_of(claire), claire.email);
}

TEST_P(EmailChange, is_asked_three_times_an_hour) {  // P6.email_change
  const Person claire = broker();
  Browser by = browser();
  sign_in(by, claire.email);
  for (int i = 0; i < 3; ++i) EXPECT_EQ(ask(by, "p" + std::to_string(i) + "@exemple.fr").status, 303) << i;
  EXPECT_EQ(ask(by, "p4@exemple.fr").status, 429);
  house().clock().advance(base::hours(1));
  EXPECT_EQ(ask(by, "p4@exemple.fr").status, 303);
}

TEST_P(EmailChange, leaves_a_forgotten_passwords_link_to_the_former_address_without_effect) {  // P6.email_change
  const Person claire = broker();
  web::Fields form;
  form.add("humain", "oui");
  form.add("email", claire.email);
  const std::string waiting =
      joining::ask(
          platform(),
          {.kind = joining::password_kind, .email = claire.email, .password = {}, .form = form, .address = "192.0.2.9"})
          .value();
  house().settle();
  const std::string reset = read([&](db::Transaction& tx) {
    const auto opened = joining::open(tx, waiting, platform()).value();
    const auto link = links::latest(tx, joining::link_purpose::reset, opened.link.subject_id).value();
    return "/mot-de-passe/" + links::token(link, platform().settings.server_key);
  });
  Browser by = browser();
  sign_in(by, claire.email);
  ask(by, "neuve@exemple.fr");
  house().settle();
  const std::string link = link_to("neuve@exemple.fr");
  ASSERT_EQ(by.submit(by.get(link), link).status, 200);

  Browser former = browser();
  const Page page = former.submit(former.get(reset), reset, {{"password", "cinq mots tout neufs ici"}});
  EXPECT_EQ(page.status, 409);
  Browser again = browser();
  EXPECT_EQ(sign_in(again, "neuve@exemple.fr").status, 303);
}

}  // namespace
