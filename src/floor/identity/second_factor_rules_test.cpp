#include "floor/identity/second_factor_rules.hpp"

#include <gtest/gtest.h>

namespace identity {
namespace {

constexpr base::Instant at_step(std::int64_t step) { return {step * 30'000'000}; }

TEST(Codes, serve_one_step_before_and_after_now) {  // P6.totp
  const Steps steps = steps_that_serve(at_step(100) + base::seconds(29), 0);
  EXPECT_EQ(steps.first, 99);
  EXPECT_EQ(steps.last, 101);
  EXPECT_EQ(steps_that_serve(at_step(101), 0).first, 100);
}

TEST(Codes, serve_once_and_none_before_them_after) {  // P6.totp
  EXPECT_EQ(steps_that_serve(at_step(100), 99).first, 100);
  EXPECT_EQ(steps_that_serve(at_step(100), 100).first, 101);
  const Steps none = steps_that_serve(at_step(100), 101);
  EXPECT_LT(none.last, none.first);
}

TEST(Codes, are_read_as_people_type_them) {
  EXPECT_EQ(bare_code(" 123 456 "), "123456");
  EXPECT_EQ(bare_code("K3M9Q-2xw7d"), "k3m9q2xw7d");
  EXPECT_TRUE(looks_like_totp("123456"));
  EXPECT_FALSE(looks_like_totp("12345"));
  EXPECT_FALSE(looks_like_totp("1234567"));
  EXPECT_FALSE(looks_like_totp("12345a"));
}

TEST(SecondFactors, are_asked_of_administrators_and_of_who_an_administrator_names) {  // P6.second_factor_required
  Actor administrator;
  administrator.kinds = {OrganisationKind::administrator};
  Actor broker;
  broker.kinds = {OrganisationKind::broker};
  EXPECT_TRUE(must_enrol(administrator, Required::yes, Required::no, Enrolled::no));
  EXPECT_FALSE(must_enrol(administrator, Required::yes, Required::no, Enrolled::yes));
  EXPECT_FALSE(must_enrol(administrator, Required::no, Required::no, Enrolled::no));
  EXPECT_FALSE(must_enrol(broker, Required::yes, Required::no, Enrolled::no));
  EXPECT_TRUE(must_enrol(broker, Required::no, Required::yes, Enrolled::no));
  EXPECT_FALSE(must_enrol(broker, Required::no, Required::yes, Enrolled::yes));
}

}  // namespace
}  // namespace identity
