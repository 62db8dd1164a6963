#include "desks/credit/offer/offer_figures.hpp"

namespace credit::offer {
namespace {

using engine::Clause;
using engine::Entry;
using engine::known;

Cost cost_of(engine::Worksheet& sheet, const engine::Premium& premium) {
  const auto charge =
      sheet.difference(Entry(Clause::cost, "Charge de l’année"), known("Total à payer", premium.total.value),
                       {known("TVA récupérable", premium.fee_vat.value)});
  const auto saved = sheet.rated(Entry(Clause::corporate_tax, "Impôt économisé"),
                                 known("Impôt sur les sociétés", engine::corporate_tax_rate.value()), charge);
  return {charge, sheet.difference(Entry(Clause::cost, "Coût après impôt"), charge, {saved})};
}

}  // namespace

base::Outcome<Figures> figures_of(const Quote& quote, const Cover& cover) {
  auto premium = engine::premium(quote.premium);
  if (!premium) return premium.refusals();
  auto totals = engine::offer_totals({.exposures = cover.exposures,
                                      .grants = cover.grants,
                                      .terms = quote.premium.terms,
                                      .premium = premium->premium.value,
                                      .total_cost = premium->total.value});
  if (!totals) return totals.refusals();
  Figures figures{std::move(premium).value(), std::move(totals).value(), {}, {}, {}, {}};
  engine::Worksheet cost, provisional;
  figures.cost = cost_of(cost, figures.premium);
  figures.cost_explanation = std::move(cost).steps();
  const auto& terms = quote.premium.terms;
  if (terms.model == engine::ContractModel::turnover_declaration && terms.disbursement_multiple)
    figures.provisional_limit =
        engine::disbursement_limit(provisional, terms, engine::PremiumBasis::deposits, quote.deposits);
  figures.provisional_explanation = std::move(provisional).steps();
  return figures;
}

}  // namespace credit::offer
