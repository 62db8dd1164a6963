#include "desks/works/closure/money_rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace works::closure {
namespace {

constexpr auto mainland = base::Rate::percent(20);

TEST(MoneyRules, W27_commission_is_ten_percent_of_the_invoiced_amount_plus_vat) {
  const auto due = commission(base::Money{234'550}, mainland);
  EXPECT_EQ(due.net, base::Money{23'455});
  EXPECT_EQ(due.vat, base::Money{4'691});
  EXPECT_EQ(due.gross(), base::Money{28'146});
}

TEST(MoneyRules, W27_half_a_cent_is_rounded_away_from_zero_once) {
  EXPECT_EQ(commission(base::Money{5}, base::Rate{}).net, base::Money{1});
  EXPECT_EQ(commission(base::Money{4}, base::Rate{}).net, base::Money{0});
}

TEST(MoneyRules, W28_bonus_is_fifty_euros_with_vat_only_for_a_liable_broker) {
  EXPECT_EQ(bonus(false, mainland).gross(), base::Money::euros(50));
  EXPECT_EQ(bonus(true, mainland).gross(), base::Money::euros(60));
}

RC_GTEST_PROP(MoneyRules, W27_a_larger_invoice_never_owes_less, ()) {
  const auto small = *rc::gen::inRange<std::int64_t>(1, 100'000'000);
  const auto more = *rc::gen::inRange<std::int64_t>(0, 100'000'000);
  RC_ASSERT(commission(base::Money{small}, mainland).gross() <=
            commission(base::Money{small + more}, mainland).gross());
}

}  // namespace
}  // namespace works::closure
