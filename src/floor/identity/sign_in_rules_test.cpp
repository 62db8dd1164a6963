#include "floor/identity/sign_in_rules.hpp"

#include <gtest/gtest.h>

#include "base/embedded.hpp"
#include "floor/identity/network.hpp"

namespace identity {
namespace {

constexpr PasswordOwner claire{"claire.fontaine@exemple.fr", "Claire Fontaine"};
constexpr std::string_view common = "azertyuiop12\nmotdepasse123\nzzz";

base::Outcome<base::Done> check(std::string_view password) {
  return check_password(password, claire, common, "wanted");
}

TEST(Password, has_twelve_characters_or_more_of_any_kind) {  // P6.length
  EXPECT_TRUE(check("onze lettre").refused_as(password_too_short));
  EXPECT_TRUE(check("douze lettre").ok());
  EXPECT_TRUE(check("éééééééééééé").ok());
  EXPECT_TRUE(check("ééééééééééé").refused_as(password_too_short));  // characters, not bytes
  EXPECT_EQ(check("court").refusal().details, std::vector<std::string>{"12"});
  EXPECT_EQ(check("court").refusal().field, "wanted");
}

TEST(Password, of_digits_only_has_sixteen_or_more) {  // P6.length
  EXPECT_TRUE(check("918273645564738").refused_as(password_all_digits));
  EXPECT_TRUE(check("9182736455647382").ok());
  EXPECT_EQ(check("918273645564738").refusal().details, std::vector<std::string>{"16"});
  EXPECT_TRUE(check("91827364556473 ").ok());
}

TEST(Password, is_not_so_long_that_it_keeps_the_hasher_busy) {
  EXPECT_TRUE(check(std::string(1024, 'x')).ok());
  EXPECT_TRUE(check(std::string(1025, 'x')).refused_as(password_too_long));
}

TEST(Password, on_the_list_of_common_ones_is_refused_whatever_its_case) {  // P6.common
  EXPECT_TRUE(check("azertyuiop12").refused_as(password_common));
  EXPECT_TRUE(check("MotDePasse123").refused_as(password_common));
  EXPECT_TRUE(check("motdepasse124").ok());
  EXPECT_TRUE(check("motdepasse12\n").ok());
}

TEST(Password, that_says_no_more_than_who_the_person_is_is_refused) {  // P6.common
  EXPECT_TRUE(check("Claire.Fontaine").refused_as(password_personal));
  EXPECT_TRUE(check("fontaineclaire1987").refused_as(password_personal));
  EXPECT_TRUE(check("claire.fontaine@exemple.fr").refused_as(password_personal));
  EXPECT_TRUE(check("claire aime les ponts").ok());
}

TEST(Password, list_that_is_shipped_holds_what_people_choose) {  // P6.common
  const auto* list = base::find_embedded(embedded_data, "common_passwords.txt");
  ASSERT_NE(list, nullptr);
  EXPECT_TRUE(check_password("administrateur", claire, list->text(), "wanted").refused_as(password_common));
}

base::Instant at(base::Duration since) { return base::Instant{1'800'000'000'000'000} + since; }

TEST(Throttle, lets_the_first_tries_go_then_doubles_the_wait) {  // P6.throttle
  const auto wait = [](std::int64_t count) { return wait_left(account_throttle, {count, at({})}, at({})); };
  EXPECT_EQ(wait(0), base::Duration::zero());
  EXPECT_EQ(wait(4), base::Duration::zero());
  EXPECT_EQ(wait(5), base::seconds(1));
  EXPECT_EQ(wait(6), base::seconds(2));
  EXPECT_EQ(wait(9), base::seconds(16));
}

TEST(Throttle, never_asks_for_more_than_a_quarter_of_an_hour) {  // P6.throttle
  for (std::int64_t count : {15, 100, 1'000'000}) {
    EXPECT_EQ(wait_left(account_throttle, {count, at({})}, at({})), base::minutes(15)) << count;
  }
}

TEST(Throttle, is_over_when_the_wait_has_passed) {  // P6.throttle
  const Failures seven{7, at({})};
  EXPECT_EQ(wait_left(account_throttle, seven, at(base::seconds(3))), base::seconds(1));
  EXPECT_LE(wait_left(account_throttle, seven, at(base::seconds(4))), base::Duration::zero());
}

TEST(Throttle, forgets_after_a_day_without_a_wrong_password) {  // P6.throttle
  const Failures many{50, at({})};
  EXPECT_EQ(remembered(account_throttle, many, at(base::hours(24) - base::Duration(1))).count, 50);
  EXPECT_EQ(remembered(account_throttle, many, at(base::hours(24))).count, 0);
  EXPECT_EQ(remembered(address_throttle, many, at(base::hours(24) - base::Duration(1))).count, 50);
  EXPECT_EQ(remembered(address_throttle, many, at(base::hours(24))).count, 0);
}

TEST(Throttle, is_wider_for_an_address_which_an_office_shares) {  // P6.throttle
  EXPECT_EQ(wait_left(address_throttle, {19, at({})}, at({})), base::Duration::zero());
  EXPECT_EQ(wait_left(address_throttle, {20, at({})}, at({})), base::seconds(1));
}

TEST(Network, is_the_address_itself_or_the_site_of_an_ipv6_one) {
  EXPECT_EQ(network_of("192.0.2.7"), "192.0.2.7");
  EXPECT_EQ(network_of("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::/64");
  EXPECT_EQ(network_of("2001:db8:1:2:ffff::1"), "2001:db8:1:2::/64");
  EXPECT_EQ(network_of("::ffff:192.0.2.7"), "192.0.2.7");
  EXPECT_EQ(network_of(""), "");
}

}  // namespace
}  // namespace identity
