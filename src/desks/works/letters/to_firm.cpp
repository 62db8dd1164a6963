#include <fmt/format.h>

#include "base/french.hpp"
#include "desks/works/letters/post.hpp"
#include "floor/sms_templates/sms_templates_rules.hpp"

namespace works::letters {
namespace {

// What people typed, and trades however many, in an SMS that would be too long (P5.sms_fit).
constexpr std::size_t longest_name = 60, longest_address = 100, longest_trades = 60;  // characters

// {chantier}, and what it says in an SMS that would be too long.
sms_templates::Values job_briefly(const Subject& subject) {
  return {{"chantier", sms_templates::shortened(lot::trades_label(subject.lot), longest_trades) + " à " +
                           subject.claim.place.name}};
}

std::string foot(const Subject& subject) { return "La page du chantier :\n" + job_page(subject); }

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

BySms request(platform::Act& act, const Subject& subject, deadlines::DeadlineId answer) {
  const auto to = contact_of_firm(act.tx, subject.mandate.tradesman);
  const auto due = deadlines::find(act.tx, answer);
  MANDAT_ASSERT(due);
  if (to.mobile)
    sms(act, subject, to, sms_texts::request, {{"chantier", job_line(subject)}, {"echeance", when(due->due)}},
        job_briefly(subject), answer_link(act, subject, links::Channel::sms, answer));
  mail(act, subject.claim, to,
       {.subject = "Demande de chantier : " + job_line(subject),
        .paragraphs = {"Bonjour,",
                       fmt::format("Un courtier partenaire vous propose un chantier : {}, à {} de votre base.",
                                   job_line(subject), base::french::distance(subject.mandate.distance_m)),
                       "« " + subject.claim.description + " »",
                       "Vous êtes la seule entreprise sollicitée. Acceptez ou refusez avant " + when(due->due) + " :",
                       "{lien}", "Les coordonnées du client vous seront données dès votre acceptation."},
        .link = answer_link(act, subject, links::Channel::mail, answer)});
  return to.mobile ? BySms::written : BySms::no_mobile;
}

void accepted(platform::Act& act, const Subject& subject, base::Instant quote_due) {
  const auto to = contact_of_firm(act.tx, subject.mandate.tradesman);
  const auto& claim = subject.claim;
  const std::string commune = ", " + claim.place.postal_code + " " + claim.place.name;
  sms(act, subject, to, sms_texts::accepted,
      {{"dossier", claim.reference},
       {"client", claim.insured.name},
       {"telephone", claim.insured.phone},
       {"adresse", claim.place.address + commune},
       {"echeance", when(quote_due)}},
      {{"client", sms_templates::shortened(claim.insured.name, longest_name)},
       {"adresse", sms_templates::shortened(claim.place.address, longest_address) + commune}});
  mail(
      act, claim, to,
      {.subject = "Chantier accepté : " + reference_line(subject),
       .paragraphs = {"Bonjour,", "Vous avez accepté ce chantier : " + job_line(subject) + ".",
                      contact_paragraph(claim), "« " + claim.description + " »",
                      "Déposez votre devis avant " + when(quote_due) + ", sur la page du chantier :", job_page(subject),
                      "Si vous ne pouvez plus vous en charger, annulez dans les 48 h sur cette même page : au-delà, "
                      "un avertissement est enregistré."}});
}

void refused(platform::Act& act, const Subject& subject) {
  const auto to = contact_of_firm(act.tx, subject.mandate.tradesman);
  sms(act, subject, to, sms_texts::refused, {{"chantier", job_line(subject)}}, job_briefly(subject));
  mail(act, subject.claim, to,
       {.subject = "Refus enregistré : " + job_line(subject),
        .paragraphs = {
            "Bonjour,",
            "Votre refus du chantier " + job_line(subject) + " est enregistré. Vous n’avez rien d’autre à faire.",
            foot(subject)}});
}

void expired(platform::Act& act, const Subject& subject) {
  inform(act, subject.claim, contact_of_firm(act.tx, subject.mandate.tradesman),
         {.subject = "Demande retirée, sans réponse : " + job_line(subject),
          .text = "Le délai de 48 h pour répondre à la demande " + job_line(subject) +
                  " est passé : elle vous est retirée.",
          .next_step = "Quand vous n’êtes pas disponible, un refus suffit : il ne compte pas contre vous.",
          .foot = foot(subject)});
}

void cancelled(platform::Act& act, const Subject& subject, bool late) {
  inform(act, subject.claim, contact_of_firm(act.tx, subject.mandate.tradesman),
         {.subject = "Annulation enregistrée : " + reference_line(subject),
          .text = "Votre annulation du chantier " + job_line(subject) + " est enregistrée.",
          .next_step = late ? "Elle arrive plus de 48 h après votre acceptation : un avertissement est enregistré."
                            : "Elle arrive dans les 48 h : elle reste sans conséquence.",
          .foot = foot(subject)});
}

void withdrawn(platform::Act& act, const Subject& subject) {
  const auto to = contact_of_firm(act.tx, subject.mandate.tradesman);
  sms(act, subject, to, sms_texts::withdrawn, {{"chantier", job_line(subject)}}, job_briefly(subject));
  inform(act, subject.claim, to,
         {.subject = "Chantier retiré : " + job_line(subject),
          .text = "Le courtier vous retire le chantier " + job_line(subject) + ".",
          .next_step = "Motif : " + subject.mandate.reason,
          .foot = foot(subject)});
}

void quote_reminder(platform::Act& act, const Subject& subject, base::Instant due) {
  const auto to = contact_of_firm(act.tx, subject.mandate.tradesman);
  sms(act, subject, to, sms_texts::quote_reminder,
      {{"dossier", subject.claim.reference}, {"chantier", job_line(subject)}, {"echeance", when(due)}},
      job_briefly(subject));
  mail(act, subject.claim, to,
       {.subject = "Devis attendu : " + reference_line(subject),
        .paragraphs = {"Bonjour,",
                       "Votre devis pour le chantier " + job_line(subject) + " est attendu avant " + when(due) + ".",
                       "Déposez-le au format PDF sur la page du chantier :", job_page(subject)}});
}

void quote_asked_again(platform::Act& act, const Subject& subject, base::Instant due) {
  const auto to = contact_of_firm(act.tx, subject.mandate.tradesman);
  sms(act, subject, to, sms_texts::quote_asked_again,
      {{"dossier", subject.claim.reference}, {"chantier", job_line(subject)}, {"echeance", when(due)}},
      job_briefly(subject));
  mail(act, subject.claim, to,
       {.subject = "Nouveau devis demandé : " + reference_line(subject),
        .paragraphs = {"Bonjour,", "L’assureur n’a pas retenu votre devis. Le courtier vous en demande un nouveau.",
                       "Déposez-le avant " + when(due) + ", sur la page du chantier :", job_page(subject)}});
}

void quote_agreed(platform::Act& act, const Subject& subject, const quote::Quote& quote) {
  const auto to = contact_of_firm(act.tx, subject.mandate.tradesman);
  const auto amount = base::french::euros(quote.agreed_ht.value_or(quote.amount_ht));
  sms(act, subject, to, sms_texts::quote_agreed, {{"dossier", subject.claim.reference}, {"montant", amount}});
  inform(act, subject.claim, to,
         {.subject = "Devis validé : " + reference_line(subject),
          .text = "L’assureur valide votre devis pour " + amount + " HT.",
          .next_step = "Vous pouvez demander un acompte au client : vos conditions de paiement restent les vôtres. Une "
                       "fois payé, clôturez le chantier avec le montant facturé et la facture.",
          .foot = foot(subject)});
}

void closure_chase(platform::Act& act, const Subject& subject) {
  const auto to = contact_of_firm(act.tx, subject.mandate.tradesman);
  sms(act, subject, to, sms_texts::closure_chase, {{"dossier", subject.claim.reference}});
  mail(act, subject.claim, to,
       {.subject = "Chantier à clore : " + reference_line(subject),
        .paragraphs = {"Bonjour,",
                       "Le devis du chantier " + job_line(subject) + " est validé depuis plusieurs semaines.",
                       "Si vous avez été payé, clôturez-le sur sa page : indiquez le montant facturé HT et déposez la "
                       "facture.",
                       job_page(subject)}});
}

}  // namespace works::letters
