#include <gtest/gtest.h>

#include "desks/credit/engine/indemnity.hpp"
#include "desks/credit/engine/refusals.hpp"
#include "support/replay.hpp"

namespace credit::engine {
namespace {

using base::Money;
using base::Rate;
using testing_support::replay_fault;

base::Day day(int year, int month, int of_month) { return *base::Day::of(year, month, of_month); }

UnpaidInvoice invoice(const std::string& reference, std::int64_t euros, base::Day issued) {
  return {.reference = reference,
          .days = {.issued = issued, .due = issued + 60},
          .delivered = issued,
          .amount = Money::euros(euros)};
}

// One buyer with one named limit.
IndemnityCase owing(std::int64_t euros, std::int64_t limit) {
  IndemnityCase of;
  of.loss.invoices = {invoice("F-1", euros, day(2026, 3, 10))};
  of.loss.limits = {{.from = day(2026, 1, 1), .amount = Money::euros(limit)}};
  return of;
}

Money paid(const IndemnityCase& of) {
  const auto result = indemnity(of);
  EXPECT_EQ(replay_fault(result->explanation), "");
  EXPECT_EQ(result->explanation.back().result, Quantity(result->indemnity.value));
  return result->indemnity.value;
}

TEST(IndemnityRules, C25_example_1_the_limit_then_the_percentage) {
  EXPECT_EQ(paid(owing(40'000, 30'000)), Money::euros(27'000));
}

TEST(IndemnityRules, C25_example_1_a_franchise_of_2000_before_or_after_the_percentage) {
  auto of = owing(40'000, 30'000);
  of.loss.terms.deductible = Money::euros(2'000);
  EXPECT_EQ(paid(of), Money::euros(25'200));
  of.loss.terms.deduction_order = DeductionOrder::percentage_first;  // C16.order
  EXPECT_EQ(paid(of), Money::euros(25'000));
}

TEST(IndemnityRules, C25_example_3_a_recovery_of_10000_before_indemnity) {
  auto of = owing(40'000, 30'000);
  of.recovered = Money::euros(10'000);  // C25.recovery
  EXPECT_EQ(paid(of), Money::euros(20'250));
  of.loss.terms.recovery_allocation = RecoveryAllocation::uncovered_first;
  EXPECT_EQ(paid(of), Money::euros(27'000));
  of.recovered = Money::euros(12'000);
  EXPECT_EQ(paid(of), Money::euros(25'200));
}

TEST(IndemnityRules, C25_example_5_a_pro_rata_recovery_is_rounded_once) {
  auto of = owing(30'000, 25'000);
  of.recovered = Money::euros(10'000);
  const auto result = indemnity(of);
  EXPECT_EQ(result->loss.value, Money{16'666'67});
  EXPECT_EQ(result->indemnity.value, Money::euros(15'000));
}

TEST(IndemnityRules, C25_example_4_the_annual_aggregate_after_or_before_the_percentage) {
  for (const auto& [basis, expected] : {std::pair{AggregateBasis::after_percentage, Money::euros(35'000)},
                                        std::pair{AggregateBasis::before_percentage, Money::euros(45'000)}}) {
    Money used, total;
    for (const std::int64_t loss : {50'000, 20'000, 80'000}) {
      auto of = owing(loss, loss);
      of.loss.terms.aggregate = Money::euros(100'000);  // C16.aggregate
      of.loss.terms.aggregate_basis = basis;
      of.aggregate_used = used;
      const auto result = indemnity(of);
      EXPECT_EQ(replay_fault(result->explanation), "");
      used += result->absorbed.value;
      total += result->indemnity.value;
    }
    EXPECT_EQ(used, Money::euros(100'000));
    EXPECT_EQ(total, expected);
  }
}

TEST(IndemnityRules, C16_threshold_is_reached_by_the_covered_loss_before_the_percentage) {
  auto of = owing(10'000, 10'000);
  of.loss.terms.threshold = Money::euros(10'000);
  EXPECT_EQ(paid(of), Money::euros(9'000));  // C16.threshold
  of.loss.terms.threshold = Money::euros(10'000) + Money{1};
  EXPECT_EQ(paid(of), Money{});
}

TEST(IndemnityRules, C16_the_year_is_capped_by_what_is_left_of_the_limite_de_decaissement) {
  auto of = owing(40'000, 40'000);
  of.loss.terms.minimum_premium = Money::euros(1'000);
  of.loss.terms.disbursement_multiple = Rate::percent(3'000);
  EXPECT_EQ(paid(of), Money::euros(30'000));  // C16.cap
  of.premium = Money::euros(1'200);
  EXPECT_EQ(paid(of), Money::euros(36'000));
  of.indemnities_paid = Money::euros(20'000);
  EXPECT_EQ(paid(of), Money::euros(16'000));
  of.indemnities_paid = Money::euros(50'000);
  EXPECT_EQ(paid(of), Money{});
}

TEST(IndemnityRules, C25_disputes_exclusions_and_credits_come_off_the_oldest_invoices_first) {
  auto of = owing(40'000, 30'000);
  of.loss.invoices = {invoice("F-2", 20'000, day(2026, 4, 1)), invoice("F-1", 20'000, day(2026, 3, 1))};
  of.loss.disputes = Money::euros(12'000);
  of.loss.exclusions = Money::euros(9'000);
  of.loss.credits = Money::euros(1'000);  // C25.debt
  const auto result = indemnity(of);
  EXPECT_EQ(result->cover.invoices[0].reference, "F-1");
  EXPECT_EQ(result->cover.invoices[0].net.value, Money{});
  EXPECT_EQ(result->cover.invoices[1].net.value, Money::euros(18'000));
  EXPECT_EQ(result->indemnity.value, Money::euros(16'200));
  EXPECT_EQ(replay_fault(result->explanation), "");
  of.loss.disputes = Money::euros(60'000);
  EXPECT_EQ(paid(of), Money{});
}

TEST(IndemnityRules, C25_invoices_take_what_remains_of_the_limit_in_force_at_their_delivery) {
  auto of = owing(0, 0);
  of.loss.invoices = {invoice("F-1", 25'000, day(2026, 3, 1)), invoice("F-2", 10'000, day(2026, 4, 1)),
                      invoice("F-3", 10'000, day(2026, 5, 1)), invoice("F-4", 10'000, day(2026, 6, 1))};
  of.loss.limits = {{.from = day(2026, 1, 1), .amount = Money::euros(30'000)},
                    {.from = day(2026, 5, 1), .amount = Money::euros(10'000)},
                    {.from = day(2026, 6, 1), .amount = Money::euros(37'000)}};
  const auto result = indemnity(of);  // C25.limit
  const auto& invoices = result->cover.invoices;
  EXPECT_EQ(invoices[0].covered.value, Money::euros(25'000));
  EXPECT_EQ(invoices[1].covered.value, Money::euros(5'000));
  EXPECT_EQ(invoices[2].covered.value, Money{});
  EXPECT_EQ(invoices[2].reason, NotCovered::nothing_left);
  EXPECT_EQ(invoices[3].covered.value, Money::euros(7'000));
  EXPECT_EQ(result->indemnity.value, Money::euros(33'300));
  EXPECT_EQ(replay_fault(result->explanation), "");
}

TEST(IndemnityRules, C25_the_order_of_delivery_counts_not_that_of_invoicing) {
  auto of = owing(0, 10'000);
  of.loss.invoices = {invoice("F-1", 10'000, day(2026, 3, 1)), invoice("F-2", 10'000, day(2026, 4, 1))};
  of.loss.invoices[0].delivered = day(2026, 4, 2);
  const auto result = indemnity(of);
  EXPECT_EQ(result->cover.invoices[0].covered.value, Money{});
  EXPECT_EQ(result->cover.invoices[1].covered.value, Money::euros(10'000));
}

TEST(IndemnityRules, C16_a_term_longer_than_the_maximum_leaves_the_invoice_uncovered) {
  auto of = owing(40'000, 30'000);
  auto& days = of.loss.invoices[0].days;
  days.due = days.issued + 120;
  EXPECT_EQ(paid(of), Money::euros(27'000));
  days.due = days.issued + 121;  // C25.late
  EXPECT_EQ(paid(of), Money{});
  EXPECT_EQ(indemnity(of)->cover.invoices[0].reason, NotCovered::beyond_credit_period);
  of.loss.buyer = Zone::abroad;
  EXPECT_EQ(paid(of), Money::euros(27'000));
  days.due = days.issued + 181;
  EXPECT_EQ(paid(of), Money{});
}

TEST(IndemnityRules, C25_what_is_declared_or_filed_too_late_is_not_covered) {
  auto of = owing(40'000, 30'000);
  const auto due = of.loss.invoices[0].days.due;
  of.loss.threat_declared = due + 30;
  of.loss.claim_filed = due + 90;
  EXPECT_EQ(paid(of), Money::euros(27'000));
  of.loss.claim_filed = due + 91;
  EXPECT_EQ(indemnity(of)->cover.invoices[0].reason, NotCovered::filed_late);
  EXPECT_EQ(paid(of), Money{});
  of.loss.threat_declared = due + 31;
  EXPECT_EQ(indemnity(of)->cover.invoices[0].reason, NotCovered::declared_late);
  EXPECT_EQ(paid(of), Money{});
}

TEST(IndemnityRules, C16_an_unnamed_buyer_has_the_discretionary_limit_at_its_own_percentage) {
  auto of = owing(40'000, 30'000);
  of.loss.limits.clear();
  EXPECT_EQ(indemnity(of)->cover.invoices[0].reason, NotCovered::no_limit);
  of.loss.terms.discretionary_limit = Money::euros(10'000);
  of.loss.terms.unnamed_percentage = Rate::percent(60);
  EXPECT_EQ(paid(of), Money::euros(6'000));  // C16.unnamed
}

TEST(IndemnityRules, C19_a_cancelled_limit_falls_back_to_unnamed_cover_only_where_the_policy_says_so) {
  auto of = owing(40'000, 30'000);
  of.loss.terms.discretionary_limit = Money::euros(10'000);
  of.loss.limits.push_back({.from = day(2026, 2, 1), .kind = CoverKind::cancelled});
  EXPECT_EQ(paid(of), Money{});  // C19.cancelled
  of.loss.terms.after_cancellation = AfterCancellation::unnamed_cover;
  EXPECT_EQ(paid(of), Money::euros(9'000));
  of.loss.limits.back().kind = CoverKind::refused;
  EXPECT_EQ(paid(of), Money{});
}

TEST(IndemnityRules, C16_each_invoice_keeps_the_percentage_of_its_cover) {
  auto of = owing(0, 0);
  of.loss.invoices = {invoice("F-1", 5'000, day(2026, 1, 10)), invoice("F-2", 20'000, day(2026, 3, 10))};
  of.loss.terms.discretionary_limit = Money::euros(10'000);
  of.loss.terms.unnamed_percentage = Rate::percent(60);
  of.loss.limits = {{.from = day(2026, 2, 1), .amount = Money::euros(50'000), .percentage = Rate::percent(80)}};
  EXPECT_EQ(paid(of), Money::euros(19'000));
  of.loss.terms.deductible = Money::euros(6'000);  // 5 000 off the oldest, 1 000 off the next
  EXPECT_EQ(paid(of), Money::euros(15'200));
  of.loss.terms.deductible = {};
  of.recovered = Money::euros(5'000);  // 1 000 and 4 000
  EXPECT_EQ(paid(of), Money::euros(15'200));
}

TEST(IndemnityRules, C25_a_recovery_may_pay_the_oldest_invoice_first) {
  auto of = owing(0, 15'000);
  of.loss.invoices = {invoice("F-1", 10'000, day(2026, 3, 1)), invoice("F-2", 20'000, day(2026, 4, 1))};
  of.loss.terms.recovery_allocation = RecoveryAllocation::oldest_invoice_first;
  of.recovered = Money::euros(14'000);  // all of F-1, a fifth of F-2, of which a quarter is covered
  EXPECT_EQ(paid(of), Money::euros(3'600));
}

TEST(IndemnityRules, C25_no_more_can_be_recovered_than_was_owed) {
  auto of = owing(40'000, 30'000);
  of.recovered = Money::euros(40'000);
  EXPECT_EQ(paid(of), Money{});
  of.recovered += Money{1};
  EXPECT_TRUE(indemnity(of).refused_as(recovery_above_debt));
}

TEST(IndemnityRules, C16_payable_at_the_end_of_the_waiting_period) {
  auto of = owing(40'000, 30'000);
  EXPECT_FALSE(indemnity(of)->payable);
  of.loss.threat_declared = day(2026, 5, 20);
  of.loss.claim_filed = day(2026, 6, 1);
  EXPECT_EQ(indemnity(of)->payable->value, day(2026, 10, 29));  // 150 days
  of.cause = DefaultCause::insolvency;
  EXPECT_EQ(indemnity(of)->payable->value, day(2026, 7, 1));  // 30 days
  of.loss.terms.waiting_base = WaitingBase::admission_of_claim;
  EXPECT_FALSE(indemnity(of)->payable);
  of.claim_admitted = day(2026, 9, 1);
  EXPECT_EQ(indemnity(of)->payable->value, day(2026, 10, 1));
}

TEST(IndemnityRules, C25_a_case_that_cannot_be_is_refused_beside_the_value) {
  auto of = owing(0, 30'000);
  of.loss.invoices[0].disputed = Money::euros(1);
  of.loss.invoices[0].days.due = of.loss.invoices[0].days.issued - 1;
  of.loss.limits.push_back(of.loss.limits[0]);
  const auto result = indemnity(of);
  ASSERT_FALSE(result.ok());
  std::vector<std::string> fields;
  for (const auto& refusal : result.refusals()) fields.push_back(refusal.field);
  EXPECT_EQ(fields,
            (std::vector<std::string>{"invoices/0/amount", "invoices/0/disputed", "invoices/0/due", "limits/1/from"}));
  of = owing(10, 10);
  of.loss.invoices.clear();
  EXPECT_TRUE(indemnity(of).refused_as(none_given));
  of = owing(10, 10);
  of.loss.terms.threat_declaration = 0;
  EXPECT_EQ(indemnity(of).refusal().field, "terms/threat_declaration");
  of = owing(10, 10);
  of.loss.threat_declared = day(2026, 5, 20);
  of.loss.claim_filed = day(2026, 5, 19);
  EXPECT_EQ(indemnity(of).refusal().field, "claim_filed");
}

TEST(IndemnityRules, C25_every_reason_has_its_words) {
  for (const auto reason : {NotCovered::nothing_left, NotCovered::no_limit, NotCovered::beyond_credit_period,
                            NotCovered::declared_late, NotCovered::filed_late})
    EXPECT_FALSE(label(reason).empty() || to_text(reason).empty());
}

}  // namespace
}  // namespace credit::engine
