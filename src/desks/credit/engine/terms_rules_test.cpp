#include <gtest/gtest.h>

#include "desks/credit/engine/refusals.hpp"
#include "desks/credit/engine/terms.hpp"

namespace credit::engine {
namespace {

using base::Money;
using base::Rate;

// The fields refused, in order.
std::vector<std::string> refused(const Terms& terms) {
  std::vector<std::string> fields;
  for (const auto& refusal : faults(terms)) fields.push_back(refusal.field);
  return fields;
}
using Fields = std::vector<std::string>;

TEST(TermsRules, C16_a_policy_that_says_nothing_has_the_defaults) {
  const Terms terms;
  EXPECT_TRUE(faults(terms).empty());
  EXPECT_EQ(terms.named_percentage, Rate::percent(90));
  EXPECT_EQ(terms.unnamed_percentage, Rate::percent(90));
  EXPECT_EQ(terms.credit_period_france, 120);
  EXPECT_EQ(terms.credit_period_export, 180);
  EXPECT_EQ(terms.free_extension, 60);
  EXPECT_EQ(terms.threat_declaration, 30);
  EXPECT_EQ(terms.claim_filing, 60);
  EXPECT_EQ(terms.stop_of_deliveries, 60);
  EXPECT_EQ(terms.waiting_insolvency, 30);
  EXPECT_EQ(terms.waiting_protracted, 150);
  EXPECT_EQ(terms.tax_rate, Rate::percent(9));
  EXPECT_EQ(terms.fee_vat_rate, Rate::percent(20));
  EXPECT_EQ(terms.declaration_days, 30);
}

TEST(TermsRules, C16_percentage_stands_between_1_and_100_and_unnamed_is_not_above_named) {
  Terms terms;
  terms.named_percentage = Rate::percent(101);
  EXPECT_EQ(refused(terms), Fields{"named_percentage"});
  terms.named_percentage = Rate::percent(100);
  EXPECT_EQ(refused(terms), Fields{});
  terms.unnamed_percentage = Rate{999'999};
  EXPECT_EQ(refused(terms), Fields{"unnamed_percentage"});
  terms.unnamed_percentage = Rate::percent(1);
  EXPECT_EQ(refused(terms), Fields{});
  terms.named_percentage = Rate::percent(80);
  terms.unnamed_percentage = Rate::percent(81);  // C16.percentage
  EXPECT_EQ(refused(terms), Fields{"unnamed_percentage"});
  EXPECT_EQ(faults(terms)[0].code, percentages_reversed);
}

TEST(TermsRules, C16_delays_lie_between_a_day_and_two_years) {
  Terms terms;
  terms.threat_declaration = 0;
  terms.claim_filing = 731;
  terms.waiting_insolvency = 0;
  EXPECT_EQ(refused(terms), (Fields{"threat_declaration", "claim_filing"}));
  terms.threat_declaration = 1;
  terms.claim_filing = 730;
  EXPECT_EQ(refused(terms), Fields{});
}

TEST(TermsRules, C16_amounts_are_neither_negative_nor_beyond_ten_billion) {
  Terms terms;
  terms.threshold = Money{-1};
  terms.aggregate = Money::euros(10'000'000'000) + Money{1};
  EXPECT_EQ(refused(terms), (Fields{"threshold", "aggregate"}));
  terms.threshold = {};
  terms.aggregate = Money::euros(10'000'000'000);
  EXPECT_EQ(refused(terms), Fields{});
}

TEST(TermsRules, C16_the_limite_de_decaissement_is_an_amount_or_a_multiple_from_1_to_1000) {
  Terms terms;
  terms.disbursement_multiple = Rate{Rate::percent(100).e8 - 1};
  EXPECT_EQ(refused(terms), Fields{"disbursement_multiple"});
  terms.disbursement_multiple = Rate::percent(100);
  EXPECT_EQ(refused(terms), Fields{});
  terms.disbursement_multiple = Rate::percent(100'000);
  EXPECT_EQ(refused(terms), Fields{});
  terms.disbursement_multiple = Rate{Rate::percent(100'000).e8 + 1};
  EXPECT_EQ(refused(terms), Fields{"disbursement_multiple"});
  EXPECT_EQ(faults(terms)[0].details, (std::vector<std::string>{"1", "1\u202f000"}));
  terms.disbursement_multiple = Rate::percent(3'000);
  terms.disbursement_amount = Money::euros(1);
  EXPECT_EQ(refused(terms), Fields{"disbursement_multiple"});
  EXPECT_EQ(faults(terms)[0].code, two_disbursement_limits);
}

TEST(TermsRules, C14_a_forfait_has_its_fixed_premium) {
  Terms terms;
  terms.model = ContractModel::forfait;
  EXPECT_EQ(refused(terms), Fields{"fixed_premium"});
  terms.fixed_premium = Money::euros(2'000);
  EXPECT_EQ(refused(terms), Fields{});
}

TEST(TermsRules, C15_tax_rates_stay_at_50_percent_or_below) {
  Terms terms;
  terms.tax_rate = Rate::percent(50);
  EXPECT_EQ(refused(terms), Fields{});
  terms.tax_rate = Rate{Rate::percent(50).e8 + 1};
  terms.fee_vat_rate = Rate{-1};
  EXPECT_EQ(refused(terms), (Fields{"tax_rate", "fee_vat_rate"}));
}

TEST(TermsRules, C12_the_cutoff_day_is_one_that_every_month_has) {
  Terms terms;
  for (const int day : {1, 15, 28}) {
    terms.effect_cutoff_day = day;
    EXPECT_EQ(refused(terms), Fields{});
  }
  for (const int day : {0, 29}) {
    terms.effect_cutoff_day = day;
    EXPECT_EQ(refused(terms), Fields{"effect_cutoff_day"});
  }
}

template <class E>
void expect_words(std::initializer_list<E> all) {
  for (const E value : all) {
    EXPECT_EQ(from_text<E>(to_text(value)), value);
    EXPECT_FALSE(label(value).empty());
    EXPECT_NE(texts<E>().find(to_text(value)), std::string::npos);
  }
  EXPECT_FALSE(from_text<E>("otherwise"));
}

TEST(TermsRules, C16_every_choice_has_its_words) {
  expect_words({ContractModel::forfait, ContractModel::turnover_declaration});
  expect_words({Period::monthly, Period::quarterly, Period::yearly});
  expect_words({DeductionOrder::franchise_first, DeductionOrder::percentage_first});
  expect_words({AggregateBasis::before_percentage, AggregateBasis::after_percentage});
  expect_words(
      {RecoveryAllocation::pro_rata, RecoveryAllocation::uncovered_first, RecoveryAllocation::oldest_invoice_first});
  expect_words({DeclarationBase::due_date, DeclarationBase::extended_due_date, DeclarationBase::maximum_credit_period});
  expect_words({WaitingBase::receipt_of_claim, WaitingBase::admission_of_claim});
  expect_words({AfterCancellation::no_cover, AfterCancellation::unnamed_cover});
  expect_words({CutoffDay::counts_as_before, CutoffDay::counts_as_after});
}

}  // namespace
}  // namespace credit::engine
