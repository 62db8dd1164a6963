// C16: every clause of a credit insurance policy as a parameter. What a policy does not say has the desk's default.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/money.hpp"
#include "base/outcome.hpp"
#include "base/rule.hpp"
#include "desks/credit/engine/figures.hpp"

namespace credit::engine {

// C14
enum class ContractModel {
  forfait,               // very small firms: a fixed premium for a turnover up to a ceiling
  turnover_declaration,  // deposits, regularised on the real turnover
};
enum class Period { monthly, quarterly, yearly };

// What is taken first from the covered loss: the deducted franchise, or the part left to the insured (quotité).
enum class DeductionOrder { franchise_first, percentage_first };
// The loss that the annual aggregate (FAG) counts and absorbs.
enum class AggregateBasis { before_percentage, after_percentage };
enum class RecoveryAllocation { pro_rata, uncovered_first, oldest_invoice_first };
// The day from which the declaration of threatened loss (DMS) is counted.
enum class DeclarationBase { due_date, extended_due_date, maximum_credit_period };
enum class WaitingBase { receipt_of_claim, admission_of_claim };
// C12: how a signature on the cut-off day itself is taken.
enum class CutoffDay { counts_as_before, counts_as_after };
// C19: what a buyer whose named limit was cancelled falls back to.
enum class AfterCancellation { no_cover, unnamed_cover };

struct Terms {
  // Premium (C14, C15)
  ContractModel model = ContractModel::turnover_declaration;
  base::Money fixed_premium = {};     // forfait
  base::Money turnover_ceiling = {};  // forfait; 0: none
  base::Money minimum_premium = {};
  Period declaration_period = Period::quarterly;
  int declaration_days = engine::declaration_days.value();  // to declare, after the end of a period
  base::Rate tax_rate = insurance_tax_rate.value();
  base::Rate fee_vat_rate = fee_vat.value();

  // Cover
  base::Rate named_percentage = engine::named_percentage.value();  // quotité garantie
  base::Rate unnamed_percentage = engine::unnamed_percentage.value();
  base::Money discretionary_limit = {};  // a buyer without named limit; 0: no cover
  AfterCancellation after_cancellation = AfterCancellation::no_cover;
  base::Money threshold = {};   // seuil atteint: a smaller covered loss is not paid, a larger one whole
  base::Money deductible = {};  // seuil déduit: taken from each covered loss
  base::Money aggregate = {};   // FAG: the year's first losses stay with the insured up to this
  AggregateBasis aggregate_basis = AggregateBasis::after_percentage;
  DeductionOrder deduction_order = DeductionOrder::franchise_first;
  RecoveryAllocation recovery_allocation = RecoveryAllocation::pro_rata;

  // Limite de décaissement: an amount, or a multiple (30 = Rate of 3 000 %) of the premium; neither: unlimited
  std::optional<base::Money> disbursement_amount = {};
  std::optional<base::Rate> disbursement_multiple = {};

  // Delays, in days
  int credit_period_france = engine::credit_period_france.value();  // DMC, from the invoice
  int credit_period_export = engine::credit_period_export.value();
  int free_extension = free_extension_days.value();
  DeclarationBase declaration_base = DeclarationBase::due_date;
  int threat_declaration = threat_declaration_days.value();  // DMS, after its base
  int claim_filing = claim_filing_days.value();              // DI, after the DMS
  int stop_of_deliveries = stop_of_deliveries_days.value();  // after the due date of an unpaid invoice
  WaitingBase waiting_base = WaitingBase::receipt_of_claim;
  int waiting_insolvency = engine::waiting_insolvency.value();
  int waiting_protracted = engine::waiting_protracted.value();

  // Effect (C12): signed by this day of the month, on its first; later, on the first of the next
  int effect_cutoff_day = engine::effect_cutoff_day.value();  // 1 to 28
  CutoffDay on_cutoff_day = CutoffDay::counts_as_before;

  friend bool operator==(const Terms&, const Terms&) = default;
};

// What is wrong with the terms; each refusal's field is the member's name. Empty: they hold together.
base::Refusals faults(const Terms& terms);

std::span<const base::Rule> terms_rules();

std::string_view to_text(ContractModel value);
std::string_view to_text(Period value);
std::string_view to_text(DeductionOrder value);
std::string_view to_text(AggregateBasis value);
std::string_view to_text(RecoveryAllocation value);
std::string_view to_text(DeclarationBase value);
std::string_view to_text(WaitingBase value);
std::string_view to_text(AfterCancellation value);
std::string_view to_text(CutoffDay value);

// French, as a clause sheet shows them.
std::string_view label(ContractModel value);
std::string_view label(Period value);
std::string_view label(DeductionOrder value);
std::string_view label(AggregateBasis value);
std::string_view label(RecoveryAllocation value);
std::string_view label(DeclarationBase value);
std::string_view label(WaitingBase value);
std::string_view label(AfterCancellation value);
std::string_view label(CutoffDay value);

// From the stored text; null when it is none. `from_text<Period>("monthly")`.
template <class E>
std::optional<E> from_text(std::string_view text);
// The stored texts of an enumeration, parted by commas, for a message that lists them.
template <class E>
std::string texts();

}  // namespace credit::engine
