#include "desks/credit/engine/regularisation.hpp"

#include "base/assert.hpp"
#include "desks/credit/engine/checks.hpp"
#include "desks/credit/engine/months.hpp"
#include "desks/credit/engine/refusals.hpp"

namespace credit::engine {
namespace {

constexpr base::Rule rows[] = {
    MANDAT_RULE("C15.regularisation",
                "Regularisation = premium due − deposits paid, a refund when negative, with the tax "
                "on the difference; a forfait is not regularised"),
    MANDAT_RULE("C15.deposits",
                "Deposits are parted evenly over the periods of the year, to the cent, each with its explanation"),
    MANDAT_RULE("C15.declarations",
                "Turnover is declared monthly, quarterly or yearly, due a number of days after the "
                "period and reminded before"),
};

int months_of(Period period) {
  switch (period) {
    case Period::monthly:
      return 1;
    case Period::quarterly:
      return 3;
    case Period::yearly:
      return 12;
  }
  MANDAT_ASSERT(!"every period has its months");
  return 12;
}

Amount deposit_tax(Worksheet& sheet, const RegularisationCase& of, const Regularisation& result) {
  if (of.tax_on_deposits) return known("Taxe payée sur les acomptes", *of.tax_on_deposits);
  if (result.premium.premium.value.cents == 0) return known("Taxe sur les acomptes", base::Money{});
  const auto taxable = sheet.proportion(Entry(Clause::insurance_tax, "Acomptes taxables"), result.deposits,
                                        result.premium.taxable, result.premium.premium);
  return sheet.rated(Entry(Clause::insurance_tax, "Taxe sur les acomptes"),
                     known("Taux de taxe", of.premium.terms.tax_rate), taxable);
}

base::Refusals faults_of(const RegularisationCase& of) {
  Checks checks;
  checks.append(faults(of.premium));
  if (of.premium.terms.model == ContractModel::forfait) checks.refuse(forfait_not_regularised, "terms/model");
  checks.count(of.deposits.size(), most_parts.value(), "deposits");
  for (std::size_t i = 0; i < of.deposits.size(); ++i) checks.amount(of.deposits[i], "deposits/" + std::to_string(i));
  if (of.tax_on_deposits) checks.amount(*of.tax_on_deposits, "tax_on_deposits");
  return checks.refusals();
}

}  // namespace

base::Outcome<Regularisation> regularisation(const RegularisationCase& of) {
  if (auto refusals = faults_of(of); !refusals.empty()) return refusals;
  Worksheet sheet;
  Regularisation result;
  result.premium = premium_on(sheet, of.premium);
  std::vector<Amount> paid;
  for (std::size_t i = 0; i < of.deposits.size(); ++i)
    paid.push_back(known("Acompte " + std::to_string(i + 1), of.deposits[i]));
  result.deposits = sheet.sum(Entry(Clause::deposit, "Acomptes versés"), paid);

  const auto& terms = of.premium.terms;
  result.provisional_limit = disbursement_limit(sheet, terms, PremiumBasis::deposits, result.deposits.value);
  result.final_limit = disbursement_limit(sheet, terms, PremiumBasis::regularised, result.premium.premium.value);
  result.regularisation = sheet.difference(Clause::regularisation, result.premium.premium, {result.deposits});
  result.tax = sheet.difference(Entry(Clause::insurance_tax, "Taxe restant due"), result.premium.tax,
                                {deposit_tax(sheet, of, result)});
  result.balance = sheet.sum(Entry(Clause::regularisation, "Solde"), {result.regularisation, result.tax});
  result.explanation = std::move(sheet).steps();
  return result;
}

std::vector<Instalment> deposit_schedule(Period period, base::Money deposits, base::Day effect) {
  const int months = months_of(period);
  const int number = 12 / months;
  std::vector<Number> weights;
  for (int at = 1; at <= number; ++at)
    weights.push_back(known("Acompte " + std::to_string(at) + " sur " + std::to_string(number), months));
  Worksheet amounts;
  const auto parts = amounts.shared(Clause::deposit, known("Acomptes de l’année HT", deposits), weights);
  std::vector<Instalment> schedule;
  for (int at = 0; at < number; ++at) {
    Worksheet day;
    const auto due = day.months_after(Entry(Clause::deposit, "À payer le"), known("Prise d’effet", effect),
                                      known("mois", months * at));
    const auto& amount = parts[static_cast<std::size_t>(at)];
    auto steps = behind(amounts.steps(), *amount.step);
    for (auto& step : std::move(day).steps()) steps.push_back(std::move(step));
    schedule.push_back({due, amount, std::move(steps)});
  }
  return schedule;
}

std::vector<Declaration> declarations(const Terms& terms, base::Day effect) {
  std::vector<Declaration> all;
  if (terms.model == ContractModel::forfait) return all;
  const int months = months_of(terms.declaration_period);
  for (int start = 0; start < 12; start += months) {
    const auto to = months_after(effect, start + months) - 1;
    const auto due = to + terms.declaration_days;
    all.push_back({months_after(effect, start), to, due, due - declaration_warning.value()});
  }
  return all;
}

std::span<const base::Rule> regularisation_rules() { return rows; }

}  // namespace credit::engine
