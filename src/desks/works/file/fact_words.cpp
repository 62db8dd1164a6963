#include "desks/works/file/fact_words.hpp"

namespace works::file {
namespace {

using web::ui::Icon;
using web::ui::Tone;

constexpr audit::FactWord words[] = {
    {"works.claim.declared", "Sinistre déclaré", Icon::flag, Tone::info},
    {"works.insured.corrected", "Coordonnées de l’assuré corrigées", Icon::edit, Tone::info},
    {"works.insurer.completed", "Assureur complété", Icon::edit, Tone::info},
    {"works.documents.added", "Documents ajoutés au dossier", Icon::paperclip, Tone::info},
    {"works.lot.split", "Lot partagé en deux", Icon::hammer, Tone::info},
    {"works.follow.sent", "Lien de suivi envoyé à l’assuré", Icon::send, Tone::info},
    {"works.follow.withdrawn", "Lien de suivi de l’assuré retiré", Icon::ban, Tone::warn},
    {"works.mandate.asked", "Demande envoyée à {firm}", Icon::send, Tone::info},
    {"works.sms.delivered", "SMS remis", Icon::device_mobile, Tone::neutral},
    {"works.sms.undelivered", "SMS non remis", Icon::device_mobile, Tone::bad},
    {"works.sms.unsent", "SMS non parti", Icon::device_mobile, Tone::bad},
    {"works.sms.no_mobile", "Pas de SMS : {firm} n’a pas de mobile", Icon::device_mobile, Tone::warn},
    {"works.sms.left_late", "SMS parti après un échec", Icon::device_mobile, Tone::info},
    {"works.mail.lost_firm", "E-mail non remis à {firm}", Icon::mail, Tone::bad},
    {"works.mail.lost_broker", "E-mail non remis au courtier", Icon::mail, Tone::bad},
    {"works.mail.lost_insured", "E-mail non remis à l’assuré", Icon::mail, Tone::bad},
    {"works.mail.lost_insurer", "E-mail non remis à l’assureur", Icon::mail, Tone::bad},
    {"works.mandate.accepted", "Chantier accepté par {firm}", Icon::check, Tone::good},
    {"works.job.start_told", "Début des travaux indiqué par {firm}", Icon::calendar, Tone::info},
    {"works.job.uncovered", "Aucune attestation de {firm} au début des travaux", Icon::shield, Tone::bad},
    {"works.job.covered", "Attestation de {firm} valable au début des travaux", Icon::shield, Tone::good},
    {"works.mandate.refused", "Chantier refusé par {firm}", Icon::x, Tone::bad},
    {"works.mandate.expired", "Sans réponse de {firm} : demande retirée", Icon::clock, Tone::bad},
    {"works.mandate.silent", "Silences de {firm} signalés à l’administrateur", Icon::flag, Tone::warn},
    {"works.mandate.cancelled", "Chantier annulé par {firm}", Icon::ban, Tone::bad},
    {"works.mandate.withdrawn", "Chantier retiré à {firm}", Icon::ban, Tone::warn},
    {"works.mandate.free_cancellation_over", "Fin du délai d’annulation sans avertissement", Icon::clock, Tone::mute},
    {"works.job.firm_left", "{firm} a quitté le réseau : chantier à finir ou à réattribuer", Icon::logout, Tone::warn},
    {"works.job.firm_deactivated", "{firm} désactivée : chantier à finir ou à réattribuer", Icon::ban, Tone::warn},
    {"works.tradesman.warned", "Avertissement à {firm}", Icon::alert, Tone::warn},
    {"works.quote.reminded", "Rappel du devis à {firm}", Icon::clock, Tone::warn},
    {"works.quote.overdue", "Devis de {firm} en retard", Icon::clock, Tone::bad},
    {"works.quote.uploaded", "Devis déposé", Icon::file, Tone::good},
    {"works.quote.asked_again", "Nouveau devis demandé", Icon::refresh, Tone::warn},
    {"works.quote.sent_to_insurer", "Devis envoyé à l’assureur", Icon::send, Tone::info},
    {"works.quote.visit_planned", "Visite d’expert prévue", Icon::calendar, Tone::info},
    {"works.quote.visit_called_off", "Visite d’expert annulée", Icon::calendar, Tone::mute},
    {"works.quote.validated", "Devis validé par l’assureur", Icon::circle_check, Tone::good},
    {"works.quote.adjusted", "Devis validé pour un autre montant", Icon::circle_check, Tone::good},
    {"works.quote.refused", "Devis refusé par l’assureur", Icon::circle_x, Tone::bad},
    {"works.quote.terms_recorded", "Part de l’assuré et signatures enregistrées", Icon::edit, Tone::neutral},
    {"works.papers.added", "Photos ou procès-verbal ajoutés", Icon::photo, Tone::info},
    {"works.job.chased", "Relance de {firm} : chantier à clore", Icon::clock, Tone::warn},
    {"works.job.left_open", "Chantier toujours pas clos : confié à l’administrateur", Icon::flag, Tone::bad},
    {"works.job.closed", "Chantier clos par l’entreprise", Icon::hammer, Tone::good},
    {"works.claim.chased", "Courtier relancé : dossier à clore", Icon::clock, Tone::warn},
    {"works.claim.left_open", "Dossier toujours pas clos : confié à l’administrateur", Icon::flag, Tone::bad},
    {"works.claim.closed_by_broker", "Dossier clos par le courtier", Icon::archive, Tone::good},
    {"works.claim.closed", "Dossier clôturé", Icon::circle_check, Tone::good},
    {"works.claim.abandoned", "Dossier sans suite", Icon::ban, Tone::mute},
    {"works.lot.abandoned", "Lot sans suite", Icon::ban, Tone::mute},
    {"deadline.extended", "Échéance reportée", Icon::calendar, Tone::info},
    {"works.task.done", "Tâche traitée", Icon::check, Tone::neutral},
};

}  // namespace

std::span<const audit::FactWord> fact_words() { return words; }

}  // namespace works::file
