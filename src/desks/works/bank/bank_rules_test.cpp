#include "desks/works/bank/bank_rules.hpp"

#include <gtest/gtest.h>

namespace works::bank {
namespace {

constexpr auto french = "FR14 2004 1010 0505 0001 3M02 606";

TEST(BankRules, W29_payee_is_named_as_on_the_rib_with_an_account_of_the_sepa) {  // W29.payee
  const auto account = check("  Plomberie   du Parc ", french, "");
  ASSERT_TRUE(account);
  EXPECT_EQ(account->holder, "Plomberie du Parc");
  EXPECT_TRUE(check("Müller GmbH", "DE89 3704 0044 0532 0130 00", "COBADEFFXXX")) << "a German account";
  EXPECT_EQ(masked(account->iban), "FR14\u00a0••••\u00a02606");
}

TEST(BankRules, W29_payee_is_refused_with_the_reason_beside_each_field) {  // W29.payee
  const auto refused = check("", "FR14 2004 1010 0505 0001 3M02 607", "XX");
  ASSERT_FALSE(refused);
  ASSERT_EQ(refused.refusals().size(), 3U);
  EXPECT_EQ(refused.refusals()[0].code, holder_missing);
  EXPECT_EQ(refused.refusals()[1].code, bad_french_iban);
  EXPECT_EQ(refused.refusals()[2].code, bad_bic);
  EXPECT_TRUE(check("A", "", "").refused_as(iban_missing));
  EXPECT_TRUE(check("A", "DE89 3704 0044 0532 0130 01", "").refused_as(bad_iban));
  EXPECT_TRUE(check("A", "BR1800360305000010009795493C1", "").refused_as(outside_sepa)) << "valid, but Brazilian";
  EXPECT_TRUE(check(std::string(71, 'a'), french, "").refused_as(holder_too_long));
  EXPECT_EQ(longest_holder.value(), 70);
}

}  // namespace
}  // namespace works::bank
