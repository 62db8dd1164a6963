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
    {"motor.file.unknown", "Ce dossier n’existe pas."},
    {"motor.file.not_now", "L’état du dossier ne le permet pas, ou ne le permet plus."},
    {"motor.file.reason_missing", "Indiquez le motif : les deux parties le liront."},
    {"motor.file.reason_too_long", "Ce motif est trop long : 500 caractères au plus."},
    {"motor.file.reference_taken", "Un de vos dossiers porte déjà le numéro {0}."},
    {"motor.file.not_enrolled",
     "Votre cabinet n’a pas encore de code : un administrateur doit l’ouvrir aux réparateurs."},
};

}  // namespace

std::span<const web::Sentence> sentences() { return rows; }

}  // namespace motor
