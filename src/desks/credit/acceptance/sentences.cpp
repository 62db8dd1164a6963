#include "desks/credit/acceptance/sentences.hpp"

namespace credit::acceptance {
namespace {

constexpr web::Sentence rows[] = {
    {"credit.acceptance.offer_expired",
     "Cette offre a expiré le {0} : demandez à l’assureur de la confirmer, et notez sa confirmation."},
    {"credit.acceptance.offer_not_begun", "Cette offre ne commence que le {0}."},
    {"credit.acceptance.vigilance_incomplete",
     "La signature attend : {0}. Complétez le dossier, ou motivez pourquoi passer outre."},
    {"credit.acceptance.assets_frozen",
     "Une personne figure au registre des gels d’avoirs : la police ne peut pas être signée."},
    {"credit.acceptance.override_reason_too_short", "Expliquez en {0} caractères au moins pourquoi passer outre."},
};

}  // namespace

std::span<const web::Sentence> sentences() { return rows; }

}  // namespace credit::acceptance
