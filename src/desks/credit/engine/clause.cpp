#include "desks/credit/engine/clause.hpp"

#include "base/assert.hpp"

namespace credit::engine {
namespace {

struct Row {
  Clause clause;
  std::string_view text;
  std::string_view label;
  std::string_view rule;
};

constexpr Row rows[] = {
    {Clause::insurable_turnover, "insurable_turnover", "Chiffre d’affaires assurable", "C3"},
    {Clause::premium_rate, "premium_rate", "Taux de prime", "C15"},
    {Clause::fixed_premium, "fixed_premium", "Prime forfaitaire", "C14"},
    {Clause::minimum_premium, "minimum_premium", "Prime minimale", "C15"},
    {Clause::premium, "premium", "Prime", "C15"},
    {Clause::insurance_tax, "insurance_tax", "Taxe sur les conventions d’assurance", "C15"},
    {Clause::fees, "fees", "Frais", "C15"},
    {Clause::value_added_tax, "value_added_tax", "TVA sur les frais", "C15"},
    {Clause::deposit, "deposit", "Acompte", "C15"},
    {Clause::regularisation, "regularisation", "Régularisation", "C15"},
    {Clause::disbursement_limit, "disbursement_limit", "Limite de décaissement", "C16"},
    {Clause::debt, "debt", "Créance retenue", "C25"},
    {Clause::deduction, "deduction", "Litiges, exclusions et avoirs", "C25"},
    {Clause::maximum_credit_period, "maximum_credit_period", "Durée maximale de crédit", "C16"},
    {Clause::credit_limit, "credit_limit", "Limite de crédit", "C25"},
    {Clause::recovery_before_indemnity, "recovery_before_indemnity", "Récupération avant indemnité", "C25"},
    {Clause::insured_percentage, "insured_percentage", "Quotité garantie", "C16"},
    {Clause::threshold, "threshold", "Seuil d’intervention", "C16"},
    {Clause::deductible, "deductible", "Franchise par sinistre", "C16"},
    {Clause::aggregate_deductible, "aggregate_deductible", "Franchise annuelle globale", "C16"},
    {Clause::indemnity, "indemnity", "Indemnité", "C25"},
    {Clause::recovery_after_indemnity, "recovery_after_indemnity", "Partage des récupérations", "C26"},
    {Clause::due_date, "due_date", "Échéance", "C23"},
    {Clause::extension, "extension", "Prorogation", "C16"},
    {Clause::threat_declaration, "threat_declaration", "Déclaration de menace de sinistre", "C16"},
    {Clause::claim_file, "claim_file", "Demande d’indemnisation", "C16"},
    {Clause::stop_of_deliveries, "stop_of_deliveries", "Arrêt des livraisons", "C23"},
    {Clause::waiting_period, "waiting_period", "Délai de carence", "C16"},
    {Clause::proof_of_claim, "proof_of_claim", "Déclaration de créance au mandataire", "C23"},
    {Clause::retention_of_title, "retention_of_title", "Revendication de propriété", "C23"},
    {Clause::effect, "effect", "Prise d’effet", "C12"},
    {Clause::turnover_declaration, "turnover_declaration", "Déclaration de chiffre d’affaires", "C15"},
    {Clause::margin, "margin", "Marge", "C18"},
    {Clause::corporate_tax, "corporate_tax", "Charge déductible", "C18"},
    {Clause::exposure, "exposure", "Encours", "C7"},
    {Clause::cost, "cost", "Coût", "C7"},
};

const Row& row_of(Clause clause) {
  for (const auto& row : rows)
    if (row.clause == clause) return row;
  MANDAT_ASSERT(!"every clause has a row");
  return rows[0];
}

}  // namespace

std::string_view to_text(Clause clause) { return row_of(clause).text; }
std::string_view label(Clause clause) { return row_of(clause).label; }
std::string_view rule(Clause clause) { return row_of(clause).rule; }

}  // namespace credit::engine
