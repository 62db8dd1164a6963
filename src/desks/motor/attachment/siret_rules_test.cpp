#include "desks/motor/attachment/siret_rules.hpp"

#include <gtest/gtest.h>

#include "base/identifiers.hpp"

namespace motor::attachment {
namespace {

TEST(M31SiretRules, TakesTheDigitsOfAChoiceOfTheList) {
  EXPECT_EQ(siret_digits("910 000 012 00017 · Garage du Parc"), "91000001200017");
  EXPECT_EQ(siret_digits(" 910.000.012-00017"), "91000001200017");
  EXPECT_EQ(siret_digits(""), "");
}

TEST(M31SiretRules, ProposesWhatIsOneSlipAway) {
  EXPECT_TRUE(one_slip_apart("91000001200017", "91000001200018"));   // the last digit
  EXPECT_TRUE(one_slip_apart("91000001200017", "91000001200071"));   // swapped at the end
  EXPECT_TRUE(one_slip_apart("19000001200017", "91000001200017"));   // swapped at the beginning
  EXPECT_TRUE(one_slip_apart("9100000120017", "91000001200017"));    // one missing
  EXPECT_TRUE(one_slip_apart("910000012000177", "91000001200017"));  // one too many
  EXPECT_FALSE(one_slip_apart("91000001200017", "91000001200017"));
  EXPECT_FALSE(one_slip_apart("91000001200017", "91000001200028"));  // two digits
  EXPECT_FALSE(one_slip_apart("91000001200017", "910000012000"));
  EXPECT_FALSE(one_slip_apart("91000001200017", ""));
}

TEST(M31SiretRules, KnowsThatLaPosteHasASumOfItsOwn) {
  EXPECT_TRUE(base::Siret::parse("35600000000048"));               // of the common checksum
  const auto of_an_office = base::Siret::parse("35600000049837");  // its digits make a multiple of five
  EXPECT_TRUE(of_an_office);
  EXPECT_FALSE(base::Siret::parse("35600000049838"));
}

}  // namespace
}  // namespace motor::attachment
