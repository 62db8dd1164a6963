// The French sentence of each refusal of the desk: what is wrong, and what to do.
#include "desks/credit/desk.hpp"

namespace credit {
namespace {

constexpr web::Sentence rows[] = {
    {"credit.contact.company_missing", "Indiquez le nom de l’entreprise."},
    {"credit.contact.bad_siren", "Ce SIREN n’est pas valable : vérifiez ses neuf chiffres."},
    {"credit.contact.choice_missing", "Faites un choix."},
    {"credit.contact.person_missing", "Indiquez le nom de votre interlocuteur."},
    {"credit.contact.bad_email", "Cette adresse e-mail n’est pas valable. Exemple : nom@exemple.fr."},
    {"credit.contact.bad_phone", "Ce numéro de téléphone n’est pas valable. Exemple : 06 39 98 12 34."},
    {"credit.contact.unreachable", "Indiquez une adresse e-mail ou un téléphone."},
    {"credit.contact.too_long", "Ce texte est trop long : {0} caractères au plus."},
    {"credit.contact.company_fixed",
     "La police est à la signature ou signée : ce qu’elle dit de l’entreprise n’y change plus. Le contact, si."},
    {"credit.contact.address_needed",
     "L’offre et la police partent par e-mail : remplacez cette adresse plutôt que de l’effacer."},
    {"credit.contact.unknown_colleague", "Choisissez quelqu’un de votre cabinet qui peut agir sur les dossiers."},
    {"credit.placement.unknown", "Ce dossier n’existe pas."},
    {"credit.placement.wrong_step", "Le dossier n’est plus à cette étape : rechargez la page."},
    {"credit.placement.reason_missing", "Choisissez la raison."},
    {"credit.papers.kind_missing", "Choisissez la nature du document."},
    {"credit.papers.missing", "Choisissez le fichier à ajouter."},
    {"credit.portfolio.bad_amount", "Ce montant ne se lit pas. Exemple : 1 234,50."},
    {"credit.portfolio.bad_count", "Indiquez un nombre entier."},
    {"credit.portfolio.bad_day", "Cette date n’existe pas. Écrivez-la sous la forme 21/11/2026."},
    {"credit.portfolio.bad_naf", "Un code NAF a quatre chiffres et une lettre. Exemple : 25.11Z."},
    {"credit.portfolio.exclusions", "Les parts exclues dépassent le chiffre d’affaires : vérifiez l’un et l’autre."},
    {"credit.portfolio.closed", "Ces informations sont déjà transmises : le courtier peut les rouvrir."},
    {"credit.portfolio.incomplete", "Il manque encore : {0}."},
    {"credit.buyer.name_missing", "Indiquez son nom."},
    {"credit.buyer.bad_siren", "Ce SIREN n’est pas valable : vérifiez ses neuf chiffres, ou les quatorze du SIRET."},
    {"credit.buyer.bad_register", "Un numéro de registre a trente chiffres ou lettres au plus."},
    {"credit.buyer.unknown_country", "Choisissez un pays de la liste, ou son code à deux lettres."},
    {"credit.buyer.exposure_missing", "Indiquez l’encours maximal. Exemple : 45 000."},
    {"credit.buyer.bad_terms", "Indiquez un délai de 0 à 365 jours."},
    {"credit.buyer.known", "Cet identifiant est déjà celui de {0} : un acheteur n’est compté qu’une fois."},
    {"credit.buyer.anothers",
     "Cet identifiant est déjà celui de {0}. Si c’est le même acheteur, retirez cette ligne-ci."},
    {"credit.buyer.gone", "Cette ligne n’existe plus : rechargez la page."},
    {"credit.buyer.too_long", "Ce texte est trop long : {0} caractères au plus."},
    {"credit.loss.cause_missing", "Choisissez la cause."},
    {"credit.loss.day", "Indiquez une date de cette année ou des trois précédentes."},
    {"credit.loss.year", "Un impayé de {0} est noté, ou cette année n’est pas demandée : rechargez la page."},
    {"credit.test.no_insurer", "Choisissez au moins un assureur."},
    {"credit.test.bad_due_day", "Choisissez un jour d’aujourd’hui à {0} jours."},
    {"credit.test.bad_email", "L’adresse e-mail de {0} n’est pas valable."},
    {"credit.test.unreachable", "Indiquez l’adresse e-mail de {0}."},
    {"credit.test.no_buyer", "Aucun acheteur n’a d’identifiant : complétez la liste avant d’interroger les assureurs."},
    {"credit.test.names_client", "« {0} » fait reconnaître le client, et le test est anonyme : retirez-le."},
    {"credit.test.no_mandate",
     "Le mandat de placement n’est pas au dossier : notez sa date dans le devoir de conseil, ou gardez le test "
     "anonyme."},
    {"credit.test.named_first",
     "Interrogez d’abord sous anonymat, puis clôturez le test : {0}. Le nom du client se donne ensuite."},
    {"credit.test.list_moved", "La liste des acheteurs vient de changer : relisez-la, puis envoyez le test."},
    {"credit.test.bad_asked", "{0} : ce montant ne se lit pas. Exemple : 45 000."},
    {"credit.test.nobody", "Gardez un acheteur au moins : indiquez le montant à demander."},
    {"credit.test.running", "Un test à blanc est déjà en cours : clôturez-le avant d’en lancer un autre."},
    {"credit.submission.unknown", "Ce test à blanc n’existe pas."},
    {"credit.submission.closed",
     "Ce test à blanc est clos : votre réponse n’a pas été prise. Contactez le courtier pour la lui donner."},
    {"credit.submission.reason_missing", "Dites pourquoi en quelques mots."},
    {"credit.answer.amount_missing", "{0} : indiquez le montant accordé."},
    {"credit.answer.bad_amount", "{0} : ce montant ne se lit pas. Exemple : 45 000."},
    {"credit.answer.condition_missing", "{0} : indiquez la condition."},
    {"credit.answer.bad_day", "Choisissez un jour à venir."},
    {"credit.answer.changed", "{0} : {1} a répondu entre-temps ({2}). Vérifiez, puis enregistrez à nouveau."},
};

}  // namespace

std::span<const web::Sentence> sentences() { return rows; }

}  // namespace credit
