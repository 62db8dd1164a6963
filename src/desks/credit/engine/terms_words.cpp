#include <string>

#include "base/words.hpp"
#include "desks/credit/engine/terms.hpp"

namespace credit::engine {
namespace {

using base::Word;

constexpr Word<ContractModel> models[] = {
    {ContractModel::forfait, "forfait", "Forfait"},
    {ContractModel::turnover_declaration, "turnover_declaration", "Déclaration de chiffre d’affaires"},
};
constexpr Word<Period> periods[] = {
    {Period::monthly, "monthly", "Chaque mois"},
    {Period::quarterly, "quarterly", "Chaque trimestre"},
    {Period::yearly, "yearly", "Chaque année"},
};
constexpr Word<DeductionOrder> orders[] = {
    {DeductionOrder::franchise_first, "franchise_first", "Franchise, puis quotité"},
    {DeductionOrder::percentage_first, "percentage_first", "Quotité, puis franchise"},
};
constexpr Word<AggregateBasis> bases[] = {
    {AggregateBasis::before_percentage, "before_percentage", "Pertes avant quotité"},
    {AggregateBasis::after_percentage, "after_percentage", "Pertes après quotité"},
};
constexpr Word<RecoveryAllocation> allocations[] = {
    {RecoveryAllocation::pro_rata, "pro_rata", "Au prorata"},
    {RecoveryAllocation::uncovered_first, "uncovered_first", "D’abord sur la part non garantie"},
    {RecoveryAllocation::oldest_invoice_first, "oldest_invoice_first", "D’abord sur la facture la plus ancienne"},
};
constexpr Word<DeclarationBase> declaration_bases[] = {
    {DeclarationBase::due_date, "due_date", "Échéance"},
    {DeclarationBase::extended_due_date, "extended_due_date", "Échéance prorogée"},
    {DeclarationBase::maximum_credit_period, "maximum_credit_period", "Facture + durée maximale de crédit"},
};
constexpr Word<WaitingBase> waiting_bases[] = {
    {WaitingBase::receipt_of_claim, "receipt_of_claim", "Réception de la demande"},
    {WaitingBase::admission_of_claim, "admission_of_claim", "Admission de la créance"},
};
constexpr Word<AfterCancellation> fallbacks[] = {
    {AfterCancellation::no_cover, "no_cover", "Plus de couverture"},
    {AfterCancellation::unnamed_cover, "unnamed_cover", "Non-dénommé"},
};
constexpr Word<CutoffDay> cutoff_days[] = {
    {CutoffDay::counts_as_before, "before", "Effet le mois même"},
    {CutoffDay::counts_as_after, "after", "Effet le mois suivant"},
};

template <class E, std::size_t N>
std::string listed(const Word<E> (&words)[N]) {
  std::string all;
  for (const auto& word : words) all += (all.empty() ? "" : ", ") + std::string(word.text);
  return all;
}

}  // namespace

std::string_view to_text(ContractModel value) { return base::word_of(models, value).text; }
std::string_view to_text(Period value) { return base::word_of(periods, value).text; }
std::string_view to_text(DeductionOrder value) { return base::word_of(orders, value).text; }
std::string_view to_text(AggregateBasis value) { return base::word_of(bases, value).text; }
std::string_view to_text(RecoveryAllocation value) { return base::word_of(allocations, value).text; }
std::string_view to_text(DeclarationBase value) { return base::word_of(declaration_bases, value).text; }
std::string_view to_text(WaitingBase value) { return base::word_of(waiting_bases, value).text; }
std::string_view to_text(AfterCancellation value) { return base::word_of(fallbacks, value).text; }
std::string_view to_text(CutoffDay value) { return base::word_of(cutoff_days, value).text; }

std::string_view label(ContractModel value) { return base::word_of(models, value).label; }
std::string_view label(Period value) { return base::word_of(periods, value).label; }
std::string_view label(DeductionOrder value) { return base::word_of(orders, value).label; }
std::string_view label(AggregateBasis value) { return base::word_of(bases, value).label; }
std::string_view label(RecoveryAllocation value) { return base::word_of(allocations, value).label; }
std::string_view label(DeclarationBase value) { return base::word_of(declaration_bases, value).label; }
std::string_view label(WaitingBase value) { return base::word_of(waiting_bases, value).label; }
std::string_view label(AfterCancellation value) { return base::word_of(fallbacks, value).label; }
std::string_view label(CutoffDay value) { return base::word_of(cutoff_days, value).label; }

template <>
std::optional<ContractModel> from_text(std::string_view text) {
  return base::value_of(models, text);
}
template <>
std::optional<Period> from_text(std::string_view text) {
  return base::value_of(periods, text);
}
template <>
std::optional<DeductionOrder> from_text(std::string_view text) {
  return base::value_of(orders, text);
}
template <>
std::optional<AggregateBasis> from_text(std::string_view text) {
  return base::value_of(bases, text);
}
template <>
std::optional<RecoveryAllocation> from_text(std::string_view text) {
  return base::value_of(allocations, text);
}
template <>
std::optional<DeclarationBase> from_text(std::string_view text) {
  return base::value_of(declaration_bases, text);
}
template <>
std::optional<WaitingBase> from_text(std::string_view text) {
  return base::value_of(waiting_bases, text);
}
template <>
std::optional<AfterCancellation> from_text(std::string_view text) {
  return base::value_of(fallbacks, text);
}
template <>
std::optional<CutoffDay> from_text(std::string_view text) {
  return base::value_of(cutoff_days, text);
}

template <>
std::string texts<ContractModel>() {
  return listed(models);
}
template <>
std::string texts<Period>() {
  return listed(periods);
}
template <>
std::string texts<DeductionOrder>() {
  return listed(orders);
}
template <>
std::string texts<AggregateBasis>() {
  return listed(bases);
}
template <>
std::string texts<RecoveryAllocation>() {
  return listed(allocations);
}
template <>
std::string texts<DeclarationBase>() {
  return listed(declaration_bases);
}
template <>
std::string texts<WaitingBase>() {
  return listed(waiting_bases);
}
template <>
std::string texts<AfterCancellation>() {
  return listed(fallbacks);
}
template <>
std::string texts<CutoffDay>() {
  return listed(cutoff_days);
}

}  // namespace credit::engine
