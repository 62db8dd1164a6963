#include "floor/identity/second_factor.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "floor/audit/audit.hpp"
#include "floor/identity/accounts.hpp"
#include "floor/identity/passwords.hpp"
#include "floor/identity/second_factor_store.hpp"
#include "floor/identity/sign_in.hpp"
#include "floor/identity/totp.hpp"
#include "support/people.hpp"
#include "support/platform.hpp"

namespace identity {
namespace {

const Client home{"192.0.2.1", "Navigateur d'essai"};  // from where new_person opens its session
const Client elsewhere{"198.51.100.7", "Autre navigateur"};
constexpr auto right = support::password_of_everybody;

class SecondFactors : public support::PlatformOnBothEngines {
 protected:
  void SetUp() override {
    PlatformOnBothEngines::SetUp();
    if (!IsSkipped()) person_ = support::new_person(platform(), {OrganisationKind::broker});
  }
  AccountId me() const { return person_.actor.account; }
  std::string code_now(int steps_away = 0) { return one_time_code(secret_, step_of(clock_.now()) + steps_away, 6); }
  RecoveryCodes enrol() {
    EXPECT_TRUE(begin_enrolment(platform(), person_.actor, right, home).ok());
    secret_ = read([&](db::Transaction& tx) { return secret_being_set_up(tx, platform().settings, me()); }).value();
    auto codes = confirm_enrolment(platform(), person_.actor, session_id(person_.secret), code_now()).value();
    clock_.advance(base::seconds(30));  // the code that confirmed served
    return codes;
  }
  std::string half(const Client& client = elsewhere) {
    const auto entry = sign_in(platform(), {person_.email, right, client});
    EXPECT_EQ(entry->kind, Entry::Kind::half_session);
    return entry->secret;
  }
  base::Outcome<std::string> finish(std::string_view half_session, std::string_view code,
                                    const Client& client = elsewhere) {
    return finish_sign_in(platform(), {half_session, code, client});
  }
  bool opens(std::string_view secret) {
    return read([&](db::Transaction& tx) {
      return find_session(tx, secret, clock_.now(), platform().settings.sessions).has_value();
    });
  }
  SecondFactor now() {
    return read([&](db::Transaction& tx) { return second_factor_of(tx, me()); });
  }
  std::vector<std::string> facts() {
    return read([&](db::Transaction& tx) {
      std::vector<std::string> codes;
      for (const auto& fact : audit::latest_facts(tx, 0, 100)) codes.push_back(fact.code);
      return codes;
    });
  }
  bool told(std::string_view code) {
    const auto all = facts();
    return std::find(all.begin(), all.end(), code) != all.end();
  }

  support::Person person_;
  std::string secret_;
};
MANDAT_ON_BOTH_ENGINES(SecondFactors);

TEST_P(SecondFactors, BeginWithThePasswordAndAreConfirmedByACode) {  // P6.second_factor_proof
  EXPECT_TRUE(begin_enrolment(platform(), person_.actor, "faux", home).refused_as(wrong_password));
  EXPECT_TRUE(confirm_enrolment(platform(), person_.actor, "", "123456").refused_as(not_being_set_up));
  ASSERT_TRUE(begin_enrolment(platform(), person_.actor, right, home).ok());
  EXPECT_FALSE(now().since);
  const auto entry = sign_in(platform(), {person_.email, right, elsewhere});
  EXPECT_EQ(entry->kind, Entry::Kind::session);  // not asked for before it is confirmed
  secret_ = read([&](db::Transaction& tx) { return secret_being_set_up(tx, platform().settings, me()); }).value();
  EXPECT_EQ(secret_.size(), totp_secret_bytes);

  const std::string here = session_id(person_.secret);
  EXPECT_TRUE(confirm_enrolment(platform(), person_.actor, here, code_now(5)).refused_as(wrong_one_time_code));
  ASSERT_TRUE(confirm_enrolment(platform(), person_.actor, here, code_now()).ok());
  EXPECT_EQ(now().since, clock_.now());
  EXPECT_TRUE(opens(person_.secret));
  EXPECT_FALSE(opens(entry->secret));  // a password alone had opened it
  EXPECT_TRUE(told("identity.second_factor.on"));
  EXPECT_FALSE(read([&](db::Transaction& tx) { return secret_being_set_up(tx, platform().settings, me()); }));
  EXPECT_TRUE(begin_enrolment(platform(), person_.actor, right, home).refused_as(second_factor_on));
}

TEST_P(SecondFactors, StandSealedInTheDatabase) {
  enrol();
  const auto row = read([&](db::Transaction& tx) { return store::second_factor(tx, me()); }).value();
  EXPECT_EQ(row.sealed_secret.find(secret_), std::string::npos);
  EXPECT_EQ(row.sealed_secret.find(base32(secret_)), std::string::npos);
}

TEST_P(SecondFactors, OpenNothingButAHalfSessionUntilTheCode) {  // P6.second_step
  enrol();
  const std::string waiting = half();
  EXPECT_FALSE(opens(waiting));
  EXPECT_TRUE(read([&](db::Transaction& tx) { return half_open(tx, waiting, clock_.now()); }));
  const auto secret = finish(waiting, code_now());
  ASSERT_TRUE(secret.ok());
  EXPECT_TRUE(opens(*secret));
  EXPECT_TRUE(finish(waiting, code_now(1)).refused_as(half_session_over));  // it served
}

TEST_P(SecondFactors, LeaveFiveMinutesForTheCode) {  // P6.second_step
  enrol();
  const std::string first = half();
  clock_.advance(base::minutes(5) - base::Duration(1));
  EXPECT_TRUE(finish(first, code_now()).ok());
  clock_.advance(base::minutes(1));
  const std::string second = half();
  clock_.advance(base::minutes(5));
  EXPECT_TRUE(finish(second, code_now()).refused_as(half_session_over));
  EXPECT_TRUE(finish("", "123456").refused_as(half_session_over));
}

TEST_P(SecondFactors, TakeEachCodeOnceWithinOneStepOfNow) {  // P6.totp
  enrol();
  clock_.advance(base::minutes(2));
  EXPECT_TRUE(finish(half(), code_now(-2)).refused_as(wrong_one_time_code));
  EXPECT_TRUE(finish(half(), code_now(2)).refused_as(wrong_one_time_code));
  EXPECT_TRUE(finish(half(), code_now(-1)).ok());
  const std::string used = code_now();
  EXPECT_TRUE(finish(half(), used).ok());
  EXPECT_TRUE(finish(half(), used).refused_as(wrong_one_time_code));
  EXPECT_TRUE(finish(half(), code_now(-1)).refused_as(wrong_one_time_code));
  EXPECT_TRUE(finish(half(), code_now(1)).ok());
}

TEST_P(SecondFactors, AnswerAlikeForWrongUsedAndLateCodes) {  // P6.second_step
  const auto codes = enrol();
  EXPECT_TRUE(finish(half(), codes[0]).ok());
  for (const std::string& bad : {codes[0], std::string("abcde-fghjk"), code_now(-2), std::string(), code_now(9)}) {
    const auto answer = finish(half(), bad);
    EXPECT_TRUE(answer.refused_as(wrong_one_time_code)) << bad;
    EXPECT_EQ(answer.refusal().field, "code");
    EXPECT_TRUE(answer.refusal().details.empty());
    clock_.advance(base::hours(24));
  }
}

TEST_P(SecondFactors, SlowGuessingDownAsPasswordsDo) {  // P6.second_step, P6.throttle
  enrol();
  const std::string waiting = half();
  for (int i = 0; i < 5; ++i) ASSERT_TRUE(finish(waiting, "abcdef").refused_as(wrong_one_time_code)) << i;
  EXPECT_TRUE(finish(waiting, code_now()).refused_as(must_wait));
  EXPECT_TRUE(finish(half(), code_now()).refused_as(must_wait));  // the right password does not wipe the slate
  clock_.advance(base::seconds(1));
  EXPECT_TRUE(finish(waiting, code_now()).ok());
}

TEST_P(SecondFactors, AreNotSlowedAtTheUsualPlaceByWhoGuessesElsewhere) {  // P6.throttle
  enrol();
  const std::string waiting = half();
  for (int i = 0; i < 5; ++i) ASSERT_TRUE(finish(waiting, "abcdef").refused_as(wrong_one_time_code));
  EXPECT_TRUE(finish(half(home), code_now(), home).ok());
}

TEST_P(SecondFactors, ComeWithTenRecoveryCodesThatServeOnce) {  // P6.recovery
  const auto codes = enrol();
  ASSERT_EQ(codes.size(), 10U);
  EXPECT_EQ(std::set(codes.begin(), codes.end()).size(), 10U);
  EXPECT_EQ(now().recovery_codes_left, 10);
  std::string shouted = " " + codes[3];
  for (char& c : shouted)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  EXPECT_TRUE(finish(half(), shouted).ok());
  EXPECT_EQ(now().recovery_codes_left, 9);
  EXPECT_TRUE(finish(half(), codes[3]).refused_as(wrong_one_time_code));
  EXPECT_TRUE(finish(half(), codes[4]).ok());
}

TEST_P(SecondFactors, RenewTheirRecoveryCodesForWhoShowsPasswordAndCode) {  // P6.second_factor_proof
  const auto old = enrol();
  EXPECT_TRUE(renew_recovery_codes(platform(), person_.actor, {"faux", code_now(), home}).refused_as(wrong_password));
  EXPECT_TRUE(renew_recovery_codes(platform(), person_.actor, {right, "123", home}).refused_as(wrong_one_time_code));
  const auto fresh = renew_recovery_codes(platform(), person_.actor, {right, code_now(), home});
  ASSERT_TRUE(fresh.ok());
  EXPECT_TRUE(finish(half(), old[0]).refused_as(wrong_one_time_code));
  EXPECT_TRUE(finish(half(), fresh->at(0)).ok());
}

TEST_P(SecondFactors, EndForWhoShowsPasswordAndCode) {  // P6.second_factor_proof
  enrol();
  EXPECT_TRUE(end_second_factor(platform(), person_.actor, {"faux", code_now(), home}).refused_as(wrong_password));
  EXPECT_TRUE(end_second_factor(platform(), person_.actor, {right, "12", home}).refused_as(wrong_one_time_code));
  EXPECT_TRUE(now().since);
  ASSERT_TRUE(end_second_factor(platform(), person_.actor, {right, code_now(), home}).ok());
  EXPECT_FALSE(now().since);
  EXPECT_EQ(now().recovery_codes_left, 0);
  EXPECT_EQ(sign_in(platform(), {person_.email, right, elsewhere})->kind, Entry::Kind::session);
  EXPECT_TRUE(told("identity.second_factor.off"));
  EXPECT_TRUE(end_second_factor(platform(), person_.actor, {right, "12", home}).refused_as(second_factor_off));
}

TEST_P(SecondFactors, ProofsAreSlowedTogether) {  // P6.throttle
  enrol();
  for (int i = 0; i < 5; ++i) {
    ASSERT_TRUE(end_second_factor(platform(), person_.actor, {"faux", code_now(), home}).refused_as(wrong_password));
  }
  EXPECT_TRUE(renew_recovery_codes(platform(), person_.actor, {right, code_now(), home}).refused_as(must_wait));
}

TEST_P(SecondFactors, OutliveANewPasswordWhichEndsHalfSessions) {  // P6.second_step
  enrol();
  const std::string waiting = half();
  ASSERT_TRUE(change_password(platform(), person_.actor, {right, "cinq mots tout neufs", home}).ok());
  EXPECT_TRUE(finish(waiting, code_now()).refused_as(half_session_over));
  EXPECT_EQ(sign_in(platform(), {person_.email, "cinq mots tout neufs", home})->kind, Entry::Kind::half_session);
}

TEST_P(SecondFactors, TellASuspendedPersonOnlyAfterTheCode) {  // P6
  enrol();
  const auto administrator = support::new_person(platform(), {OrganisationKind::administrator}).actor;
  ASSERT_TRUE(act([&](platform::Act& act) { return suspend_account(act, administrator, me(), "parti"); }).ok());
  const std::string waiting = half();
  EXPECT_TRUE(finish(waiting, "123").refused_as(wrong_one_time_code));
  EXPECT_TRUE(finish(waiting, code_now()).refused_as(account_suspended));
}

TEST_P(SecondFactors, AreTakenAwayByAnAdministratorWithAReason) {  // P6.second_factor_proof
  enrol();
  const auto administrator = support::new_person(platform(), {OrganisationKind::administrator}).actor;
  const std::string waiting = half();
  const auto reset = [&](const Actor& by, AccountId whose, std::string_view reason) {
    return act([&](platform::Act& act) { return reset_second_factor(act, by, whose, reason); });
  };
  EXPECT_TRUE(reset(person_.actor, me(), "perdu").refused_as(not_administrator));
  EXPECT_TRUE(reset(administrator, administrator.account, "perdu").refused_as(own_second_factor));
  EXPECT_TRUE(reset(administrator, me(), "  ").refused_as(missing_reset_reason));
  ASSERT_TRUE(reset(administrator, me(), "téléphone perdu").ok());
  EXPECT_TRUE(told("identity.second_factor.reset"));
  EXPECT_FALSE(opens(person_.secret));
  EXPECT_TRUE(finish(waiting, code_now()).refused_as(half_session_over));
  EXPECT_EQ(sign_in(platform(), {person_.email, right, elsewhere})->kind, Entry::Kind::session);
  EXPECT_TRUE(reset(administrator, me(), "encore").refused_as(second_factor_off));
}

TEST_P(SecondFactors, AreRequiredByAnAdministrator) {  // P6.second_factor_required
  const auto administrator = support::new_person(platform(), {OrganisationKind::administrator}).actor;
  const auto require = [&](Required required) {
    return act([&](platform::Act& act) { return require_second_factor(act, administrator, me(), required); });
  };
  const auto open = [&] {
    return read([&](db::Transaction& tx) {
             return find_session(tx, person_.secret, clock_.now(), platform().settings.sessions);
           })
        .value();
  };
  EXPECT_EQ(open().second_factor, Required::no);
  EXPECT_TRUE(require(Required::no).refused_as(already_in_state));
  ASSERT_TRUE(require(Required::yes).ok());
  EXPECT_TRUE(require(Required::yes).refused_as(already_in_state));
  EXPECT_EQ(open().second_factor, Required::yes);
  EXPECT_EQ(open().enrolled, Enrolled::no);
  enrol();
  EXPECT_EQ(open().enrolled, Enrolled::yes);
  ASSERT_TRUE(require(Required::no).ok());
  EXPECT_EQ(open().second_factor, Required::no);
  EXPECT_TRUE(told("identity.second_factor.required"));
  EXPECT_TRUE(told("identity.second_factor.optional"));
}

}  // namespace
}  // namespace identity
