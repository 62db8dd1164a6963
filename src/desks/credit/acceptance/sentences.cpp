#include "desks/credit/acceptance/sentences.hpp"

namespace credit::acceptance {
namespace {

constexpr web::Sentence rows[] = {
    {"credit.acceptance.offer_expired",
     "Cette offre a expiré le {0} : demandez à l’assureur de la confirmer, et notez sa confirmation."},
    {"credit.acceptance.offer_not_begun", "Cette offre ne commence que le {0}."},
    {"credit.acceptance.vigilance_incomplete",
     "La signature attend : {0}. Complétez la vigilance, ou motivez pourquoi passer outre."},
    {"credit.acceptance.assets_frozen",
     "Une personne figure au registre des gels d’avoirs : la police ne peut pas être signée."},
    {"credit.acceptance.advice_given",
     "Ce conseil a été remis au client : reprenez d’abord la proposition, ou revenez sur l’accord."},
    {"credit.acceptance.advice_unacknowledged",
     "La signature attend l’accusé de réception du conseil par le client. Manque : {0}."},
    {"credit.acceptance.override_reason_too_short", "Expliquez en {0} caractères au moins pourquoi passer outre."},
};

}  // namespace

std::span<const web::Sentence> sentences() { return rows; }

}  // namespace credit::acceptance
