// The French sentence of each refusal of the desk: what is wrong, and what to do.
#include "desks/works/desk.hpp"

namespace works {
namespace {

constexpr web::Sentence rows[] = {
    {"works.claim.kind_missing", "Choisissez la nature du sinistre."},
    {"works.claim.bad_day", "Cette date n’existe pas. Écrivez-la sous la forme 21/11/2026."},
    {"works.claim.loss_in_future", "La date du sinistre ne peut pas être dans le futur."},
    {"works.claim.needed_in_past", "Choisissez aujourd’hui ou un jour à venir."},
    {"works.claim.insured_name_missing", "Indiquez le nom de l’assuré."},
    {"works.claim.bad_phone", "Ce numéro de téléphone n’est pas valable. Exemple : 06 39 98 12 34."},
    {"works.claim.bad_email", "Cette adresse e-mail n’est pas valable. Exemple : nom@exemple.fr."},
    {"works.claim.address_missing", "Indiquez l’adresse du chantier."},
    {"works.claim.unknown_postal_code", "Ce code postal n’existe pas. Il a cinq chiffres, par exemple 69003."},
    {"works.claim.commune_missing", "Plusieurs communes ont ce code postal : choisissez la bonne."},
    {"works.claim.description_leaks",
     "Retirez les numéros de téléphone et adresses e-mail : l’entreprise lit ce texte avant d’accepter."},
    {"works.claim.text_too_long", "Ce texte est trop long : {0} caractères au plus."},
    {"works.claim.trade_missing", "Choisissez au moins un métier."},
    {"works.claim.lot_numbers_skip", "Numérotez les lots sans trou : lot 1, puis lot 2…"},
    {"works.claim.unknown_insurer", "Choisissez une compagnie de la liste, ou laissez vide."},
    {"works.claim.insured_not_informed", "Informez l’assuré, puis cochez cette case."},
    {"works.claim.unknown", "Ce dossier n’existe pas."},
    {"works.lot.unknown", "Ce lot n’existe pas."},
    {"works.mandate.unknown", "Cette demande n’existe pas."},
    {"works.mandate.unknown_firm", "Choisissez une entreprise de la liste."},
    {"works.mandate.lot_taken", "Une entreprise est déjà mandatée pour ce lot. Retirez-lui d’abord le chantier."},
    {"works.mandate.lot_not_assignable", "Ce lot n’attend pas d’entreprise."},
    {"works.mandate.firm_excluded", "Cette entreprise ne peut plus être mandatée : {0}. Choisissez-en une autre."},
    {"works.mandate.no_longer_open", "Ce n’est plus possible : la demande a changé entre-temps."},
    {"works.mandate.choice_required", "Choisissez ACCEPTER ou REFUSER."},
    {"works.mandate.reason_required", "Indiquez un motif."},
    {"works.mandate.reason_too_long", "Ce motif est trop long : 500 caractères au plus."},
    {"works.quote.unknown", "Ce devis n’existe pas."},
    {"works.quote.not_awaited", "Aucun devis n’est attendu sur ce chantier."},
    {"works.quote.wrong_state", "Ce devis a changé entre-temps. Rechargez la page."},
    {"works.quote.total_below_net", "Le total TTC ne peut pas être inférieur au total HT."},
    {"works.quote.insurer_address_missing", "Indiquez l’adresse e-mail du gestionnaire. Exemple : sinistres@exemple.fr."},
    {"works.quote.same_amount", "C’est le montant du devis : choisissez « Devis validé »."},
    {"works.quote.amount_missing", "Indiquez le montant accordé."},
    {"works.quote.day_in_future", "Cette date ne peut pas être dans le futur."},
    {"works.quote.not_agreed_yet", "L’assureur n’a pas encore validé ce devis."},
    {"works.closure.quote_not_agreed", "L’accord de l’assureur n’est pas encore enregistré : la clôture viendra après."},
    {"works.closure.job_not_open", "Ce chantier n’est plus ouvert."},
    {"works.closure.already_ended", "Ce dossier est déjà terminé."},
    {"works.closure.reimbursement_in_future", "La date de remboursement ne peut pas être dans le futur."},
    {"works.closure.reimbursement_missing", "Indiquez la date du remboursement par l’assureur."},
    {"works.closure.job_already_closed", "Un chantier est déjà clos : le dossier ne peut plus être classé sans suite."},
    {"works.task.unknown", "Cette tâche n’existe pas, ou elle est déjà traitée."},
    {"works.task.outcome_required", "Dites ce qui a été fait."},
    {"works.tradesman.unknown", "Votre entreprise n’est pas inscrite comme artisan."},
    {"works.tradesman.unknown_postal_code", "Ce code postal n’existe pas. Il a cinq chiffres, par exemple 69003."},
    {"works.tradesman.commune_missing", "Plusieurs communes ont ce code postal : choisissez la vôtre."},
    {"works.tradesman.bad_radius", "Indiquez un nombre entier de kilomètres, de {0} à {1}."},
    {"works.tradesman.no_working_day", "Cochez au moins un jour. Si vous arrêtez un temps, ajoutez plutôt une absence."},
    {"works.tradesman.absence_day_missing", "Indiquez un jour du calendrier."},
    {"works.tradesman.absence_backwards", "Le dernier jour ne peut pas être avant le premier."},
    {"works.tradesman.absence_over", "Cette absence est déjà passée : choisissez aujourd’hui ou un jour à venir."},
    {"works.typed.bad_amount", "Ce montant n’est pas valable. Exemple : 1 234,50."},
    {"works.typed.amount_required", "Indiquez le montant. Exemple : 1 234,50."},
    {"works.typed.bad_day", "Cette date n’existe pas. Écrivez-la sous la forme 21/11/2026."},
    {"works.typed.choice_missing", "Faites un choix."},
    {"works.typed.file_missing", "Joignez le fichier PDF."},
};

}  // namespace

std::span<const web::Sentence> sentences() { return rows; }

}  // namespace works
