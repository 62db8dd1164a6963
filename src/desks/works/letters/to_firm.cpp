#include <fmt/format.h>

#include "base/french.hpp"
#include "desks/works/letters/post.hpp"

namespace works::letters {
namespace {

links::LinkId answer_link(platform::Act& act, const Subject& subject, links::Channel channel,
                          deadlines::DeadlineId answer) {
  return links::issue(act, {.purpose = "works.answer",
                            .file = file_of(subject.claim.id),
                            .subject_id = subject.mandate.id.value,
                            .recipient = subject.mandate.tradesman,
                            .channel = channel,
                            .deadline = answer});
}

std::string when(base::Instant due) { return base::french::instant_weekday(deadlines::shown(due)); }

std::string contact_paragraph(const claim::Claim& claim) {
  const auto phone = base::Phone::parse(claim.insured.phone);
  std::string text =
      "Client : " + claim.insured.name + "\nTéléphone : " + (phone ? phone->national() : claim.insured.phone);
  if (claim.insured.email) text += "\nE-mail : " + *claim.insured.email;
  return text + "\nAdresse : " + claim.place.address + ", " + claim.place.postal_code + " " + claim.place.name;
}

}  // namespace

void request(platform::Act& act, const Subject& subject, deadlines::DeadlineId answer) {
  const auto to = contact_of_firm(act.tx, subject.mandate.tradesman);
  const auto due = deadlines::find(act.tx, answer);
  MANDAT_ASSERT(due);
  sms(act, subject.claim, to, sms_texts::request, {{"chantier", job_line(subject)}, {"echeance", when(due->due)}},
      answer_link(act, subject, links::Channel::sms, answer));
  mail(act, subject.claim, to,
       {.subject = "Demande de chantier : " + job_line(subject),
        .paragraphs = {"Bonjour,",
                       fmt::format("Un courtier partenaire vous propose un chantier : {}, à {} de votre base.",
                                   job_line(subject), base::french::distance(subject.mandate.distance_m)),
                       "« " + subject.claim.description + " »",
                       "Vous êtes la seule entreprise sollicitée. Acceptez ou refusez avant " + when(due->due) + " :",
                       "{lien}", "Les coordonnées du client vous seront données dès votre acceptation."},
        .link = answer_link(act, subject, links::Channel::mail, answer)});
}

void accepted(platform::Act& act, const Subject& subject, base::Instant quote_due) {
  const auto to = contact_of_firm(act.tx, subject.mandate.tradesman);
  const auto& claim = subject.claim;
  sms(act, claim, to, sms_texts::accepted,
      {{"dossier", claim.reference},
       {"client", claim.insured.name},
       {"telephone", claim.insured.phone},
       {"adresse", claim.place.address + ", " + claim.place.postal_code + " " + claim.place.name},
       {"echeance", when(quote_due)}});
  mail(
      act, claim, to,
      {.subject = "Chantier accepté : " + reference_line(subject),
       .paragraphs = {"Bonjour,", "Vous avez accepté ce chantier : " + job_line(subject) + ".",
                      contact_paragraph(claim), "« " + claim.description + " »",
                      "Déposez votre devis dans votre espace, rubrique Chantiers, avant " + when(quote_due) + ".",
                      "Si vous ne pouvez plus vous en charger, annulez dans les 48 h depuis votre espace : au-delà, un "
                      "avertissement est enregistré."}});
}

void refused(platform::Act& act, const Subject& subject) {
  const auto to = contact_of_firm(act.tx, subject.mandate.tradesman);
  sms(act, subject.claim, to, sms_texts::refused, {{"chantier", job_line(subject)}});
  mail(act, subject.claim, to,
       {.subject = "Refus enregistré : " + job_line(subject),
        .paragraphs = {"Bonjour,", "Votre refus du chantier " + job_line(subject) +
                                       " est enregistré. Vous n’avez rien d’autre à faire."}});
}

void expired(platform::Act& act, const Subject& subject) {
  mail(act, subject.claim, contact_of_firm(act.tx, subject.mandate.tradesman),
       {.subject = "Demande retirée, sans réponse : " + job_line(subject),
        .paragraphs = {
            "Bonjour,",
            "Le délai de 48 h pour répondre à la demande " + job_line(subject) + " est passé : elle vous est retirée.",
            "Quand vous n’êtes pas disponible, un refus suffit : il ne compte pas contre vous."}});
}

void cancelled(platform::Act& act, const Subject& subject, bool late) {
  mail(act, subject.claim, contact_of_firm(act.tx, subject.mandate.tradesman),
       {.subject = "Annulation enregistrée : " + reference_line(subject),
        .paragraphs = {"Bonjour,", "Votre annulation du chantier " + job_line(subject) + " est enregistrée.",
                       late ? "Elle arrive plus de 48 h après votre acceptation : un avertissement est enregistré."
                            : "Elle arrive dans les 48 h : elle reste sans conséquence."}});
}

void withdrawn(platform::Act& act, const Subject& subject) {
  const auto to = contact_of_firm(act.tx, subject.mandate.tradesman);
  sms(act, subject.claim, to, sms_texts::withdrawn, {{"chantier", job_line(subject)}});
  mail(act, subject.claim, to,
       {.subject = "Chantier retiré : " + job_line(subject),
        .paragraphs = {"Bonjour,", "Le courtier vous retire le chantier " + job_line(subject) + ".",
                       "Motif : " + subject.mandate.reason}});
}

void quote_reminder(platform::Act& act, const Subject& subject, base::Instant due) {
  const auto to = contact_of_firm(act.tx, subject.mandate.tradesman);
  sms(act, subject.claim, to, sms_texts::quote_reminder,
      {{"dossier", subject.claim.reference}, {"chantier", job_line(subject)}, {"echeance", when(due)}});
  mail(act, subject.claim, to,
       {.subject = "Devis attendu : " + reference_line(subject),
        .paragraphs = {"Bonjour,",
                       "Votre devis pour le chantier " + job_line(subject) + " est attendu avant " + when(due) + ".",
                       "Déposez-le au format PDF dans votre espace, rubrique Chantiers."}});
}

void quote_asked_again(platform::Act& act, const Subject& subject, base::Instant due) {
  mail(act, subject.claim, contact_of_firm(act.tx, subject.mandate.tradesman),
       {.subject = "Nouveau devis demandé : " + reference_line(subject),
        .paragraphs = {"Bonjour,", "L’assureur n’a pas retenu votre devis. Le courtier vous en demande un nouveau.",
                       "Déposez-le dans votre espace avant " + when(due) + "."}});
}

void quote_agreed(platform::Act& act, const Subject& subject, const quote::Quote& quote) {
  const auto to = contact_of_firm(act.tx, subject.mandate.tradesman);
  const auto amount = base::french::euros(quote.agreed_ht.value_or(quote.amount_ht));
  sms(act, subject.claim, to, sms_texts::quote_agreed, {{"dossier", subject.claim.reference}, {"montant", amount}});
  mail(
      act, subject.claim, to,
      {.subject = "Devis validé : " + reference_line(subject),
       .paragraphs = {"Bonjour,", "L’assureur valide votre devis pour " + amount + " HT.",
                      "Vous pouvez demander un acompte au client : vos conditions de paiement restent les vôtres.",
                      "Une fois payé, clôturez le chantier dans votre espace avec le montant facturé et la facture."}});
}

void closure_chase(platform::Act& act, const Subject& subject) {
  const auto to = contact_of_firm(act.tx, subject.mandate.tradesman);
  sms(act, subject.claim, to, sms_texts::closure_chase, {{"dossier", subject.claim.reference}});
  mail(act, subject.claim, to,
       {.subject = "Chantier à clore : " + reference_line(subject),
        .paragraphs = {"Bonjour,",
                       "Le devis du chantier " + job_line(subject) + " est validé depuis plusieurs semaines.",
                       "Si vous avez été payé, clôturez-le dans votre espace : indiquez le montant facturé HT et "
                       "déposez la facture."}});
}

}  // namespace works::letters
