#include "floor/identity/sign_in.hpp"

#include <gtest/gtest.h>

#include "floor/identity/passwords.hpp"
#include "support/people.hpp"
#include "support/platform.hpp"

namespace identity {
namespace {

const Client home{"192.0.2.1", "Navigateur d'essai"};  // from where new_member opens its session
const Client elsewhere{"198.51.100.7", "Autre navigateur"};

class SignIn : public support::PlatformOnBothEngines {
 protected:
  void SetUp() override {
    PlatformOnBothEngines::SetUp();
    if (!IsSkipped()) person_ = support::new_person(platform(), {OrganisationKind::broker});
  }
  base::Outcome<std::string> sign_in(std::string_view password, const Client& client = elsewhere,
                                     std::string_view former = {}) {
    return sign_in_as(person_.email, password, client, former);
  }
  base::Outcome<std::string> sign_in_as(std::string_view email, std::string_view password, const Client& client,
                                        std::string_view former = {}) {
    auto entry = identity::sign_in(platform(), {email, password, client, former});
    if (!entry) return entry.refusals();
    EXPECT_EQ(entry->kind, Entry::Kind::session);
    return entry->secret;
  }
  std::optional<OpenSession> session(std::string_view secret) {
    return read(
        [&](db::Transaction& tx) { return find_session(tx, secret, clock_.now(), platform().settings.sessions); });
  }
  void fail(int times, const Client& client = elsewhere) {
    for (int i = 0; i < times; ++i) ASSERT_TRUE(sign_in("faux", client).refused_as(wrong_credentials)) << i;
  }

  support::Person person_;
};
MANDAT_ON_BOTH_ENGINES(SignIn);

constexpr auto right = support::password_of_everybody;

TEST_P(SignIn, OpensASessionForTheRightPassword) {  // P6
  const auto secret = sign_in(right);
  ASSERT_TRUE(secret.ok());
  const auto open = session(*secret).value();
  EXPECT_EQ(open.actor.account, person_.actor.account);
  EXPECT_EQ(open.actor.organisation, person_.actor.organisation);
  EXPECT_EQ(open.actor.role, Role::manager);
  EXPECT_TRUE(open.actor.is(OrganisationKind::broker));
  EXPECT_EQ(open.actor.name, "Claire Fontaine");
  EXPECT_EQ(read([&](db::Transaction& tx) { return account(tx, person_.actor.account)->last_sign_in; }), clock_.now());
}

TEST_P(SignIn, TakesTheAddressAsItIsTyped) {
  std::string shouted = " " + person_.email;
  shouted[1] = 'P';
  EXPECT_TRUE(sign_in_as(shouted, right, elsewhere).ok());
}

TEST_P(SignIn, AnswersAlikeForAWrongPasswordAndForNobody) {  // P6
  const auto before = platform().passwords.done();
  EXPECT_TRUE(sign_in("faux").refused_as(wrong_credentials));
  EXPECT_EQ(platform().passwords.done(), before + 1);
  EXPECT_TRUE(sign_in_as("personne@exemple.fr", right, elsewhere).refused_as(wrong_credentials));
  EXPECT_TRUE(sign_in_as("pas une adresse", right, elsewhere).refused_as(wrong_credentials));
  EXPECT_EQ(platform().passwords.done(), before + 3);
}

TEST_P(SignIn, RunsTheSameStatementsForAWrongPasswordAndForNobody) {  // P6
  const auto cost = [&](std::string_view email) {
    const auto before = db::statements_run();
    EXPECT_TRUE(sign_in_as(email, "faux", elsewhere).refused_as(wrong_credentials));
    return db::statements_run() - before;
  };
  EXPECT_EQ(cost(person_.email), cost("personne@exemple.fr"));
}

TEST_P(SignIn, EndsTheSessionItReplaces) {  // P6: rotated at login
  const std::string first = *sign_in(right);
  const std::string second = *sign_in(right, elsewhere, first);
  EXPECT_NE(first, second);
  EXPECT_FALSE(session(first));
  EXPECT_TRUE(session(second));
  EXPECT_TRUE(session(person_.secret));  // another device's
}

TEST_P(SignIn, IsSlowedAfterFiveWrongPasswordsAndNeverLocked) {  // P6.throttle
  fail(5);
  const auto refused = sign_in(right);
  EXPECT_TRUE(refused.refused_as(must_wait));
  EXPECT_EQ(refused.refusal().code.kind, base::RefusalKind::too_many);
  clock_.advance(base::seconds(1));
  fail(1);
  clock_.advance(base::seconds(2));
  EXPECT_TRUE(sign_in(right).ok());
  fail(5);  // the right password wiped the slate
}

TEST_P(SignIn, ThatIsSlowedHashesNothing) {  // P6.throttle
  fail(5);
  const auto before = platform().passwords.done();
  EXPECT_TRUE(sign_in(right).refused_as(must_wait));
  EXPECT_EQ(platform().passwords.done(), before);
}

TEST_P(SignIn, IsSlowedForAnAddressThatNobodyHasToo) {  // P6: same answer for known and unknown
  for (int i = 0; i < 5; ++i) {
    ASSERT_TRUE(sign_in_as("personne@exemple.fr", "x", elsewhere).refused_as(wrong_credentials));
  }
  EXPECT_TRUE(sign_in_as("personne@exemple.fr", "x", elsewhere).refused_as(must_wait));
}

TEST_P(SignIn, FromTheUsualPlaceIsNotSlowedByWhoGuessesElsewhere) {  // P6.throttle
  fail(5);
  EXPECT_TRUE(sign_in(right).refused_as(must_wait));
  EXPECT_TRUE(sign_in(right, home).ok());
}

TEST_P(SignIn, IsSlowedForANetworkThatTriesManyAccounts) {  // P6.throttle
  for (int i = 0; i < 20; ++i) {
    ASSERT_TRUE(sign_in_as("p" + std::to_string(i) + "@exemple.fr", "x", elsewhere).refused_as(wrong_credentials));
  }
  EXPECT_TRUE(sign_in(right).refused_as(must_wait));
  EXPECT_TRUE(sign_in(right, {"203.0.113.9", ""}).ok());
}

TEST_P(SignIn, TellsThatTheAccountIsSuspendedOnlyToWhoKnowsThePassword) {
  const auto administrator = support::new_person(platform(), {OrganisationKind::administrator}).actor;
  ASSERT_TRUE(act([&](platform::Act& act) {
                return suspend_account(act, administrator, person_.actor.account, "parti");
              }).ok());
  EXPECT_TRUE(sign_in("faux").refused_as(wrong_credentials));
  EXPECT_TRUE(sign_in(right).refused_as(account_suspended));
}

TEST_P(SignIn, OpensTheOrganisationLastUsed) {
  const auto other = support::new_organisation(platform(), {OrganisationKind::tradesman});
  ASSERT_TRUE(
      act([&](platform::Act& act) { return add_member(act, other, person_.actor.account, Role::reader); }).ok());
  clock_.advance(base::minutes(1));
  EXPECT_EQ(session(*sign_in(right))->actor.organisation, person_.actor.organisation);
  clock_.advance(base::minutes(1));
  const auto open = session(person_.secret).value();
  const auto moved = switch_organisation(platform(), open.actor, open.id, other, home);
  EXPECT_FALSE(session(person_.secret));
  EXPECT_TRUE(session(*moved)->actor.is(OrganisationKind::tradesman));
  clock_.advance(base::minutes(1));
  EXPECT_EQ(session(*sign_in(right))->actor.organisation, other);
}

TEST_P(SignIn, DoesNotSwitchToAnOrganisationOfOthers) {  // P2
  const auto other = support::new_organisation(platform(), {OrganisationKind::tradesman});
  const auto open = session(person_.secret).value();
  EXPECT_TRUE(switch_organisation(platform(), open.actor, open.id, other, home).refused_as(not_member));
  EXPECT_TRUE(session(person_.secret));
}

TEST_P(SignIn, EndsWithSignOut) {
  sign_out(platform(), person_.actor, session_id(person_.secret));
  EXPECT_FALSE(session(person_.secret));
}

TEST_P(SignIn, FollowsANewPasswordAndClosesTheOtherSessions) {  // P6
  const auto change = [&](std::string_view current, std::string_view wanted) {
    return change_password(platform(), person_.actor, {current, wanted, home});
  };
  EXPECT_TRUE(change("faux", "cinq mots tout neufs").refused_as(wrong_password));
  EXPECT_EQ(change("faux", "cinq mots tout neufs").refusal().field, "current");
  EXPECT_TRUE(session(person_.secret));
  const auto secret = change(right, "cinq mots tout neufs");
  ASSERT_TRUE(secret.ok());
  EXPECT_FALSE(session(person_.secret));
  EXPECT_TRUE(session(*secret));
  EXPECT_TRUE(sign_in(right).refused_as(wrong_credentials));
  EXPECT_TRUE(sign_in("cinq mots tout neufs").ok());
}

class Sessions : public SignIn {};
MANDAT_ON_BOTH_ENGINES(Sessions);

TEST_P(Sessions, EndTwelveHoursAfterSignInHoweverUsed) {  // P6
  for (int hour = 0; hour < 11; ++hour) {
    clock_.advance(base::hours(1));
    const auto open = session(person_.secret);
    ASSERT_TRUE(open) << hour;
    database().write([&](db::Transaction& tx) { touch_session(tx, open->id, clock_.now()); });
  }
  clock_.advance(base::hours(1) - base::Duration(1));
  EXPECT_TRUE(session(person_.secret));
  clock_.advance(base::Duration(1));
  EXPECT_FALSE(session(person_.secret));
}

TEST_P(Sessions, EndAfterTwoHoursWithoutUse) {  // P6
  clock_.advance(base::hours(2) - base::Duration(1));
  EXPECT_TRUE(session(person_.secret));
  clock_.advance(base::Duration(1));
  EXPECT_FALSE(session(person_.secret));
}

TEST_P(Sessions, AreFoundWithOneStatement) {
  const auto before = db::statements_run();
  EXPECT_TRUE(session(person_.secret));
  EXPECT_EQ(db::statements_run(), before + 1);
}

TEST_P(Sessions, AreClosedByTheirOwnerOnly) {
  const auto other = support::new_person(platform(), {OrganisationKind::broker});
  const auto close = [&](AccountId by) {
    return database().write(
        [&](db::Transaction& tx) { return revoke_own_session(tx, by, session_id(person_.secret)); });
  };
  EXPECT_FALSE(close(other.actor.account));
  EXPECT_TRUE(session(person_.secret));
  EXPECT_TRUE(close(person_.actor.account));
  EXPECT_FALSE(session(person_.secret));
  EXPECT_FALSE(close(person_.actor.account));
}

TEST_P(Sessions, AreListedWhileTheyLive) {
  clock_.advance(base::minutes(5));
  const std::string second = *sign_in(right);
  const auto lines = [&] {
    return read([&](db::Transaction& tx) {
      return live_sessions(tx, person_.actor.account, clock_.now(), platform().settings.sessions);
    });
  };
  ASSERT_EQ(lines().size(), 2U);
  EXPECT_EQ(lines()[0].id, session_id(second));
  EXPECT_EQ(lines()[0].client.address, elsewhere.address);
  clock_.advance(base::hours(2) - base::minutes(5));
  EXPECT_EQ(lines().size(), 1U);
}

TEST_P(Sessions, KeepNoSecretAndCutWhatTheBrowserSays) {
  const std::string long_agent(300, 'x');
  const std::string secret = *sign_in(right, {"192.0.2.2", long_agent});
  const auto lines = read([&](db::Transaction& tx) {
    return live_sessions(tx, person_.actor.account, clock_.now(), platform().settings.sessions);
  });
  for (const auto& line : lines) {
    EXPECT_NE(line.id, secret);
    EXPECT_LE(line.client.user_agent.size(), 200U);
  }
}

}  // namespace
}  // namespace identity
