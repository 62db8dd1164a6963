#include "desks/credit/offer/loss_simulation.hpp"

#include <gtest/gtest.h>

namespace credit::offer {
namespace {

using base::Money;

Quote quote() {
  Quote made;
  made.premium.terms.minimum_premium = Money::euros(10'000);
  made.premium.terms.disbursement_multiple = base::Rate::percent(3'000);  // × 30
  made.deposits = Money::euros(10'000);
  return made;
}
SimulatedLoss loss() {
  return {.invoice = Money::euros(40'000), .limit = Money::euros(30'000), .issued = *base::Day::from_iso("2025-03-10")};
}
Money indemnity_of(const Quote& quote, const SimulatedLoss& loss) {
  return simulated(quote, loss)->indemnity.indemnity.value;
}

// C25.simulated: worked examples 1 and 3
TEST(LossSimulation, C25_pays_what_the_engine_of_the_claim_pays) {
  const auto plain = simulated(quote(), loss());
  ASSERT_TRUE(plain.ok());
  EXPECT_EQ(plain->indemnity.indemnity.value, Money::euros(27'000));
  EXPECT_EQ(plain->retained.amount.value, Money::euros(13'000));
  EXPECT_FALSE(plain->reason);
  EXPECT_FALSE(plain->indemnity.explanation.empty());
  auto recovered = loss();
  recovered.recovered = Money::euros(10'000);
  EXPECT_EQ(indemnity_of(quote(), recovered), Money::euros(20'250));
  EXPECT_EQ(simulated(quote(), recovered)->retained.amount.value, Money::euros(9'750));
}

// C26.simulated: worked example 3, after an indemnity of 27 000
TEST(LossSimulation, C26_what_comes_back_later_is_shared_by_the_policys_allocation) {
  auto later = loss();
  EXPECT_FALSE(simulated(quote(), later)->shared);
  later.recovered_later = Money::euros(10'000);
  const auto shares = [&](engine::RecoveryAllocation allocation) {
    Quote by = quote();
    by.premium.terms.recovery_allocation = allocation;
    const auto shared = simulated(by, later)->shared.value();
    EXPECT_EQ(shared.insurer.value + shared.insured.value, later.recovered_later);
    EXPECT_FALSE(shared.explanation.empty());
    return shared.insurer.value;
  };
  EXPECT_EQ(shares(engine::RecoveryAllocation::pro_rata), Money::euros(6'750));
  EXPECT_EQ(shares(engine::RecoveryAllocation::oldest_invoice_first), Money::euros(6'750));  // there is one invoice
  EXPECT_EQ(shares(engine::RecoveryAllocation::uncovered_first), Money{});
  later.recovered = Money::euros(30'000);
  EXPECT_TRUE(simulated(quote(), later)->shared);  // all of what was still owed
  later.recovered_later = Money{10'000'01};
  EXPECT_EQ(simulated(quote(), later).refusal().field, "recovered_later");
}

// C25.simulated
TEST(LossSimulation, C25_is_capped_by_what_the_year_left_of_the_limite_de_decaissement) {
  auto late_in_year = loss();
  late_in_year.paid_earlier = Money::euros(290'000);  // of 30 × 10 000
  EXPECT_EQ(indemnity_of(quote(), late_in_year), Money::euros(10'000));
  Quote flat = quote();
  flat.premium.terms.model = engine::ContractModel::forfait;
  flat.premium.terms.fixed_premium = Money::euros(2'000);
  flat.premium.terms.minimum_premium = {};
  flat.premium.terms.disbursement_multiple = base::Rate::percent(1'000);
  flat.deposits = {};
  EXPECT_EQ(indemnity_of(flat, loss()), Money::euros(20'000));
}

// C25.simulated
TEST(LossSimulation, C25_says_why_nothing_is_covered) {
  auto unnamed = loss();
  unnamed.cover = engine::CoverKind::unnamed;
  EXPECT_EQ(simulated(quote(), unnamed)->reason, engine::NotCovered::no_limit);
  Quote discretionary = quote();
  discretionary.premium.terms.discretionary_limit = Money::euros(5'000);
  EXPECT_EQ(indemnity_of(discretionary, unnamed), Money::euros(4'500));
  auto long_term = loss();
  long_term.term = 121;
  EXPECT_EQ(simulated(quote(), long_term)->reason, engine::NotCovered::beyond_credit_period);
  long_term.buyer = engine::Zone::abroad;
  EXPECT_FALSE(simulated(quote(), long_term)->reason);
}

// C25.simulated, C23: the specification's example
TEST(LossSimulation, C23_gives_the_dates_that_bind_by_the_policys_own_base) {
  Quote from_dmc = quote();
  from_dmc.premium.terms.declaration_base = engine::DeclarationBase::maximum_credit_period;
  const auto result = simulated(from_dmc, loss());
  ASSERT_TRUE(result.ok());
  const auto day_of = [&](engine::DeadlineKind kind) {
    for (const auto& date : result->deadlines.dates)
      if (date.kind == kind) return date.day.value.iso();
    return std::string("none");
  };
  EXPECT_EQ(day_of(engine::DeadlineKind::threat_declaration), "2025-08-07");
  EXPECT_EQ(day_of(engine::DeadlineKind::claim_file), "2025-10-06");
  EXPECT_EQ(day_of(engine::DeadlineKind::proof_of_claim), "none");
  ASSERT_TRUE(result->indemnity.payable);
  EXPECT_EQ(result->indemnity.payable->value.iso(), "2026-03-05");  // + 150 days
  auto insolvent = loss();
  insolvent.cause = engine::DefaultCause::insolvency;
  EXPECT_EQ(simulated(from_dmc, insolvent)->indemnity.payable->value.iso(), "2025-11-05");  // + 30 days
}

// C35: the one invoice of a simulation has no reference, and its steps read well without.
TEST(LossSimulation, C35_explains_an_invoice_that_has_no_reference_as_the_invoice) {
  auto recovered = loss();
  recovered.recovered = Money::euros(10'000);
  auto by = quote();
  by.premium.terms.recovery_allocation = engine::RecoveryAllocation::oldest_invoice_first;
  const auto result = simulated(by, recovered);
  ASSERT_TRUE(result.ok());
  std::string told;
  for (const auto& step : result->indemnity.explanation) {
    told += step.label + "\n";
    for (const auto& input : step.inputs) told += input.label + "\n";
  }
  for (const std::string_view sentence : {"Facture\n", "Part couverte de la facture\n", "Récupéré sur la facture\n"})
    EXPECT_NE(told.find(sentence), told.npos) << sentence << told;
  EXPECT_EQ(engine::invoice_named("F-12"), "F-12");
  EXPECT_EQ(engine::invoice_label("F-12"), "Facture F-12");
}

TEST(LossSimulation, names_what_is_wrong_by_its_own_members) {
  const auto field = [](auto change) {
    auto wrong = loss();
    change(wrong);
    const auto result = simulated(quote(), wrong);
    return result ? std::string("none") : result.refusal().field;
  };
  EXPECT_EQ(field([](auto& of) { of.invoice = {}; }), "invoice");
  EXPECT_EQ(field([](auto& of) { of.recovered = Money::euros(40'001); }), "recovered");
  EXPECT_EQ(field([](auto& of) { of.paid_earlier = Money{-1}; }), "paid_earlier");
  EXPECT_EQ(field([](auto& of) { of.limit = Money{-1}; }), "limit");
  EXPECT_EQ(field([](auto& of) { of.term = 731; }), "term");
  EXPECT_EQ(field([](auto& of) { of.term = 730; }), "none");
  EXPECT_EQ(field([](auto& of) { of.term = 0; }), "none");
}

}  // namespace
}  // namespace credit::offer
