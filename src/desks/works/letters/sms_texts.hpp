// What the desk's SMS say unless an administrator changes it. GSM-7, one segment where it can be.
#pragma once

#include "floor/sms_templates/sms_template.hpp"

namespace works::letters::sms_texts {

using sms_templates::Template;
using sms_templates::Variable;

inline constexpr Variable job{"chantier", "métiers et commune", "Plomberie à Lyon 3e Arrondissement"};
inline constexpr Variable reference{"dossier", "référence du dossier", "T-2026-000123"};
inline constexpr Variable due{"echeance", "dernier moment pour agir", "mer. 25 nov. 2026, 09:12"};
inline constexpr Variable page{"page", "page du chantier, dans l’espace de l’entreprise",
                               "https://mandat.example.fr/chantiers/191463274258432000"};

inline constexpr Variable request_variables[] = {
    job,
    due,
    {"lien", "page où il répond", "https://mandat.example.fr/m/1c9w2f4k8m3zt.7h2q9d5x0r6n8b4j3k5m7p9s",
     Variable::Need::kept}};
inline constexpr Template request{
    "works.request", "Demande de chantier", "À l’entreprise, quand un courtier la mandate.",
    "Mandat : chantier {chantier}. Répondez avant {echeance} : {lien}", request_variables};

inline constexpr Variable accepted_variables[] = {
    reference,
    {"client", "nom de l’assuré", "Jeanne Martin", Variable::Need::kept},
    {"telephone", "son téléphone", "+33612345678", Variable::Need::kept},
    {"adresse", "adresse du chantier", "12 rue de Créqui, 69003 Lyon 3e Arrondissement", Variable::Need::kept},
    due,
    page};
inline constexpr Template accepted{
    "works.accepted", "Chantier accepté", "À l’entreprise, dès qu’elle accepte : les coordonnées du client.",
    "Mandat : chantier {dossier} accepté. Client : {client}, {telephone}, {adresse}. Devis avant {echeance} : "
    "{page}",
    accepted_variables};

inline constexpr Variable job_alone[] = {job};
inline constexpr Template refused{"works.refused", "Refus enregistré", "À l’entreprise qui refuse un chantier.",
                                  "Mandat : votre refus du chantier {chantier} est enregistré. Merci de votre réponse.",
                                  job_alone};
inline constexpr Template withdrawn{"works.withdrawn", "Chantier retiré", "À l’entreprise à qui le courtier le retire.",
                                    "Mandat : le chantier {chantier} vous est retiré par le courtier.", job_alone};

inline constexpr Variable reminder_variables[] = {reference, job, due, page};
inline constexpr Template quote_reminder{
    "works.quote_reminder", "Devis attendu", "À l’entreprise, deux jours avant la fin du délai et le dernier jour.",
    "Mandat : votre devis pour {dossier} est attendu avant {echeance} : {page}", reminder_variables};

inline constexpr Template quote_asked_again{
    "works.quote_asked_again", "Nouveau devis demandé",
    "À l’entreprise, quand le courtier lui demande un autre devis que celui que l’assureur a refusé.",
    "Mandat : nouveau devis demandé pour {dossier}, à déposer avant {echeance} : {page}", reminder_variables};

inline constexpr Variable agreed_variables[] = {reference, {"montant", "montant validé HT", "1 234,50 €"}};
inline constexpr Template quote_agreed{
    "works.quote_agreed", "Devis validé", "À l’entreprise, quand l’assureur valide son devis.",
    "Mandat : devis {dossier} validé par l'assureur pour {montant} HT. Vous pouvez démarrer.", agreed_variables};

inline constexpr Variable closure_variables[] = {reference, page};
inline constexpr Template closure_chase{
    "works.closure_chase", "Chantier à clore", "À l’entreprise qui tarde à clore un chantier validé.",
    "Mandat : avez-vous été payé pour {dossier} ? Clôturez le chantier : {page}", closure_variables};

inline constexpr Template all[] = {request,        accepted,          refused,      withdrawn,
                                   quote_reminder, quote_asked_again, quote_agreed, closure_chase};

}  // namespace works::letters::sms_texts
