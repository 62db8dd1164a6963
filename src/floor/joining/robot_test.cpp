#include "floor/joining/robot.hpp"

#include <gtest/gtest.h>

#include "floor/joining/joining_rules.hpp"
#include "floor/joining/joining_store.hpp"
#include "support/joining.hpp"
#include "support/platform.hpp"

namespace joining {
namespace {

class RobotCheck : public support::PlatformOnBothEngines {
 protected:
  web::Fields form_with(const Challenge& challenge, const std::string& number) {
    web::Fields form;
    form.add(std::string(robot_fields::ticked), "oui");
    form.add(std::string(robot_fields::salt), challenge.salt);
    form.add(std::string(robot_fields::digest), challenge.digest);
    form.add(std::string(robot_fields::signature), challenge.signature);
    form.add(std::string(robot_fields::number), number);
    return form;
  }
  base::Outcome<Robot> check(const web::Fields& form) { return check_robot(platform(), form, clock_.now()); }
};
MANDAT_ON_BOTH_ENGINES(RobotCheck);

TEST_P(RobotCheck, takes_the_number_that_was_looked_for_and_no_other) {  // P6.proof
  const Challenge challenge = new_challenge(platform(), clock_.now());
  const std::string number = support::solve(challenge.salt, challenge.digest);
  ASSERT_FALSE(number.empty());
  EXPECT_LT(std::stoi(number), challenge.most);
  const auto solved = check(form_with(challenge, number));
  ASSERT_TRUE(solved.ok());
  EXPECT_EQ(solved->proof, Robot::Proof::solved);
  EXPECT_TRUE(check(form_with(challenge, std::to_string(std::stoi(number) + 1))).refused_as(proof_over));
  EXPECT_TRUE(check(form_with(challenge, "x")).refused_as(proof_over));
}

TEST_P(RobotCheck, refuses_a_challenge_made_elsewhere_or_over) {  // P6.proof
  Challenge challenge = new_challenge(platform(), clock_.now());
  const std::string number = support::solve(challenge.salt, challenge.digest);
  Challenge forged = challenge;
  forged.salt[0] = forged.salt[0] == '9' ? '8' : '9';
  EXPECT_TRUE(check(form_with(forged, number)).refused_as(proof_over));
  clock_.advance(challenge_life.value() - base::seconds(1));
  EXPECT_TRUE(check(form_with(challenge, number)).ok());
  clock_.advance(base::seconds(1));
  EXPECT_TRUE(check(form_with(challenge, number)).refused_as(proof_over));
}

TEST_P(RobotCheck, spends_each_challenge_once) {  // P6.proof
  const auto ends = clock_.now() + base::hours(1);
  const auto spend = [&](std::string_view digest) {
    return act([&](platform::Act& act) { return store::spend(act.tx, digest, ends, act.now); });
  };
  EXPECT_TRUE(spend("aa"));
  EXPECT_FALSE(spend("aa"));
  EXPECT_TRUE(spend("bb"));
  clock_.advance(base::hours(2));  // what is over is refused by its signature: the row may go
  EXPECT_TRUE(spend("cc"));
}

TEST_P(RobotCheck, wants_the_box_ticked_and_sees_the_trap_filled) {  // P6.honeypot, P6.without_script
  EXPECT_TRUE(check({}).refused_as(not_ticked));
  web::Fields plain;
  plain.add(std::string(robot_fields::ticked), "oui");
  ASSERT_TRUE(check(plain).ok());
  EXPECT_EQ(check(plain)->proof, Robot::Proof::none);
  plain.add(std::string(robot_fields::trap), "https://exemple.fr");
  EXPECT_TRUE(check(plain)->trapped);
}

}  // namespace
}  // namespace joining
