#include "desks/credit/engine/comparison.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "desks/credit/engine/new_sales.hpp"
#include "desks/credit/engine/refusals.hpp"
#include "support/replay.hpp"

namespace credit::engine {
namespace {

using base::Money;
using base::Rate;
using testing_support::replay_fault;

OfferCase offer() {
  OfferCase of;
  of.exposures = {Money::euros(100'000), Money::euros(50'000), Money::euros(50'000)};
  of.grants = {{Money::euros(60'000)}, {Money::euros(80'000), Grant::Scope::insolvency_only}, {}};
  of.premium = Money::euros(2'000);
  of.total_cost = Money::euros(2'200);
  return of;
}

TEST(ComparisonRules, C7_covered_exposure_is_the_smaller_of_exposure_and_limit) {
  const auto result = offer_totals(offer());  // C7.covered
  EXPECT_EQ(result->exposure.value, Money::euros(200'000));
  EXPECT_EQ(result->covered.value, Money::euros(110'000));
  EXPECT_EQ(result->insolvency_only.value, Money::euros(50'000));
  EXPECT_EQ(result->share->value, Rate::percent(55));
  EXPECT_EQ(result->cost_per_covered_euro->value, Rate::percent(2));  // C7.cost
  EXPECT_EQ(result->usable.value, Money::euros(99'000));
  EXPECT_EQ(replay_fault(result->explanation), "");
}

TEST(ComparisonRules, C7_the_largest_buyers_have_a_share_of_their_own) {
  auto of = offer();
  of.top = 1;
  EXPECT_EQ(offer_totals(of)->top_share->value, Rate::percent(60));
  of.top = 2;
  EXPECT_EQ(offer_totals(of)->top_covered.value, Money::euros(110'000));
  of.top = static_cast<std::size_t>(top_buyers.value());
  EXPECT_EQ(offer_totals(of)->top_exposure.value, Money::euros(200'000));
  of.exposures.assign(11, Money::euros(10));
  of.grants.assign(11, {Money::euros(5)});
  EXPECT_EQ(offer_totals(of)->top_exposure.value, Money::euros(100));
}

TEST(ComparisonRules, C7_the_limite_de_decaissement_bounds_what_is_usable) {
  auto of = offer();
  of.terms.disbursement_multiple = Rate::percent(3'000);
  EXPECT_EQ(offer_totals(of)->disbursement_limit->value, Money::euros(60'000));
  EXPECT_EQ(offer_totals(of)->usable.value, Money::euros(60'000));  // C7.usable
  of.terms.minimum_premium = Money::euros(4'000);
  EXPECT_EQ(offer_totals(of)->usable.value, Money::euros(99'000));
}

TEST(ComparisonRules, C7_nothing_asked_and_nothing_covered_have_no_shares) {
  OfferCase of;
  EXPECT_FALSE(offer_totals(of)->share);
  EXPECT_FALSE(offer_totals(of)->cost_per_covered_euro);
  of.exposures = {Money{100}};
  EXPECT_TRUE(offer_totals(of).refused_as(none_given));
  of.grants = {{Money{99}}};
  EXPECT_FALSE(offer_totals(of)->cost_per_covered_euro);
  of.grants = {{Money{100}}};
  EXPECT_TRUE(offer_totals(of)->cost_per_covered_euro);
  of.grants = {{Money{-1}}};
  EXPECT_EQ(offer_totals(of).refusal().field, "grants/0/limit");
}

TEST(ComparisonRules, C25_a_case_holds_a_hundred_thousand_parts_at_most) {
  OfferCase of;
  of.exposures.assign(100'000, Money{100});
  of.grants.assign(100'000, {Money{50}});
  EXPECT_EQ(offer_totals(of)->share->value, Rate::percent(50));
  of.exposures.push_back(Money{100});
  of.grants.push_back({Money{50}});
  EXPECT_TRUE(offer_totals(of).refused_as(too_many));
}

RC_GTEST_PROP(ComparisonRules, C7_a_higher_limit_never_covers_less, ()) {
  OfferCase of;
  const auto count = *rc::gen::inRange<std::size_t>(1, 20);
  for (std::size_t i = 0; i < count; ++i) {
    of.exposures.push_back(Money{*rc::gen::inRange<std::int64_t>(0, 100'000'00)});
    of.grants.push_back({Money{*rc::gen::inRange<std::int64_t>(0, 100'000'00)}});
  }
  of.terms.disbursement_amount = Money{*rc::gen::inRange<std::int64_t>(1, 1'000'000'00)};
  const auto before = offer_totals(of).value();
  of.grants[*rc::gen::inRange<std::size_t>(0, count)].limit += Money{*rc::gen::inRange<std::int64_t>(0, 10'000'00)};
  const auto after = offer_totals(of).value();
  RC_ASSERT(after.covered.value >= before.covered.value);
  RC_ASSERT(after.usable.value >= before.usable.value);
  RC_ASSERT(after.usable.value <= *of.terms.disbursement_amount);
  RC_ASSERT(after.top_covered.value <= after.covered.value);
  RC_ASSERT(replay_fault(after.explanation) == "");
}

TEST(NewSalesRules, C18_example_6_10000_unpaid_at_5_percent_need_200000_of_sales) {
  const auto result = new_sales({Money::euros(10'000), Rate::percent(5)});
  EXPECT_EQ(result->sales.value, Money::euros(200'000));
  EXPECT_EQ(replay_fault(result->explanation), "");
  EXPECT_EQ(new_sales({Money{100}, Rate::percent(3)})->sales.value, Money{3'334});  // rounded up
}

TEST(NewSalesRules, C18_a_margin_lies_between_a_hundredth_of_a_percent_and_100) {
  EXPECT_TRUE(new_sales({Money{100}, Rate{10'000}}).ok());
  EXPECT_TRUE(new_sales({Money{100}, Rate{9'999}}).refused_as(rate_out_of_range));
  EXPECT_TRUE(new_sales({Money{100}, Rate::percent(100)}).ok());
  EXPECT_TRUE(new_sales({Money{100}, Rate{100'000'001}}).refused_as(rate_out_of_range));
  EXPECT_TRUE(new_sales({Money{}, Rate::percent(5)}).refused_as(amount_zero));
}

TEST(NewSalesRules, C18_cover_costs_its_premium_before_tax_and_three_quarters_after) {
  const auto result = cover_cost({.insurable_turnover = Money::euros(5'000'000), .rate = Rate{250'000}});  // C18.cost
  EXPECT_EQ(result->premium.value, Money::euros(12'500));
  EXPECT_EQ(result->before_tax.value, Money::euros(13'625));
  EXPECT_EQ(result->after_tax.value, Money{10'218'75});
  EXPECT_EQ(replay_fault(result->explanation), "");
  EXPECT_EQ(cover_cost({Money{}, Rate{}}).refusal().field, "insurable_turnover");
}

TEST(NewSalesRules, C18_typical_rates_run_from_0_15_to_0_50_percent) {
  EXPECT_EQ(low_cover_rate.value(), Rate{150'000});
  EXPECT_EQ(high_cover_rate.value(), Rate{500'000});
}

RC_GTEST_PROP(NewSalesRules, C18_new_sales_earn_the_loss_again_and_a_cent_less_would_not, ()) {
  const auto unpaid = Money{*rc::gen::inRange<std::int64_t>(1, 1'000'000'00)};
  const auto margin = Rate{*rc::gen::inRange<std::int64_t>(10'000, 100'000'001)};
  const auto result = new_sales({unpaid, margin}).value();
  RC_ASSERT(static_cast<long double>(result.sales.value.cents) * static_cast<long double>(margin.e8) >=
            static_cast<long double>(unpaid.cents) * 1e8L);
  RC_ASSERT(static_cast<long double>(result.sales.value.cents - 1) * static_cast<long double>(margin.e8) <
            static_cast<long double>(unpaid.cents) * 1e8L);
  RC_ASSERT(replay_fault(result.explanation) == "");
}

}  // namespace
}  // namespace credit::engine
