#include "desks/credit/explanation_view.hpp"

#include <gtest/gtest.h>

#include "base/french.hpp"

namespace credit {
namespace {

using namespace engine;
using base::Money;

bool shows(const web::html::Markup& markup, std::string_view text) {
  return markup.text().find(base::french::with_no_break_spaces(text)) != std::string::npos;
}

TEST(ExplanationView, C35_each_operation_is_written_as_one_reads_it_aloud) {
  Worksheet sheet;
  const auto a = known("Prime", Money{1'250'000});
  const auto b = known("Acompte", Money{1'000'000});
  sheet.difference(Clause::regularisation, a, {b});
  sheet.larger(Clause::minimum_premium, a, b);
  sheet.excess(Clause::deductible, b, a);
  sheet.shared(Clause::minimum_premium, known("Prime minimale", Money{100}), {a, b});
  sheet.when_reached(Clause::threshold, a, b);
  sheet.months_after(Clause::effect, known("Signature", *base::Day::of(2026, 11, 21)), known("mois", 1));
  sheet.sum(Clause::fees, {});
  sheet.shared(Clause::deposit, known("Acomptes", Money{100}), {known("1", 3), known("2", 3)});
  const auto list = explanation_list(sheet.steps());
  for (const auto* text :
       {"12\u202f500,00\u00a0€", "le plus grand de ", ", jamais moins de zéro", " au prorata : part de ",
        ", si le seuil de ", " en 2 parts égales", "21 nov. 2026", "rien à additionner", "Régularisation"})
    EXPECT_TRUE(shows(list, text)) << text;
}

TEST(ExplanationView, C35_a_figure_opens_only_the_steps_behind_it) {
  Worksheet sheet;
  const auto tax = sheet.sum(Clause::insurance_tax, {known("Taxe", Money{900})});
  const auto fees = sheet.sum(Clause::fees, {known("Enquêtes", Money{3500})});
  EXPECT_TRUE(shows(explained(sheet.steps(), tax), "Taxe"));
  EXPECT_FALSE(shows(explained(sheet.steps(), tax), "Enquêtes"));
  EXPECT_TRUE(shows(explained(sheet.steps(), fees), "Comment est calculé : "));
}

}  // namespace
}  // namespace credit
