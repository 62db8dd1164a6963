#include "desks/credit/file/fact_words.hpp"

namespace credit::file {
namespace {

using web::ui::Icon;
using web::ui::Tone;

constexpr audit::FactWord words[] = {
    {"credit.placement.opened", "Premier contact, dossier ouvert", Icon::phone, Tone::info},
    {"credit.placement.information_complete", "Informations complètes", Icon::circle_check, Tone::good},
    {"credit.placement.information_closed", "Informations closes en l’état", Icon::alert, Tone::warn},
    {"credit.placement.corrected", "Contact ou entreprise corrigés", Icon::edit, Tone::neutral},
    {"credit.placement.handed_over", "Dossier confié à un collègue", Icon::user, Tone::neutral},
    {"credit.placement.information_reopened", "Informations à compléter", Icon::edit, Tone::warn},
    {"credit.placement.assembled", "Dossier monté", Icon::file, Tone::good},
    {"credit.placement.sent", "Test à blanc lancé", Icon::send, Tone::info},
    {"credit.placement.space", "Rattaché à l’espace de l’entreprise", Icon::shield, Tone::good},
    {"credit.placement.paper_kept", "Pièce ajoutée au dossier", Icon::paperclip, Tone::neutral},
    {"credit.questionnaire.sent", "Questionnaire envoyé à l’entreprise", Icon::send, Tone::info},
    {"credit.questionnaire.chased", "Questionnaire relancé", Icon::refresh, Tone::warn},
    {"credit.questionnaire.withdrawn", "Lien du questionnaire retiré", Icon::lock, Tone::mute},
    {"credit.insurer.changed", "Annuaire des assureurs modifié", Icon::edit, Tone::neutral},
    {"credit.test.link_withdrawn", "Lien retiré à {insurer}", Icon::lock, Tone::mute},
    {"credit.portfolio.imported", "Liste d’acheteurs importée", Icon::upload, Tone::neutral},
    {"credit.test.sent", "Envoyé à {insurer}", Icon::send, Tone::neutral},
    {"credit.test.seen", "Reçu par {insurer}", Icon::eye, Tone::info},
    {"credit.test.answered", "{insurer} a répondu", Icon::circle_check, Tone::good},
    {"credit.test.declined", "{insurer} décline", Icon::ban, Tone::warn},
    {"credit.test.chased", "{insurer} relancé", Icon::refresh, Tone::warn},
    {"credit.test.silent", "Délai passé, {insurer} n’a pas fini de répondre", Icon::clock, Tone::bad},
    {"credit.test.closed", "Test à blanc clos", Icon::lock, Tone::good},
    {"credit.offer.received", "Offre reçue de {insurer}", Icon::inbox, Tone::info},
    {"credit.offer.revised", "{insurer} : nouvelle version de l’offre", Icon::edit, Tone::info},
    {"credit.offer.confirmed", "{insurer} confirme son offre", Icon::circle_check, Tone::good},
    {"credit.offer.withdrawn", "{insurer} retire son offre", Icon::ban, Tone::warn},
    {"credit.offer.call_booked", "Appel prévu avec l’arbitre de {insurer}", Icon::phone, Tone::neutral},
    {"credit.offer.call_noted", "Appel avec l’arbitre de {insurer} noté", Icon::phone, Tone::info},
    {"credit.offer.recommended", "Offre de {insurer} proposée au client", Icon::send, Tone::info},
    {"credit.offer.warned", "L’offre de {insurer} expire bientôt : rappel", Icon::clock, Tone::warn},
    {"credit.offer.expired", "L’offre de {insurer} a expiré", Icon::hourglass, Tone::bad},
    {"credit.offer.accepted", "Offre de {insurer} acceptée par le client", Icon::circle_check, Tone::good},
    {"credit.offer.declined", "Offre de {insurer} refusée par le client", Icon::x, Tone::warn},
    {"credit.placement.compared_again", "Proposition reprise, offres comparées à nouveau", Icon::refresh, Tone::warn},
    {"credit.advice.saved", "Conseil motivé enregistré", Icon::message, Tone::neutral},
    {"credit.advice.acknowledged", "Le client accuse réception du conseil", Icon::check, Tone::good},
    {"credit.vigilance.saved", "Vigilance enregistrée", Icon::shield, Tone::neutral},
    {"credit.vigilance.overridden", "Vigilance : il est passé outre, motif écrit", Icon::alert, Tone::warn},
    {"credit.policy.issued", "Police de {insurer} établie", Icon::file, Tone::good},
    {"credit.policy.issued_again", "Police de {insurer} remplacée", Icon::file, Tone::info},
    {"credit.policy.sent", "Police de {insurer} envoyée en signature", Icon::send, Tone::info},
    {"credit.policy.code_sent", "Code de signature envoyé", Icon::key, Tone::neutral},
    {"credit.policy.code_verified", "Code de signature saisi", Icon::key, Tone::info},
    {"credit.policy.signed", "Police de {insurer} signée", Icon::circle_check, Tone::good},
    {"credit.policy.refused", "Signature refusée", Icon::x, Tone::bad},
    {"credit.policy.recalled", "Police de {insurer} rappelée avant signature", Icon::refresh, Tone::warn},
    {"credit.policy.signature_reminded", "Signature rappelée au signataire", Icon::clock, Tone::warn},
    {"credit.offer.retracted_by_client", "Le client revient sur son accord à l’offre de {insurer}", Icon::x,
     Tone::warn},
    {"credit.offer.retracted_by_insurer", "{insurer} retire l’offre acceptée", Icon::ban, Tone::warn},
    {"credit.policy.lapsed", "Délai de signature passé", Icon::clock, Tone::bad},
    {"credit.policy.onboarding", "Prise en main : un point noté", Icon::flag, Tone::neutral},
    {"credit.policy.onboarding_late", "Prise en main : un point en retard", Icon::clock, Tone::bad},
    {"credit.policy.turnover_declared", "Chiffre d’affaires déclaré : {turnover} HT", Icon::chart, Tone::good},
    {"credit.policy.declaration_reminded", "Déclaration de chiffre d’affaires rappelée", Icon::calendar, Tone::info},
    {"credit.placement.given_up", "Dossier sans suite", Icon::ban, Tone::mute},
};

}  // namespace

std::span<const audit::FactWord> fact_words() { return words; }

}  // namespace credit::file
