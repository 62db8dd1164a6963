// A manager brings colleagues in, changes what they may do, and closes their access (P1.members, P1.invitation).
#include <gtest/gtest.h>

#include <barrier>
#include <thread>

#include "floor/audit/audit.hpp"
#include "floor/identity/held_accounts.hpp"
#include "floor/identity/memberships.hpp"
#include "floor/members/invitation.hpp"
#include "floor/messages/messages.hpp"
#include "support/browser.hpp"
#include "support/house_on_both_engines.hpp"

namespace {

using identity::Role;
using support::Browser;
using support::Page;
using support::Person;

constexpr std::string_view page_path = "/parametres/membres";
constexpr std::string_view colleague_mail = "lou.martin@courtage.example";
constexpr std::string_view chosen_password = "cinq pages bien relues";

class Members : public support::HouseOnBothEngines {
 protected:
  Browser browser_of(const Person& person) {
    Browser browser(house().port());
    browser.set_cookie("session", person.secret);
    return browser;
  }
  Page invite(Browser& by, std::string_view email = colleague_mail, std::string_view role = "member") {
    return by.submit(by.get(page_path), page_path,
                     {{"name", "Lou Martin"}, {"email", std::string(email)}, {"role", std::string(role)}});
  }
  std::vector<messages::Message> mails_to(std::string_view address) {
    house().settle();
    return read([&](db::Transaction& tx) {
      std::vector<messages::Message> found;
      for (const auto& message : messages::list(tx, {.limit = 200}))
        if (message.to.address == address) found.push_back(message);
      return found;
    });
  }
  std::string link_of(const messages::Message& mail) {
    return read([&](db::Transaction& tx) { return messages::link_target(tx, mail, platform().settings); });
  }
  Page sign_in(Browser& by, std::string_view mail, std::string_view password) {
    return by.submit(by.get("/connexion"), "/connexion",
                     {{"email", std::string(mail)}, {"password", std::string(password)}});
  }
  identity::AccountId account_of(std::string_view mail) {
    return read([&](db::Transaction& tx) {
      return identity::account_with(tx, base::EmailAddress::parse(mail).value()).value();
    });
  }
  static std::string act_on(identity::AccountId account, std::string_view what) {
    return std::string(page_path) + "/" + std::to_string(account.value) + "/" + std::string(what);
  }
};
MANDAT_ON_BOTH_ENGINES(Members);

TEST_P(Members, P1_invitation_sets_a_password_by_a_link_that_serves_once) {  // P1.invitation
  const Person manager = broker();
  Browser by = browser_of(manager);
  EXPECT_TRUE(by.get("/parametres").shows("Gérer les membres"));
  const Page wrong = by.submit(by.get(page_path), page_path, {{"name", ""}, {"email", "lou@"}});
  EXPECT_EQ(wrong.status, 422);
  EXPECT_TRUE(wrong.shows("Cette adresse e-mail n’est pas valable"));
  EXPECT_TRUE(wrong.shows("Choisissez un rôle"));
  EXPECT_EQ(wrong.hidden("email"), "lou@") << "nothing typed is lost";
  const Page invited = by.follow(invite(by));
  EXPECT_TRUE(invited.shows("L’invitation part par e-mail."));
  EXPECT_TRUE(invited.shows("Invitation envoyée"));

  const auto mail = mails_to(colleague_mail).at(0);
  EXPECT_NE(mail.body.find("Claire Fontaine vous invite"), std::string::npos) << mail.body;
  const std::string link = link_of(mail);
  Browser guest(house().port());
  const Page asked = guest.get(link);
  EXPECT_TRUE(asked.shows("Bienvenue, Lou Martin"));
  EXPECT_TRUE(asked.shows("Cabinet Durand"));
  const Page weak = guest.submit(asked, link, {{"password", "court"}});
  EXPECT_EQ(weak.status, 422);
  EXPECT_TRUE(weak.shows("il faut au moins 12 caractères"));
  EXPECT_EQ(sign_in(guest, colleague_mail, chosen_password).status, 422) << "nothing before it is accepted";
  EXPECT_TRUE(guest.follow(guest.submit(guest.get(link), link, {{"password", std::string(chosen_password)}}))
                  .shows("Votre accès est ouvert"));
  EXPECT_TRUE(guest.get(link).shows("Votre accès est ouvert")) << "the same link, again, changes nothing";
  EXPECT_EQ(guest.submit(asked, link, {{"password", "un tout autre mot de passe"}}).status, 303);
  EXPECT_EQ(sign_in(guest, colleague_mail, "un tout autre mot de passe").status, 422);
  EXPECT_EQ(sign_in(guest, colleague_mail, chosen_password).status, 303);
  EXPECT_EQ(guest.get("/parametres").status, 200);
  EXPECT_EQ(guest.get(page_path).status, 403) << "managers only";
  EXPECT_TRUE(by.get(page_path).shows("Lou Martin"));
  const Page again = invite(by);
  EXPECT_EQ(again.status, 409);
  EXPECT_TRUE(again.shows("Cette personne travaille déjà pour votre organisation"));
}

TEST_P(Members, P1_invitation_lapses_is_replaced_and_withdrawn) {  // P1.invitation P1.invitation_quota
  const Person manager = broker();
  Browser by = browser_of(manager);
  Browser guest(house().port());
  invite(by);
  const std::string first = link_of(mails_to(colleague_mail).at(0));
  house().clock().advance(base::minutes{1});
  invite(by, colleague_mail, "reader");
  const std::string second = link_of(mails_to(colleague_mail).at(0));
  EXPECT_TRUE(guest.get(first).shows("Cette invitation n’est plus valable"));
  EXPECT_TRUE(guest.get(second).shows("Lecteur"));
  const auto waiting = read([&](db::Transaction& tx) { return members::waiting(tx, manager.actor.organisation); });
  ASSERT_EQ(waiting.size(), 1U);
  const std::string withdrawal = "/parametres/invitations/" + std::to_string(waiting[0].id.value) + "/retrait";
  const Person stranger = broker();
  EXPECT_EQ(house().post(withdrawal, &stranger, support::form({})).status, 404);
  EXPECT_TRUE(by.follow(by.submit(by.get(page_path), withdrawal)).shows("L’invitation est retirée"));
  EXPECT_EQ(guest.post_form(second, {{"password", std::string(chosen_password)}}).status, 409);

  invite(by);
  const std::string third = link_of(mails_to(colleague_mail).at(0));
  house().clock().advance(base::hours{7 * 24});
  house().settle();
  EXPECT_TRUE(guest.get(third).shows("Cette invitation n’est plus valable"));
  EXPECT_EQ(guest.get("/invitation/abc.def").status, 404);

  const auto many = act(
      [&](platform::Act& act) {
        int sent = 0;
        while (members::invite(act, manager.actor.organisation,
                               {"p" + std::to_string(sent) + "@exemple.fr", "Lou Martin", Role::member})
                   .ok())
          ++sent;
        return sent;
      },
      platform::Author::of(manager.actor));
  EXPECT_EQ(many, members::most_waiting.value());
}

TEST_P(Members, P1_invitation_of_who_has_an_account_keeps_his_password) {  // P1.invitation
  const Person manager = broker(), known = tradesman();
  Browser by = browser_of(manager);
  EXPECT_TRUE(by.follow(invite(by, known.email)).shows("L’invitation part par e-mail.")) << "as for anybody";
  const std::string link = link_of(mails_to(known.email).at(0));
  Browser guest(house().port());
  const Page asked = guest.get(link);
  EXPECT_TRUE(asked.shows("votre mot de passe reste le même"));
  EXPECT_EQ(guest.submit(asked, link).status, 303);
  EXPECT_EQ(sign_in(guest, known.email, support::password_of_everybody).status, 303);
  const auto memberships =
      read([&](db::Transaction& tx) { return identity::memberships_of(tx, known.actor.account).size(); });
  EXPECT_EQ(memberships, 2U);
}

TEST_P(Members, P1_members_change_role_are_suspended_and_removed_at_once) {  // P1.members
  const Person manager = broker();
  const Person member = support::new_member(platform(), manager.actor.organisation, Role::member, "Jules Petit");
  Browser by = browser_of(manager), his = browser_of(member);
  EXPECT_EQ(his.get(page_path).status, 403);
  const auto account = member.actor.account;
  by.submit(by.get(page_path), act_on(account, "role"), {{"role", "manager"}});
  EXPECT_EQ(his.get(page_path).status, 200) << "from the next page on";
  by.submit(by.get(page_path), act_on(account, "role"), {{"role", "reader"}});
  EXPECT_EQ(his.get(page_path).status, 403);
  EXPECT_EQ(by.post_form(act_on(account, "role"), {{"role", "roi"}}).status, 422);

  EXPECT_TRUE(by.follow(by.submit(by.get(page_path), act_on(account, "suspension"))).shows("L’accès est suspendu"));
  EXPECT_NE(his.get("/parametres").status, 200) << "his session is closed";
  EXPECT_NE(sign_in(his, member.email, support::password_of_everybody).status, 303);
  EXPECT_EQ(by.post_form(act_on(account, "suspension"), {}).status, 409);
  by.submit(by.get(page_path), act_on(account, "retablissement"));
  EXPECT_EQ(sign_in(his, member.email, support::password_of_everybody).status, 303);

  // He works elsewhere too: that is left as it is.
  const auto elsewhere = support::new_organisation(platform(), {identity::OrganisationKind::tradesman}, "Plomberie");
  act([&](platform::Act& act) { EXPECT_TRUE(identity::add_member(act, elsewhere, account, Role::member).ok()); });
  EXPECT_TRUE(by.follow(by.submit(by.get(page_path), act_on(account, "retrait"))).shows("La personne est retirée."));
  EXPECT_FALSE(by.get(page_path).shows("Jules Petit"));
  EXPECT_EQ(by.post_form(act_on(account, "retrait"), {}).status, 404);
  EXPECT_EQ(sign_in(his, member.email, support::password_of_everybody).status, 303);
  const auto left = read([&](db::Transaction& tx) { return identity::memberships_of(tx, account); });
  ASSERT_EQ(left.size(), 1U);
  EXPECT_EQ(left[0].organisation, elsewhere);

  // Nobody of another organisation is touched, nor seen.
  const Person stranger = broker();
  for (const auto* what : {"role", "suspension", "retablissement", "acceptation", "retrait"})
    EXPECT_EQ(by.post_form(act_on(stranger.actor.account, what), {{"role", "reader"}}).status, 404) << what;
  const auto facts = read([](db::Transaction& tx) { return audit::latest_facts(tx, 0, 50); });
  for (const auto* code :
       {"identity.member.role", "identity.member.suspended", "identity.member.reactivated", "identity.member.removed"})
    EXPECT_TRUE(std::any_of(facts.begin(), facts.end(), [&](const audit::Fact& fact) { return fact.code == code; }))
        << code;
}

TEST_P(Members, P1_last_manager_stays_whatever_two_of_them_do_at_once) {  // P1.last_manager
  const Person manager = broker();
  Browser by = browser_of(manager);
  for (const auto& [what, form] :
       {std::pair<std::string, support::Values>{"role", {{"role", "member"}}}, {"suspension", {}}, {"retrait", {}}}) {
    const Page alone = by.get(page_path);
    EXPECT_TRUE(alone.shows("Seul responsable : nommez-en un autre"));
    EXPECT_FALSE(alone.shows("Suspendre"));
    const Page refused = by.post_form(act_on(manager.actor.account, what), form);
    EXPECT_EQ(refused.status, 409) << what;
    EXPECT_TRUE(refused.shows("Il ne resterait aucun responsable")) << what;
  }
  for (int round = 0; round < 6; ++round) {
    const auto organisation = support::new_organisation(platform(), {identity::OrganisationKind::broker});
    const Person pair[] = {support::new_member(platform(), organisation),
                           support::new_member(platform(), organisation)};
    std::barrier start(2);
    const auto remove = [&](std::size_t mine) {
      start.arrive_and_wait();
      (void)platform().act(platform::Author::of(pair[mine].actor), [&](platform::Act& act) {
        return identity::remove_member(act, pair[mine].actor, pair[1 - mine].actor.account);
      });
    };
    {
      std::jthread other(remove, 1);
      remove(0);
    }
    EXPECT_EQ(read([&](db::Transaction& tx) { return identity::colleagues(tx, organisation).size(); }), 1U) << round;
  }
}

}  // namespace
