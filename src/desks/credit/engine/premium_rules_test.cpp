#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "desks/credit/engine/premium.hpp"
#include "desks/credit/engine/refusals.hpp"
#include "desks/credit/engine/regularisation.hpp"
#include "desks/credit/engine/turnover.hpp"
#include "support/replay.hpp"

namespace credit::engine {
namespace {

using base::Money;
using base::Rate;
using testing_support::replay_fault;

constexpr Rate quarter_percent{250'000};

PremiumCase example_2(std::int64_t turnover, std::int64_t exported = 0) {
  PremiumCase of;
  of.terms.minimum_premium = Money::euros(10'000);
  of.terms.disbursement_multiple = Rate::percent(3'000);
  of.lines.push_back({"France", Zone::domestic, quarter_percent, Money::euros(turnover - exported)});
  if (exported > 0) of.lines.push_back({"Export", Zone::abroad, quarter_percent, Money::euros(exported)});
  return of;
}

TEST(PremiumRules, C3_insurable_turnover_is_what_businesses_outside_the_group_buy_on_credit) {
  const auto result = insurable_turnover({.turnover = Money::euros(6'000'000),
                                          .public_bodies = Money::euros(300'000),
                                          .private_individuals = Money::euros(200'000),
                                          .group_companies = Money::euros(400'000),
                                          .cash_or_prepaid = Money::euros(100'000)});  // C3.insurable_turnover
  EXPECT_EQ(result->insurable.value, Money::euros(5'000'000));
  EXPECT_EQ(replay_fault(result->explanation), "");
}

TEST(PremiumRules, C3_exclusions_above_the_turnover_are_refused) {
  const auto all = insurable_turnover({.turnover = Money{100}, .public_bodies = Money{100}});
  EXPECT_EQ(all->insurable.value, Money{});
  EXPECT_TRUE(
      insurable_turnover({.turnover = Money{100}, .public_bodies = Money{101}}).refused_as(exclusions_above_turnover));
  EXPECT_TRUE(insurable_turnover({.turnover = Money{100}, .group_companies = Money{-1}}).refused_as(amount_negative));
}

TEST(PremiumRules, C15_example_2_a_quarter_percent_of_five_million_is_12500) {
  const auto result = premium(example_2(5'000'000));  // C15.premium
  EXPECT_EQ(result->premium.value, Money::euros(12'500));
  EXPECT_EQ(result->tax.value, Money::euros(1'125));
  EXPECT_EQ(result->total.value, Money::euros(13'625));
  EXPECT_EQ(replay_fault(result->explanation), "");
}

TEST(PremiumRules, C15_example_2_thirty_percent_of_export_bear_no_tax) {
  const auto result = premium(example_2(5'000'000, 1'500'000));  // C15.tax
  EXPECT_EQ(result->premium.value, Money::euros(12'500));
  EXPECT_EQ(result->tax.value, Money{787'50});
}

TEST(PremiumRules, C15_the_minimum_premium_falls_to_the_lines_by_turnover) {
  const auto result = premium(example_2(3'000'000, 900'000));
  EXPECT_EQ(result->calculated.value, Money::euros(7'500));
  EXPECT_EQ(result->premium.value, Money::euros(10'000));
  EXPECT_EQ(result->lines[0].due.value, Money::euros(7'000));
  EXPECT_EQ(result->lines[1].due.value, Money::euros(3'000));
  EXPECT_EQ(result->tax.value, Money::euros(630));
  EXPECT_EQ(replay_fault(result->explanation), "");
}

TEST(PremiumRules, C15_without_turnover_the_minimum_stands_on_the_first_domestic_line) {
  auto of = example_2(0);
  of.lines.insert(of.lines.begin(), {"Export", Zone::abroad, quarter_percent, Money{}});
  const auto result = premium(of);
  EXPECT_EQ(result->lines[0].due.value, Money{});
  EXPECT_EQ(result->lines[1].due.value, Money::euros(10'000));
  EXPECT_EQ(result->tax.value, Money::euros(900));
  of.lines.pop_back();
  EXPECT_EQ(premium(of)->tax.value, Money{});
}

TEST(PremiumRules, C15_fees_carry_vat_and_no_insurance_tax) {
  auto of = example_2(5'000'000);
  of.fees = {{"Enquêtes", 40, Money{35'00}}, {"Surveillance", 1, Money::euros(600)}};
  const auto result = premium(of);  // C15.fees
  EXPECT_EQ(result->fees.value, Money::euros(2'000));
  EXPECT_EQ(result->fee_vat.value, Money::euros(400));
  EXPECT_EQ(result->tax.value, Money::euros(1'125));
  EXPECT_EQ(result->total.value, Money::euros(16'025));
  EXPECT_EQ(replay_fault(result->explanation), "");
}

TEST(PremiumRules, C14_a_forfait_costs_its_fixed_premium_up_to_its_ceiling) {
  PremiumCase of;
  of.terms.model = ContractModel::forfait;
  of.terms.fixed_premium = Money::euros(2'000);
  of.terms.turnover_ceiling = Money::euros(500'000);
  EXPECT_EQ(premium(of)->tax.value, Money::euros(180));
  of.lines = {{"France", Zone::domestic, {}, Money::euros(400'000)},
              {"Export", Zone::abroad, {}, Money::euros(101'000)}};
  const auto result = premium(of);
  EXPECT_EQ(result->premium.value, Money::euros(2'000));
  EXPECT_EQ(result->above_ceiling->value, Money::euros(1'000));  // C14.ceiling
  EXPECT_EQ(result->lines[0].due.value, Money{1'596'81});
  EXPECT_EQ(result->tax.value, Money{143'71});
  EXPECT_EQ(replay_fault(result->explanation), "");
}

TEST(PremiumRules, C15_a_case_that_cannot_be_is_refused_beside_the_value) {
  PremiumCase of;
  EXPECT_TRUE(premium(of).refused_as(none_given));
  of = example_2(5'000'000);
  of.lines[0].rate = Rate::percent(101);
  of.lines[0].insurable_turnover = Money{-5};
  of.fees = {{"Enquêtes", 1'000'001, Money{}}, {"Surveillance", 1, Money::euros(1'000'000) + Money{1}}};
  const auto refused = premium(of);
  ASSERT_FALSE(refused.ok());
  std::vector<std::string> fields;
  for (const auto& refusal : refused.refusals()) fields.push_back(refusal.field);
  EXPECT_EQ(fields,
            (std::vector<std::string>{"lines/0/rate", "lines/0/insurable_turnover", "fees/0/count", "fees/1/unit"}));
  of = example_2(5'000'000);
  of.fees = {{"Enquêtes", 1'000'000, Money{}}, {"Surveillance", 1, Money::euros(1'000'000)}};
  EXPECT_TRUE(premium(of).ok());
  of.lines.resize(1'000, of.lines[0]);
  EXPECT_TRUE(premium(of).ok());
  of.lines.resize(1'001, of.lines[0]);
  EXPECT_TRUE(premium(of).refused_as(too_many));
}

TEST(RegularisationRules, C15_example_2_deposits_of_10000_leave_2500) {
  const auto result = regularisation({.premium = example_2(5'000'000), .deposits = {Money::euros(10'000)}});
  EXPECT_EQ(result->regularisation.value, Money::euros(2'500));  // C15.regularisation
  EXPECT_EQ(result->tax.value, Money::euros(225));
  EXPECT_EQ(result->balance.value, Money::euros(2'725));
  EXPECT_EQ(result->provisional_limit->value, Money::euros(300'000));  // C16.disbursement_limit
  EXPECT_EQ(result->final_limit->value, Money::euros(375'000));
  EXPECT_EQ(replay_fault(result->explanation), "");
}

TEST(RegularisationRules, C15_example_2_the_minimum_premium_needs_no_regularisation) {
  const auto result = regularisation({.premium = example_2(3'000'000), .deposits = {Money::euros(10'000)}});
  EXPECT_EQ(result->premium.premium.value, Money::euros(10'000));
  EXPECT_EQ(result->regularisation.value, Money{});
  EXPECT_EQ(result->final_limit->value, Money::euros(300'000));
}

TEST(RegularisationRules, C15_deposits_above_the_premium_are_refunded_with_their_tax) {
  auto of = example_2(5'000'000);
  const auto result = regularisation({.premium = of, .deposits = {Money::euros(8'000), Money::euros(8'000)}});
  EXPECT_EQ(result->regularisation.value, -Money::euros(3'500));
  EXPECT_EQ(result->tax.value, -Money::euros(315));
  const auto told =
      regularisation({.premium = of, .deposits = {Money::euros(16'000)}, .tax_on_deposits = Money::euros(1'000)});
  EXPECT_EQ(told->tax.value, Money::euros(125));
}

TEST(RegularisationRules, C15_a_forfait_is_not_regularised) {
  auto of = example_2(5'000'000);
  of.terms.model = ContractModel::forfait;
  of.terms.fixed_premium = Money::euros(2'000);
  EXPECT_TRUE(regularisation({.premium = of, .deposits = {}}).refused_as(forfait_not_regularised));
}

TEST(RegularisationRules, C16_an_amount_is_the_limit_whatever_the_premium_and_none_is_none) {
  auto of = example_2(5'000'000);
  of.terms.disbursement_multiple = {};
  EXPECT_FALSE(regularisation({.premium = of, .deposits = {}})->final_limit);
  of.terms.disbursement_amount = Money::euros(150'000);
  EXPECT_EQ(regularisation({.premium = of, .deposits = {}})->final_limit->value, Money::euros(150'000));
}

TEST(RegularisationRules, C15_deposits_are_parted_over_the_year_to_the_cent) {
  const auto effect = *base::Day::of(2026, 11, 1);
  const auto quarters = deposit_schedule(Period::quarterly, Money{10'000'03}, effect);  // C15.deposits
  ASSERT_EQ(quarters.size(), 4U);
  EXPECT_EQ(quarters[0].amount.value, Money{2'500'01});
  EXPECT_EQ(quarters[3].amount.value, Money{2'500'00});
  EXPECT_EQ(quarters[3].due.value, *base::Day::of(2027, 8, 1));
  EXPECT_EQ(quarters[3].amount.label, "Acompte 4 sur 4");
  for (const auto& quarter : quarters) {  // C35
    EXPECT_EQ(testing_support::replay_fault(quarter.explanation), "");
    ASSERT_EQ(quarter.explanation.size(), 2U);
    EXPECT_EQ(quarter.explanation[0].result, Quantity(quarter.amount.value));
    EXPECT_EQ(quarter.explanation[1].result, Quantity(quarter.due.value));
  }
  EXPECT_EQ(deposit_schedule(Period::monthly, Money{1'200'00}, effect).size(), 12U);
  EXPECT_EQ(deposit_schedule(Period::yearly, Money{1'200'00}, effect).size(), 1U);
}

TEST(RegularisationRules, C15_declarations_follow_the_periods_and_are_reminded_before) {
  Terms terms;
  const auto all = declarations(terms, *base::Day::of(2026, 11, 1));  // C15.declarations
  ASSERT_EQ(all.size(), 4U);
  EXPECT_EQ(all[0].from, *base::Day::of(2026, 11, 1));
  EXPECT_EQ(all[0].to, *base::Day::of(2027, 1, 31));
  EXPECT_EQ(all[0].due, *base::Day::of(2027, 3, 2));
  EXPECT_EQ(all[0].warning, *base::Day::of(2027, 2, 23));
  EXPECT_EQ(all[3].to, *base::Day::of(2027, 10, 31));
  terms.declaration_period = Period::monthly;
  EXPECT_EQ(declarations(terms, *base::Day::of(2026, 11, 1)).size(), 12U);
  terms.model = ContractModel::forfait;
  EXPECT_TRUE(declarations(terms, *base::Day::of(2026, 11, 1)).empty());
}

RC_GTEST_PROP(PremiumRules, C15_premium_never_lies_below_the_minimum_and_its_lines_add_up, ()) {
  PremiumCase of;
  of.terms.minimum_premium = Money{*rc::gen::inRange<std::int64_t>(0, 5'000'000)};
  const int count = *rc::gen::inRange(1, 6);
  for (int i = 0; i < count; ++i)
    of.lines.push_back({std::to_string(i), *rc::gen::element(Zone::domestic, Zone::abroad),
                        Rate{*rc::gen::inRange<std::int64_t>(0, 1'000'000)},
                        Money{*rc::gen::inRange<std::int64_t>(0, 1'000'000'000)}});
  const auto result = premium(of).value();
  RC_ASSERT(result.premium.value >= of.terms.minimum_premium);
  RC_ASSERT(result.premium.value >= result.calculated.value);
  Money sum;
  for (const auto& line : result.lines) sum += line.due.value;
  RC_ASSERT(sum == result.premium.value);
  RC_ASSERT(result.taxable.value <= result.premium.value);
  RC_ASSERT(replay_fault(result.explanation) == "");
}

RC_GTEST_PROP(RegularisationRules, C15_deposits_and_balance_pay_the_premium_exactly, ()) {
  const auto turnover = *rc::gen::inRange<std::int64_t>(0, 50'000'000);
  const auto deposit = Money{*rc::gen::inRange<std::int64_t>(0, 3'000'000)};
  const auto result = regularisation({.premium = example_2(turnover), .deposits = {deposit, deposit}}).value();
  RC_ASSERT(result.regularisation.value + deposit + deposit == result.premium.premium.value);
  RC_ASSERT(result.final_limit->value.cents >= 30 * 1'000'000);
  RC_ASSERT(replay_fault(result.explanation) == "");
}

}  // namespace
}  // namespace credit::engine
