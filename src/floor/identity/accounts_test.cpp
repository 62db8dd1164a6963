#include "floor/identity/accounts.hpp"

#include <gtest/gtest.h>

#include "floor/audit/audit.hpp"
#include "floor/identity/sessions.hpp"
#include "support/people.hpp"
#include "support/platform.hpp"

namespace identity {
namespace {

class Accounts : public support::PlatformOnBothEngines {
 protected:
  base::Outcome<AccountId> create(std::string_view email, std::string name) {
    return act([&](platform::Act& act) {
      return create_account(
          act, {.email = base::EmailAddress::parse(email).value(), .name = name, .password_hash = "aucun"});
    });
  }
  base::Outcome<base::Done> suspend(const Actor& by, AccountId id, std::string_view reason = "parti") {
    return act([&](platform::Act& act) { return suspend_account(act, by, id, reason); }, platform::Author::of(by));
  }
  base::Outcome<base::Done> reactivate(const Actor& by, AccountId id) {
    return act([&](platform::Act& act) { return reactivate_account(act, by, id); }, platform::Author::of(by));
  }
  std::vector<std::string> names(const AccountQuery& query) {
    std::vector<std::string> found;
    for (const auto& line : read([&](db::Transaction& tx) { return find_accounts(tx, query); }).lines) {
      found.push_back(line.account.name);
    }
    return found;
  }
};
MANDAT_ON_BOTH_ENGINES(Accounts);

using Names = std::vector<std::string>;

TEST_P(Accounts, HaveAnAddressOfTheirOwnWhateverItsCase) {
  EXPECT_TRUE(create("Claire@Exemple.fr", "Claire").ok());
  EXPECT_TRUE(create("claire@exemple.FR", "Une autre").refused_as(email_taken));
  EXPECT_TRUE(create("claire2@exemple.fr", " ").refused_as(missing_name));
}

TEST_P(Accounts, AreMembersOfAnOrganisationOnce) {
  const auto person = support::new_person(platform(), {OrganisationKind::broker});
  const auto again = act([&](platform::Act& act) {
    return add_member(act, person.actor.organisation, person.actor.account, Role::reader);
  });
  EXPECT_TRUE(again.refused_as(already_member));
}

TEST_P(Accounts, ListTheirOrganisationsByName) {
  const auto person = support::new_person(platform(), {OrganisationKind::broker});
  const auto other = support::new_organisation(platform(), {OrganisationKind::tradesman}, "Électricité Alpes");
  EXPECT_TRUE(act([&](platform::Act& act) { return add_member(act, other, person.actor.account, Role::reader); }).ok());
  const auto found = read([&](db::Transaction& tx) { return memberships_of(tx, person.actor.account); });
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].organisation_name, "Cabinet Durand");
  EXPECT_EQ(found[1].organisation_name, "Électricité Alpes");
  EXPECT_EQ(found[1].role, Role::reader);
}

TEST_P(Accounts, AreSuspendedByAnAdministratorWithAReason) {
  const auto person = support::new_person(platform(), {OrganisationKind::broker});
  const auto administrator = support::new_person(platform(), {OrganisationKind::administrator}).actor;
  const AccountId id = person.actor.account;

  EXPECT_TRUE(suspend(administrator, id, " ").refused_as(missing_reason));
  EXPECT_TRUE(suspend(administrator, AccountId{1}).refused_as(unknown_account));
  EXPECT_TRUE(suspend(administrator, administrator.account).refused_as(own_account));
  EXPECT_TRUE(reactivate(administrator, id).refused_as(already_in_state));
  EXPECT_TRUE(suspend(person.actor, administrator.account).refused_as(not_administrator));
  Actor plain_member = administrator;
  plain_member.role = Role::member;
  EXPECT_TRUE(suspend(plain_member, id).refused_as(not_administrator));

  ASSERT_TRUE(suspend(administrator, id).ok());
  EXPECT_TRUE(suspend(administrator, id).refused_as(already_in_state));
  const auto session = [&] {
    return read([&](db::Transaction& tx) {
      return find_session(tx, person.secret, clock_.now(), platform().settings.sessions);
    });
  };
  EXPECT_FALSE(session());
  ASSERT_TRUE(reactivate(administrator, id).ok());
  EXPECT_FALSE(session());  // its sessions are over for good
}

TEST_P(Accounts, LeaveATraceOfTheirSuspension) {  // P10
  const auto person = support::new_person(platform(), {OrganisationKind::broker});
  const auto administrator = support::new_person(platform(), {OrganisationKind::administrator}).actor;
  ASSERT_TRUE(suspend(administrator, person.actor.account, "  a quitté  le cabinet ").ok());
  const auto facts = read([](db::Transaction& tx) { return audit::latest_facts(tx, 0, 1); });
  ASSERT_EQ(facts.size(), 1U);
  EXPECT_EQ(facts[0].code, "identity.account.suspended");
  EXPECT_EQ(facts[0].account, administrator.account);
  EXPECT_EQ(facts[0].detail("account"), std::to_string(person.actor.account.value));
}

TEST_P(Accounts, AreFoundByAWordOfTheNameOrTheBeginningOfTheAddress) {
  ASSERT_TRUE(create("zoe@exemple.fr", "Zoé Étienne").ok());
  ASSERT_TRUE(create("a_dmin@exemple.fr", "Ada Martin").ok());
  ASSERT_TRUE(create("basile@exemple.fr", "Basile Saint-Étienne").ok());
  EXPECT_EQ(names({}), (Names{"Ada Martin", "Basile Saint-Étienne", "Zoé Étienne"}));
  EXPECT_EQ(names({.search = "etienne"}), (Names{"Basile Saint-Étienne", "Zoé Étienne"}));
  EXPECT_EQ(names({.search = "ÉTI"}), (Names{"Basile Saint-Étienne", "Zoé Étienne"}));
  EXPECT_EQ(names({.search = "tienne"}), Names{});
  EXPECT_EQ(names({.search = "a_dmin@"}), Names{"Ada Martin"});
  EXPECT_EQ(names({.search = "a%min@"}), Names{});
}

TEST_P(Accounts, AreListedPageAfterPageWithoutLossOrRepetition) {
  for (int i = 0; i < 7; ++i) {
    ASSERT_TRUE(create("p" + std::to_string(i) + "@exemple.fr", i % 2 == 0 ? "Même Nom" : "Autre Nom").ok());
  }
  Names all;
  AccountQuery query{.limit = 3};
  for (int pages = 0; pages < 3; ++pages) {
    const auto page = read([&](db::Transaction& tx) { return find_accounts(tx, query); });
    EXPECT_EQ(page.more, pages < 2);
    for (const auto& line : page.lines) all.push_back(line.account.email.text());
    query.after = page.lines.back().account.id;
  }
  EXPECT_EQ(all, (Names{"p1@exemple.fr", "p3@exemple.fr", "p5@exemple.fr", "p0@exemple.fr", "p2@exemple.fr",
                        "p4@exemple.fr", "p6@exemple.fr"}));
}

TEST_P(Accounts, AreListedOnceWithAllTheirOrganisations) {
  const auto person = support::new_person(platform(), {OrganisationKind::broker});
  const auto other = support::new_organisation(platform(), {OrganisationKind::tradesman}, "Zinguerie");
  ASSERT_TRUE(act([&](platform::Act& act) { return add_member(act, other, person.actor.account, Role::reader); }).ok());
  const auto page = read([](db::Transaction& tx) { return find_accounts(tx, {}); });
  ASSERT_EQ(page.lines.size(), 1U);
  ASSERT_EQ(page.lines[0].memberships.size(), 2U);
  EXPECT_EQ(page.lines[0].memberships[1].organisation_name, "Zinguerie");
}

TEST_P(Accounts, ChangeTheirOwnProfile) {
  const auto person = support::new_person(platform(), {OrganisationKind::broker});
  const auto change = [&](const Profile& profile) {
    return act([&](platform::Act& act) { return change_profile(act, person.actor.account, profile); });
  };
  EXPECT_TRUE(change({"", {}}).refused_as(missing_name));
  EXPECT_TRUE(change({" Claire  Dubois", base::Phone::parse("06 12 34 56 78")}).ok());
  const auto found = read([&](db::Transaction& tx) { return account(tx, person.actor.account).value(); });
  EXPECT_EQ(found.name, "Claire Dubois");
  EXPECT_EQ(found.phone->e164(), "+33612345678");
  EXPECT_EQ(names({.search = "dubois"}), Names{"Claire Dubois"});
}

}  // namespace
}  // namespace identity
