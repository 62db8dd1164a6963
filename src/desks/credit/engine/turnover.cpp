#include "desks/credit/engine/turnover.hpp"

#include "desks/credit/engine/checks.hpp"
#include "desks/credit/engine/refusals.hpp"

namespace credit::engine {
namespace {

constexpr base::Rule rows[] = {
    MANDAT_RULE("C3.insurable_turnover",
                "Insurable turnover = turnover HT − public bodies − private individuals − group "
                "companies − cash or prepaid sales; exclusions above the turnover are refused"),
};

}  // namespace

base::Outcome<InsurableTurnover> insurable_turnover(const TurnoverCase& of) {
  Checks checks;
  checks.amount(of.turnover, "turnover");
  checks.amount(of.public_bodies, "public_bodies");
  checks.amount(of.private_individuals, "private_individuals");
  checks.amount(of.group_companies, "group_companies");
  checks.amount(of.cash_or_prepaid, "cash_or_prepaid");
  if (!checks.ok()) return checks.refusals();

  Worksheet sheet;
  const auto insurable =
      sheet.difference(Clause::insurable_turnover, known("Chiffre d’affaires HT", of.turnover),
                       {known("Administrations et organismes publics", of.public_bodies),
                        known("Particuliers", of.private_individuals), known("Sociétés du groupe", of.group_companies),
                        known("Ventes au comptant ou payées d’avance", of.cash_or_prepaid)});
  if (insurable.value.cents < 0) return base::Refusal{exclusions_above_turnover, "turnover"};
  return InsurableTurnover{insurable, std::move(sheet).steps()};
}

std::span<const base::Rule> turnover_rules() { return rows; }

}  // namespace credit::engine
