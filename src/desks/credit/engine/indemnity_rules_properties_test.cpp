// C25, C16: what must hold of every indemnity, whatever the policy.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "desks/credit/engine/indemnity.hpp"
#include "support/replay.hpp"

namespace credit::engine {
namespace {

using base::Money;
using base::Rate;

Money some_money(std::int64_t most) { return Money{*rc::gen::inRange<std::int64_t>(0, most)}; }
// Often none.
Money perhaps_money(std::int64_t most) { return *rc::gen::arbitrary<bool>() ? some_money(most) : Money{}; }

Terms some_terms() {
  Terms terms;
  terms.named_percentage = terms.unnamed_percentage = Rate{*rc::gen::inRange<std::int64_t>(1'000'000, 100'000'001)};
  terms.threshold = perhaps_money(2'000'00);
  terms.deductible = perhaps_money(2'000'00);
  terms.aggregate = perhaps_money(10'000'00);
  terms.aggregate_basis = *rc::gen::element(AggregateBasis::before_percentage, AggregateBasis::after_percentage);
  terms.deduction_order = *rc::gen::element(DeductionOrder::franchise_first, DeductionOrder::percentage_first);
  terms.recovery_allocation = *rc::gen::element(RecoveryAllocation::pro_rata, RecoveryAllocation::uncovered_first,
                                                RecoveryAllocation::oldest_invoice_first);
  if (*rc::gen::arbitrary<bool>()) terms.disbursement_amount = Money{*rc::gen::inRange<std::int64_t>(1, 40'000'00)};
  return terms;
}

IndemnityCase some_case() {
  IndemnityCase of;
  of.loss.terms = some_terms();
  const auto start = *base::Day::of(2026, 1, 1);
  Money debt;
  const int count = *rc::gen::inRange(1, 6);
  for (int i = 0; i < count; ++i) {
    const auto issued = start + *rc::gen::inRange(0, 200);
    const auto amount = some_money(20'000'00) + Money{1};
    of.loss.invoices.push_back({.reference = "F-" + std::to_string(i),
                                .days = {.issued = issued, .due = issued + 60},
                                .delivered = issued + *rc::gen::inRange(0, 10),
                                .amount = amount});
    debt += amount;
  }
  of.loss.limits = {{.from = start, .amount = some_money(60'000'00)}};
  of.recovered = *rc::gen::arbitrary<bool>() ? some_money(debt.cents + 1) : Money{};
  of.aggregate_used = perhaps_money(12'000'00);
  of.indemnities_paid = perhaps_money(20'000'00);
  return of;
}

Money paid(const IndemnityCase& of) { return indemnity(of)->indemnity.value; }

RC_GTEST_PROP(IndemnityRules, C35_every_indemnity_can_be_calculated_again_from_its_explanation, ()) {
  const auto result = indemnity(some_case()).value();
  RC_ASSERT(testing_support::replay_fault(result.explanation) == "");
  RC_ASSERT(result.explanation.back().result == Quantity(result.indemnity.value));
}

RC_GTEST_PROP(IndemnityRules, C25_more_limit_never_pays_less, ()) {
  auto of = some_case();
  const auto before = paid(of);
  of.loss.limits[0].amount += some_money(20'000'00);
  RC_ASSERT(paid(of) >= before);
}

RC_GTEST_PROP(IndemnityRules, C16_a_higher_franchise_never_pays_more, ()) {
  const auto of = some_case();
  const auto before = paid(of);
  auto higher = of;
  higher.loss.terms.deductible += some_money(1'000'00);
  RC_ASSERT(paid(higher) <= before);
  higher = of;
  higher.loss.terms.threshold += some_money(1'000'00);
  RC_ASSERT(paid(higher) <= before);
  higher = of;
  higher.loss.terms.aggregate += some_money(1'000'00);
  RC_ASSERT(paid(higher) <= before);
}

RC_GTEST_PROP(IndemnityRules, C16_a_higher_percentage_never_pays_less, ()) {
  auto of = some_case();
  const auto before = paid(of);
  auto& named = of.loss.terms.named_percentage;
  named.e8 += *rc::gen::inRange<std::int64_t>(0, 100'000'001 - named.e8);
  RC_ASSERT(paid(of) >= before);
}

RC_GTEST_PROP(IndemnityRules, C25_more_recovered_never_pays_more, ()) {
  auto of = some_case();
  const auto debt = indemnity(of)->cover.debt.value;
  of.recovered = {};
  const auto before = paid(of);
  of.recovered = some_money(debt.cents + 1);
  RC_ASSERT(paid(of) <= before);
}

RC_GTEST_PROP(IndemnityRules, C25_an_indemnity_stays_within_every_cap, ()) {
  const auto of = some_case();
  const auto& terms = of.loss.terms;
  const auto result = indemnity(of).value();
  const auto paid = result.indemnity.value;
  RC_ASSERT(paid.cents >= 0);
  RC_ASSERT(result.cover.covered.value <= std::min(result.cover.debt.value, of.loss.limits[0].amount));
  RC_ASSERT(result.loss.value <= result.cover.covered.value);
  RC_ASSERT(paid <= base::apply(terms.named_percentage, result.loss.value));
  RC_ASSERT(result.absorbed.value + of.aggregate_used <= std::max(terms.aggregate, of.aggregate_used));
  if (terms.disbursement_amount)
    RC_ASSERT(paid + of.indemnities_paid <= std::max(*terms.disbursement_amount, of.indemnities_paid));
  RC_ASSERT(paid.cents == 0 || result.loss.value >= terms.threshold);
}

}  // namespace
}  // namespace credit::engine
