#include "desks/credit/indemnity_paper.hpp"

#include <gtest/gtest.h>

#include "desks/credit/explanation_words.hpp"

namespace credit {
namespace {

using base::Money;

// C35
TEST(Retained, C35_what_stays_with_the_insured_is_the_debt_less_recovery_and_indemnity_each_named) {
  const auto kept = calculators::retained({Money::euros(40'000), Money::euros(10'000), Money::euros(20'250)});
  EXPECT_EQ(kept.amount.value, Money::euros(9'750));
  ASSERT_EQ(kept.explanation.size(), 1U);
  EXPECT_EQ(in_text(kept.explanation.front()),
            "40\u202F000,00\u00A0€ (Créance impayée) − 10\u202F000,00\u00A0€ (Déjà récupéré) − 20\u202F250,00\u00A0€ "
            "(Indemnité)");
}

// C25.paper
TEST(IndemnityPaper, C25_each_operation_is_written_in_words_for_the_paper_as_for_the_screen) {
  engine::Worksheet sheet;
  const auto a = engine::known("Prime", Money::euros(100)), b = engine::known("Acompte", Money::euros(40));
  sheet.excess(engine::Clause::deductible, a, b);
  sheet.smaller(engine::Clause::credit_limit, a, b);
  sheet.when_reached(engine::Clause::threshold, a, b);
  sheet.proportion(engine::Clause::debt, a, b, a);
  const auto& steps = sheet.steps();
  EXPECT_EQ(in_text(steps[0]), "100,00\u00A0€ (Prime) − 40,00\u00A0€ (Acompte), jamais moins de zéro");
  EXPECT_EQ(in_text(steps[1]), "le plus petit de 100,00\u00A0€ (Prime) et 40,00\u00A0€ (Acompte)");
  EXPECT_EQ(in_text(steps[2]), "100,00\u00A0€ (Prime), si le seuil de 40,00\u00A0€ (Acompte) est atteint");
  EXPECT_EQ(in_text(steps[3]), "100,00\u00A0€ (Prime) × 40,00\u00A0€ (Acompte) ÷ 100,00\u00A0€ (Prime)");
}

}  // namespace
}  // namespace credit
