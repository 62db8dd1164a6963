#include "desks/credit/calc/sentences.hpp"

namespace credit::calc {
namespace {

constexpr web::Sentence rows[] = {
    {"credit.engine.amount_negative", "Ce montant ne peut pas être négatif."},
    {"credit.engine.amount_too_large", "Ce montant est trop grand : {0} au plus."},
    {"credit.engine.amount_zero", "Indiquez un montant supérieur à zéro."},
    {"credit.engine.rate_out_of_range", "Indiquez un taux de {0} à {1}."},
    {"credit.engine.multiple_out_of_range", "Indiquez un multiple de {0} à {1}."},
    {"credit.engine.days_out_of_range", "Indiquez un nombre de jours de {0} à {1}."},
    {"credit.engine.day_of_no_month", "Indiquez un jour du mois, de {0} à {1}."},
    {"credit.engine.too_many", "C’est trop : {0} au plus."},
    {"credit.engine.none_given", "Indiquez-en au moins un."},
    {"credit.engine.percentages_reversed",
     "La quotité des acheteurs non dénommés ne peut pas dépasser celle des acheteurs dénommés."},
    {"credit.engine.two_disbursement_limits",
     "La limite de décaissement est un montant ou un multiple de la prime : n’indiquez qu’un des deux."},
    {"credit.engine.forfait_not_regularised", "Un contrat au forfait n’est pas régularisé : sa prime est fixe."},
    {"credit.engine.exclusions_above_turnover", "Les exclusions dépassent le chiffre d’affaires."},
    {"credit.engine.recovery_above_debt", "Les récupérations dépassent la créance."},
    {"credit.engine.invoices_do_not_add_up",
     "Les factures ne font pas le total de la créance et de l’indemnité : vérifiez leurs montants."},
    {"credit.engine.parts_above_whole", "Cette part dépasse le tout."},
    {"credit.engine.day_before", "Cette date ne peut pas être avant le {0}."},
    {"credit.engine.extension_not_agreed",
     "Au-delà de {0} jours, la prorogation demande l’accord de l’assureur : indiquez-le, ou choisissez une date plus "
     "proche."},
    {"credit.engine.limits_out_of_order", "Classez les limites par date, une par jour."},
};

}  // namespace

std::span<const web::Sentence> sentences() { return rows; }

}  // namespace credit::calc
