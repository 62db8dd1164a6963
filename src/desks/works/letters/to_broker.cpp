#include <fmt/format.h>

#include "base/french.hpp"
#include "desks/works/letters/post.hpp"
#include "desks/works/works_rules.hpp"
#include "floor/identity/organisations.hpp"

namespace works::letters {
namespace {

std::string firm_of(platform::Act& act, const Subject& subject) {
  return identity::organisation_name(act.tx, subject.mandate.tradesman);
}

// Every alert stands on the platform and goes by e-mail, alone or with what happens around the same time (W21,
// P5.grouped): none asks for a decision by its link.
void alert(platform::Act& act, const claim::Claim& claim, const std::string& subject, const std::string& text,
           const std::string& next_step) {
  inform(act, claim, contact_of_broker(act.tx, claim),
         {.subject = subject,
          .text = text,
          .next_step = next_step,
          .foot = "Dossier " + claim.reference + ", " + claim.insured.name + " :\n" + claim_page(claim)});
}

constexpr auto choose_again = "Choisissez une autre entreprise : tout est déjà rempli.";

std::string with_reason(const std::string& text, const std::string& reason) {
  return reason.empty() ? text + "." : text + ", motif : « " + reason + " ».";
}

}  // namespace

void alert_refused(platform::Act& act, const Subject& subject) {
  alert(act, subject.claim, "Refus : " + reference_line(subject),
        with_reason(firm_of(act, subject) + " refuse le chantier " + job_line(subject), subject.mandate.reason),
        choose_again);
}

void alert_expired(platform::Act& act, const Subject& subject) {
  alert(act, subject.claim, "Sans réponse sous 48 h : " + reference_line(subject),
        firm_of(act, subject) + " n’a pas répondu à la demande " + job_line(subject) + " : elle lui est retirée.",
        choose_again);
}

void alert_cancelled(platform::Act& act, const Subject& subject) {
  alert(act, subject.claim, "Annulation : " + reference_line(subject),
        with_reason(firm_of(act, subject) + " annule le chantier " + job_line(subject), subject.mandate.reason),
        choose_again);
}

void alert_sms_lost(platform::Act& act, const Subject& subject) {
  const auto fate = subject.mandate.sms_fate();
  const bool undelivered = fate == mandate::SmsFate::undelivered;
  const std::string firm = firm_of(act, subject);
  alert(act, subject.claim, (undelivered ? "SMS non remis : " : "SMS non parti : ") + reference_line(subject),
        (undelivered ? "L’opérateur signale que le SMS à " + firm + " n’est pas arrivé"
                     : "Le SMS à " + firm + " n’est pas parti (" + std::string(mandate::why_lost(fate)) + ")") +
            " ; l’e-mail " + (subject.mandate.mail_lost ? "non plus." : "est parti."),
        "Vous pouvez attendre sa réponse, ou retirer la demande et choisir une autre entreprise.");
}

void alert_mail_lost(platform::Act& act, const Subject& subject) {
  const bool asked = subject.mandate.state == mandate::State::asked;
  const std::string firm = firm_of(act, subject);
  const auto fate = subject.mandate.sms_fate();
  alert(act, subject.claim, "E-mail non remis : " + reference_line(subject),
        asked ? "L’e-mail de la demande n’est pas arrivé à " + firm + " ; le SMS " +
                    (lost(fate)               ? "non plus."
                     : may_have_arrived(fate) ? "est parti."
                                              : "attend son envoi.")
              : "L’adresse e-mail de " + firm + " ne reçoit pas nos messages : elle les lit dans son espace.",
        asked ? "Vous pouvez attendre sa réponse, ou retirer la demande et choisir une autre entreprise."
              : "Si un délai court, appelez-la.");
}

void alert_mail_lost(platform::Act& act, const claim::Claim& claim, const messages::Message& message) {
  alert(act, claim, "E-mail non remis : " + claim.reference,
        "« " + message.subject + " », envoyé à " + message.to.address + ", n’est pas arrivé.",
        "Vérifiez l’adresse avec son destinataire, ou prévenez-le autrement.");
}

void alert_accepted(platform::Act& act, const Subject& subject) {
  alert(act, subject.claim, "Chantier accepté : " + reference_line(subject),
        firm_of(act, subject) + " accepte le chantier " + job_line(subject) + " et prend contact avec votre client.",
        "Son devis arrivera sur votre écran.");
}

void alert_uncovered(platform::Act& act, const Subject& subject, base::Day starts_on) {
  alert(act, subject.claim, "Attestation manquante : " + reference_line(subject),
        "Aucune attestation d’assurance de " + firm_of(act, subject) + " n’est valable le " +
            base::french::day_long(starts_on) + ", début des travaux " + job_line(subject) + ".",
        "L’entreprise et l’administrateur sont prévenus : attendez l’attestation avant que les travaux commencent.");
}

void alert_quote_overdue(platform::Act& act, const Subject& subject) {
  alert(act, subject.claim, "Devis en retard : " + reference_line(subject),
        "Le devis de " + firm_of(act, subject) + " n’est pas arrivé dans les 5 jours.",
        "Vous pouvez l’attendre, ou réattribuer le chantier à une autre entreprise.");
}

void alert_quote_received(platform::Act& act, const Subject& subject, const quote::Quote& quote) {
  alert(act, subject.claim, "Devis reçu : " + reference_line(subject),
        fmt::format("{} a déposé son devis : {} HT.", firm_of(act, subject), base::french::euros(quote.amount_ht)),
        "Transmettez-le à l’assureur depuis le dossier.");
}

void alert_job_closed(platform::Act& act, const Subject& subject) {
  alert(act, subject.claim, "Chantier clos : " + reference_line(subject),
        firm_of(act, subject) + " a été payé et clôture le chantier " + job_line(subject) + ".",
        subject.claim.closed_by_broker_at ? "Votre dossier était déjà clos." : "Il reste à clore votre dossier.");
}

void file_closure_chase(platform::Act& act, const claim::Claim& claim) {
  alert(
      act, claim, "Dossier à clore : " + claim.reference,
      "Le chantier est clos par l’entreprise : il ne manque que votre clôture du dossier. Elle bloque votre prime de " +
          base::french::euros(bonus_amount.value()) + ".",
      "Clôturez-le depuis le dossier, dès que l’assureur a remboursé.");
}

void alert_bonus(platform::Act& act, const claim::Claim& claim) {
  alert(act, claim, "Prime acquise : " + claim.reference,
        "Le dossier est clôturé : votre prime de " + base::french::euros(bonus_amount.value()) + " est acquise.",
        "Elle sera versée au début du prochain trimestre.");
}

void quote_to_insurer(platform::Act& act, const Subject& subject, const quote::Quote& quote, const std::string& address,
                      const std::string& note) {
  const auto& claim = subject.claim;
  const auto broker = identity::organisation_name(act.tx, claim.broker);
  Letter letter{
      .subject = fmt::format("Devis de réparation – sinistre {} – {}",
                             claim.insurer_claim_number.empty() ? claim.reference : claim.insurer_claim_number,
                             claim.insured.name),
      .paragraphs = {"Bonjour,",
                     fmt::format(
                         "Veuillez trouver ci-joint le devis de {} pour le sinistre de notre client {} : {}, {} {}.",
                         firm_of(act, subject), claim.insured.name, lot::trades_label(subject.lot),
                         claim.place.postal_code, claim.place.name),
                     fmt::format("Montant : {} HT, {} TTC.", base::french::euros(quote.amount_ht),
                                 base::french::euros(quote.amount_ttc))},
      .attachments = {quote.document.value}};
  if (!note.empty()) letter.paragraphs.push_back(note);
  letter.paragraphs.push_back("Merci de nous dire si vous le validez, ou si un expert passera.\n\n" + broker);
  mail(act, claim, {.organisation = {}, .account = {}, .name = claim.insurer_name, .mail = address, .mobile = {}},
       letter);
}

}  // namespace works::letters
