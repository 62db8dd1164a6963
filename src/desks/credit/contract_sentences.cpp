// The French sentence of each refusal, from the offer to the signed policy.
#include "desks/credit/contracting.hpp"

namespace credit {
namespace {

constexpr web::Sentence rows[] = {
    {"credit.offer.bad_amount", "Ce montant ne se lit pas. Exemple : 1 234,50."},
    {"credit.offer.bad_percent", "Ce nombre ne se lit pas. Exemple : 0,25."},
    {"credit.offer.bad_count", "Indiquez un nombre entier."},
    {"credit.offer.choice_missing", "Faites un choix."},
    {"credit.offer.bad_issue_day", "Indiquez la date de l’offre, au plus tard aujourd’hui."},
    {"credit.offer.bad_last_day", "La validité se termine le jour de l’offre ou après."},
    {"credit.turnover.unknown_period", "Cette période n’est pas de la police : rechargez la page."},
    {"credit.turnover.not_over", "Cette période n’est pas finie : déclarez-la ensuite."},
    {"credit.turnover.year_whole",
     "L’année est déclarée en entier et régularisée : voyez l’assureur pour la corriger."},
    {"credit.turnover.bad_amount",
     "Indiquez le chiffre d’affaires HT de la période, 0 s’il n’y en a pas. Exemple : 812 500."},
    {"credit.simulation.bad_day", "Indiquez la date de la facture. Exemple : 27/11/2026."},
    {"credit.simulation.bad_term", "Indiquez un délai en jours. Exemple : 45."},
    {"credit.offer.line_name_missing", "Donnez un nom à cette ligne, en 60 caractères au plus."},
    {"credit.offer.turnover_missing", "Indiquez le chiffre d’affaires assurable d’une ligne au moins, et son taux."},
    {"credit.offer.note_too_long", "Ce texte est trop long : {0} caractères au plus."},
    {"credit.offer.unknown", "Cette offre n’existe pas."},
    {"credit.offer.unknown_insurer", "Choisissez l’assureur."},
    {"credit.offer.already_there", "{0} a déjà une offre ici : ouvrez-la et enregistrez une nouvelle version."},
    {"credit.offer.too_late",
     "Ce dossier ne prend plus d’offre : le client en a accepté une, ou le dossier est clos. Si la signature échoue, "
     "les offres reprennent. Ce que vous avez saisi est encore là : gardez-le avant de quitter la page."},
    {"credit.offer.client_decides",
     "Le client décide d’une offre : reprenez d’abord la main sur elle, puis enregistrez cette version. Ce que vous "
     "avez "
     "saisi est encore là."},
    {"credit.offer.wrong_state", "Cette offre n’est plus dans cet état : rechargez la page."},
    {"credit.offer.advice_incomplete", "Avant de proposer une offre, complétez le devoir de conseil : {0}."},
    {"credit.offer.advice_on_another",
     "Le conseil motivé ne nomme pas {0} : dites pourquoi vous recommandez son offre, puis proposez-la."},
    {"credit.offer.no_email",
     "Le client n’a pas d’adresse e-mail : complétez son contact avant de lui proposer l’offre."},
    {"credit.offer.over",
     "Cette offre a expiré le {0} : demandez à l’assureur de la confirmer, et notez sa confirmation."},
    {"credit.offer.bad_until", "Choisissez un jour d’aujourd’hui à un an."},
    {"credit.offer.bad_call_time", "Indiquez un jour et une heure. Exemple : 27/11/2026, 09:30."},
    {"credit.offer.text_missing", "Remplissez ce champ, en 1 000 caractères au plus."},
    {"credit.offer.answer_missing", "Choisissez ACCEPTER ou REFUSER."},
    {"credit.offer.acknowledgement_missing",
     "Pour accepter, il faut avoir reçu l’information du courtier et son conseil : cochez la case."},
    {"credit.offer.bad_mail_time", "Indiquez quand l’e-mail est arrivé : après l’offre, et au plus tard maintenant."},
    {"credit.acceptance.bad_day", "Indiquez une date, au plus tard aujourd’hui."},
    {"credit.acceptance.text_too_long", "Ce texte est trop long : {0} caractères au plus."},
    {"credit.policy.unknown", "Cette police n’existe pas."},
    {"credit.policy.wrong_state", "La police n’est plus dans cet état : rechargez la page."},
    {"credit.policy.number_missing", "Indiquez le numéro de la police, en 40 caractères au plus."},
    {"credit.policy.file_missing", "Choisissez le PDF de la police."},
    {"credit.policy.proof_missing", "Choisissez la preuve de signature."},
    {"credit.policy.signatory_missing", "Indiquez le nom de qui signe."},
    {"credit.policy.bad_email", "Cette adresse e-mail n’est pas valable. Exemple : nom@exemple.fr."},
    {"credit.policy.bad_phone", "Ce numéro de téléphone n’est pas valable. Exemple : 06 39 98 12 34."},
    {"credit.policy.bad_day", "Indiquez une date, au plus tard aujourd’hui."},
    {"credit.policy.item_missing", "Ce point de la prise en main n’existe pas : rechargez la page."},
    {"credit.policy.text_too_long", "Ce texte est trop long : {0} caractères au plus."},
    {"credit.policy.too_many_codes",
     "Trop de codes ont été envoyés : demandez à votre courtier un nouveau lien de signature."},
    {"credit.policy.signature_over", "La signature n’est plus attendue par ce lien."},
    {"credit.policy.answer_missing", "Choisissez SIGNER ou REFUSER."},
    {"credit.policy.consent_missing", "Pour signer, cochez la case qui dit votre accord."},
    {"credit.policy.wrong_code", "Ce code n’est pas le bon. Essais restants : {0}."},
    {"credit.policy.stale_code", "Ce code ne vaut plus : demandez-en un nouveau."},
    {"credit.policy.spent_code", "Trop d’essais : demandez un nouveau code."},
    {"credit.prospect.bad_identifier",
     "Ce SIREN n’est pas valable : vérifiez ses neuf chiffres, ou les quatorze du SIRET."},
};

}  // namespace

std::span<const web::Sentence> contract_sentences() { return rows; }

}  // namespace credit
