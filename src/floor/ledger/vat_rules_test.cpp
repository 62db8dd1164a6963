#include "floor/ledger/vat_rules.hpp"

#include <gtest/gtest.h>

namespace ledger {
namespace {

const base::Day day = *base::Day::of(2026, 11, 21);

TEST(VatRules, P8_vat_is_twenty_percent_on_the_mainland_and_in_Corsica) {  // P8.vat
  EXPECT_EQ(standard_vat_rate("69", day), base::Rate::percent(20));
  EXPECT_EQ(standard_vat_rate("2A", day), base::Rate::percent(20));
}

TEST(VatRules, P8_vat_is_lower_or_absent_overseas) {
  EXPECT_EQ(standard_vat_rate("971", day), base::Rate::basis_points(850));
  EXPECT_EQ(standard_vat_rate("972", day), base::Rate::basis_points(850));
  EXPECT_EQ(standard_vat_rate("974", day), base::Rate::basis_points(850));
  EXPECT_EQ(standard_vat_rate("973", day), base::Rate{});
  EXPECT_EQ(standard_vat_rate("976", day), base::Rate{});
  EXPECT_EQ(standard_vat_rate("988", day), base::Rate{});
}

}  // namespace
}  // namespace ledger
