#include "desks/credit/engine/terms.hpp"

#include "desks/credit/engine/checks.hpp"
#include "desks/credit/engine/refusals.hpp"

namespace credit::engine {
namespace {

constexpr base::Rule rows[] = {
    MANDAT_RULE("C14",
                "Two models of contract: forfait, a fixed premium for a turnover up to a ceiling; turnover "
                "declaration, deposits regularised on the real turnover"),
    MANDAT_RULE("C16", "Every clause is a parameter of the policy with a default and a range"),
    MANDAT_RULE("C16.percentage",
                "The quotité of unnamed buyers is not above that of named ones; both lie between "
                "1 and 100 %"),
};

constexpr base::Rate whole = base::Rate::percent(100);

void check_money(const Terms& terms, Checks& checks) {
  if (terms.model == ContractModel::forfait) checks.positive_amount(terms.fixed_premium, "fixed_premium");
  checks.amount(terms.turnover_ceiling, "turnover_ceiling");
  checks.amount(terms.minimum_premium, "minimum_premium");
  checks.rate(terms.tax_rate, base::Rate{}, highest_tax.value(), "tax_rate");
  checks.rate(terms.fee_vat_rate, base::Rate{}, highest_tax.value(), "fee_vat_rate");
  checks.amount(terms.discretionary_limit, "discretionary_limit");
  checks.amount(terms.threshold, "threshold");
  checks.amount(terms.deductible, "deductible");
  checks.amount(terms.aggregate, "aggregate");
  if (terms.disbursement_amount) checks.positive_amount(*terms.disbursement_amount, "disbursement_amount");
  if (terms.disbursement_multiple) checks.multiple(*terms.disbursement_multiple, "disbursement_multiple");
  if (terms.disbursement_amount && terms.disbursement_multiple)
    checks.refuse(two_disbursement_limits, "disbursement_multiple");
}

void check_percentages(const Terms& terms, Checks& checks) {
  checks.rate(terms.named_percentage, smallest_percentage.value(), whole, "named_percentage");
  checks.rate(terms.unnamed_percentage, smallest_percentage.value(), whole, "unnamed_percentage");
  if (checks.ok() && terms.unnamed_percentage > terms.named_percentage)
    checks.refuse(percentages_reversed, "unnamed_percentage");
}

void check_delays(const Terms& terms, Checks& checks) {
  const int most = longest_delay.value();
  checks.days(terms.declaration_days, 1, most, "declaration_days");
  checks.days(terms.credit_period_france, 1, most, "credit_period_france");
  checks.days(terms.credit_period_export, 1, most, "credit_period_export");
  checks.days(terms.free_extension, 0, most, "free_extension");
  checks.days(terms.threat_declaration, 1, most, "threat_declaration");
  checks.days(terms.claim_filing, 1, most, "claim_filing");
  checks.days(terms.stop_of_deliveries, 0, most, "stop_of_deliveries");
  checks.days(terms.waiting_insolvency, 0, most, "waiting_insolvency");
  checks.days(terms.waiting_protracted, 0, most, "waiting_protracted");
  checks.day_of_month(terms.effect_cutoff_day, "effect_cutoff_day");
}

}  // namespace

base::Refusals faults(const Terms& terms) {
  Checks checks;
  check_money(terms, checks);
  check_percentages(terms, checks);
  check_delays(terms, checks);
  return checks.refusals();
}

std::span<const base::Rule> terms_rules() { return rows; }

}  // namespace credit::engine
