#include "desks/works/file/document_words.hpp"

#include <utility>

namespace works::file {

std::string_view document_label(std::string_view kind) {
  constexpr std::pair<std::string_view, std::string_view> words[] = {
      {"photo", "Photo"},
      {"claim_document", "Pièce du sinistre"},
      {"quote", "Devis"},
      {"invoice", "Facture"},
      {"before_photo", "Photo avant travaux"},
      {"after_photo", "Photo après travaux"},
      {"certificate", "Attestation d’assurance"},
      {"acceptance_report", "Procès-verbal de réception"},
      {"insurer_paper", "Courrier ou rapport de l’assureur"},
      {"signed_quote", "Devis signé par l’assuré"},
      {"payment_delegation", "Délégation de paiement signée"},
  };
  for (const auto& [known, label] : words)
    if (known == kind) return label;
  return "Document";
}

}  // namespace works::file
