// The French sentence of each refusal of the desk: what is wrong, and what to do.
#include "desks/motor/desk.hpp"

namespace motor {
namespace {

constexpr web::Sentence rows[] = {
    {"motor.cabinet.bad_code", "Donnez un code de 2 à 20 lettres capitales ou chiffres. Exemple : ATMOS."},
    {"motor.cabinet.code_taken", "Ce code est celui d’un autre cabinet : choisissez-en un autre."},
    {"motor.attachment.unknown", "Ce rattachement n’existe pas."},
    {"motor.attachment.decided", "Ce rattachement est déjà décidé."},
    {"motor.attachment.reason_missing", "Indiquez le motif : le réparateur le lira. 500 caractères au plus."},
    {"motor.account.already_attached", "Ce cabinet connaît déjà cet établissement, ou sa demande est en cours."},
    {"motor.file.unknown", "Ce dossier n’existe pas."},
    {"motor.file.not_now", "L’état du dossier ne le permet pas, ou ne le permet plus."},
    {"motor.file.event_missing", "Choisissez ce qui se passe."},
    {"motor.file.conformity_missing",
     "Véhicule VE ou VGE : pas de livraison avant le rapport de conformité. Postez-le d’abord (C. route L327-5)."},
    {"motor.file.flag_not_now", "Ce signalement ne convient pas, ou plus, à ce dossier."},
    {"motor.file.flag_missing", "Choisissez le signalement."},
    {"motor.document.unknown", "Ce document n’existe pas."},
    {"motor.document.nothing_sent", "Choisissez au moins un fichier PDF."},
    {"motor.document.one_invoice", "Envoyez une facture à la fois : le total de chacune vous est demandé."},
    {"motor.document.file_closed", "Le dossier est terminé : demandez au cabinet de le rouvrir."},
    {"motor.document.kind_missing", "Choisissez le type de document."},
    {"motor.document.amount_missing", "Indiquez le total TTC. Exemple : 1 234,50."},
    {"motor.document.day_missing", "Indiquez jusqu’à quand la prise en charge est valable."},
    {"motor.document.choice_missing", "Choisissez une réponse."},
    {"motor.document.reason_missing", "Indiquez le motif : l’autre partie le lira."},
    {"motor.document.already_judged", "Ce document est déjà jugé."},
    {"motor.document.not_a_report", "Seul un rapport appelle un accord ou un désaccord."},
    {"motor.document.draft_gone", "Cet envoi a expiré : choisissez à nouveau la facture."},
    {"motor.file.reason_missing", "Indiquez le motif : les deux parties le liront."},
    {"motor.file.reason_too_long", "Ce motif est trop long : 500 caractères au plus."},
    {"motor.file.reference_taken", "Un de vos dossiers porte déjà le numéro {0}."},
    {"motor.file.not_enrolled",
     "Votre cabinet n’a pas encore de code : un administrateur doit l’ouvrir aux réparateurs."},
    {"motor.help.nothing_said", "Écrivez votre message, ou indiquez le dossier qui manque."},
    {"motor.help.too_long", "C’est trop long : {0} caractères au plus."},
    {"motor.help.too_many",
     "Plusieurs de vos messages attendent déjà la réponse de ce cabinet : laissez-lui le temps."},
    {"motor.help.firm_missing", "Choisissez un cabinet auquel vous avez demandé un rattachement."},
    {"motor.help.answer_missing", "Écrivez votre réponse : le réparateur la lira."},
    {"motor.help.answered", "Quelqu’un a déjà répondu à ce signalement."},
    {"motor.help.unknown", "Ce signalement n’existe pas."},
    {"motor.rates.unknown", "Ces tarifs n’existent pas."},
    {"motor.rates.bad_price", "« {0} » n’est pas un nombre : écrivez par exemple 62,50."},
    {"motor.rates.letter_for_zero", "« {0} » contient la lettre O à la place d’un zéro."},
    {"motor.rates.too_high", "C’est plus que {0}, le plus haut admis."},
    {"motor.rates.empty_grid", "La grille est vide : remplissez au moins une case."},
    {"motor.rates.company_missing", "Donnez le nom de la compagnie."},
    {"motor.rates.company_twice", "{0} est déjà dans la grille."},
    {"motor.rates.company_too_long", "Ce nom est trop long : {0} caractères au plus."},
    {"motor.rates.too_many_companies", "La grille a {0} compagnies au plus."},
    {"motor.rates.bad_day", "Cette date n’existe pas. Exemple : 21/11/2026."},
    {"motor.rates.day_over", "Cette date est passée : un tarif s’applique au plus tôt aujourd’hui."},
    {"motor.rates.make_too_long", "Cette marque est trop longue : 40 caractères au plus."},
    {"motor.rates.unknown_place", "Choisissez un de vos établissements."},
};

}  // namespace

std::span<const web::Sentence> sentences() { return rows; }

}  // namespace motor
