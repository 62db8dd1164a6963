#include "desks/credit/engine/new_sales.hpp"

#include "desks/credit/engine/checks.hpp"

namespace credit::engine {
namespace {

constexpr base::Rule rows[] = {
    MANDAT_RULE("C18", "An unpaid invoice U at margin m needs U / m of new sales"),
    MANDAT_RULE("C18.cost",
                "Cover costs the premium and its tax; as a deductible charge it weighs less the corporate tax "
                "that it saves"),
};

constexpr base::Rate whole = base::Rate::percent(100);

}  // namespace

base::Outcome<NewSales> new_sales(const NewSalesCase& of) {
  Checks checks;
  checks.positive_amount(of.unpaid, "unpaid");
  checks.rate(of.margin, smallest_margin.value(), whole, "margin");
  if (!checks.ok()) return checks.refusals();
  Worksheet sheet;
  const auto sales = sheet.divided(Entry(Clause::margin, "Ventes nouvelles nécessaires"), known("Impayé", of.unpaid),
                                   known("Marge", of.margin));
  return NewSales{sales, std::move(sheet).steps()};
}

base::Outcome<CoverCost> cover_cost(const CoverCostCase& of) {
  Checks checks;
  checks.positive_amount(of.insurable_turnover, "insurable_turnover");
  checks.rate(of.rate, base::Rate{}, whole, "rate");
  checks.rate(of.insurance_tax, base::Rate{}, highest_tax.value(), "insurance_tax");
  checks.rate(of.corporate_tax, base::Rate{}, highest_tax.value(), "corporate_tax");
  if (!checks.ok()) return checks.refusals();
  Worksheet sheet;
  CoverCost result;
  result.premium = sheet.rated(Entry(Clause::premium_rate, "Prime HT"), known("Taux de prime", of.rate),
                               known("Chiffre d’affaires assurable", of.insurable_turnover));
  const auto tax = sheet.rated(Clause::insurance_tax, known("Taux de taxe", of.insurance_tax), result.premium);
  result.before_tax = sheet.sum(Entry(Clause::cost, "Coût avant impôt"), {result.premium, tax});
  const auto saved = sheet.rated(Entry(Clause::corporate_tax, "Impôt économisé"),
                                 known("Impôt sur les sociétés", of.corporate_tax), result.before_tax);
  result.after_tax = sheet.difference(Entry(Clause::cost, "Coût après impôt"), result.before_tax, {saved});
  result.explanation = std::move(sheet).steps();
  return result;
}

std::span<const base::Rule> new_sales_rules() { return rows; }

}  // namespace credit::engine
