#include "desks/credit/offer/letters.hpp"

#include "base/french.hpp"
#include "desks/credit/insurer/insurer_words.hpp"
#include "desks/credit/offer/offer_actions.hpp"
#include "floor/links/links.hpp"
#include "floor/messages/messages.hpp"

namespace credit::offer::letters {
namespace {

using placement::Placement;

void mail(platform::Act& act, const Placement& placement, std::string subject, std::string body,
          links::LinkId link = {}) {
  if (placement.contact.email.empty()) return;
  messages::enqueue(act, {.channel = messages::Channel::mail,
                          .to = {.organisation = placement.company_space, .address = placement.contact.email},
                          .subject = std::move(subject),
                          .body = std::move(body),
                          .link = link,
                          .link_path = "/offre/",
                          .file = file_of(placement.id)});
}

void tell_broker(platform::Act& act, const Placement& placement, std::string subject, std::string body) {
  messages::enqueue(act, {.channel = messages::Channel::notice,
                          .to = {.organisation = placement.broker},
                          .subject = std::move(subject),
                          .body = std::move(body),
                          .file = file_of(placement.id)});
}

std::string last_day(const platform::Act& act, const Offer& offer) {
  return base::french::day_long(last_day_of(offer, act.now));
}

}  // namespace

void received(platform::Act& act, const Placement& placement, const Offer& offer, const std::string& broker) {
  mail(act, placement, "Offre reçue " + of_insurer(offer.insurer_name),
       "Bonjour,\n\n" + broker + " a reçu l’offre " + of_insurer(offer.insurer_name) +
           " pour votre assurance-crédit. Elle est valable jusqu’au " + last_day(act, offer) +
           " inclus.\n\nNous la comparons aux autres, prix et garanties, et revenons vers vous avec notre conseil : "
           "vous n’avez rien à faire pour l’instant.");
}

void propose(platform::Act& act, const Placement& placement, const Offer& offer, const std::string& broker) {
  const auto delay = deadlines::pending(act.tx, offer_subject, offer.id.value, deadline_rule::expiry);
  MANDAT_ASSERT(delay);
  const auto link = links::issue(act, {.purpose = answer_link,
                                       .file = file_of(placement.id),
                                       .subject_id = offer.id.value,
                                       .recipient = placement.company_space,
                                       .channel = links::Channel::mail,
                                       .deadline = delay->id});
  mail(act, placement, "Votre accord sur l’offre " + of_insurer(offer.insurer_name),
       "Bonjour,\n\n" + broker + " vous recommande l’offre " + of_insurer(offer.insurer_name) +
           " pour votre assurance-crédit. Le comparatif des offres et notre conseil motivé sont derrière ce lien, où "
           "vous acceptez ou refusez :\n\n{lien}\n\nL’offre est valable jusqu’au " +
           last_day(act, offer) + " inclus.",
       link);
}

void ends_soon(platform::Act& act, const Placement& placement, const Offer& offer) {
  mail(act, placement, "Rappel : l’offre " + of_insurer(offer.insurer_name) + " expire bientôt",
       "Bonjour,\n\nL’offre " + of_insurer(offer.insurer_name) + " attend votre réponse : elle est valable jusqu’au " +
           last_day(act, offer) +
           " inclus. Le lien pour répondre est dans notre précédent message. Passé ce jour, l’assureur devra la "
           "confirmer.");
}

void accepted(platform::Act& act, const Placement& placement, const Offer& offer) {
  mail(act, placement, "Accord enregistré : " + offer.insurer_name,
       "Bonjour,\n\nVotre accord sur l’offre " + of_insurer(offer.insurer_name) +
           " est enregistré. L’assureur établit la police ; vous la recevrez pour signature.");
}

void answered(platform::Act& act, const Placement& placement, const Offer& offer) {
  const bool yes = offer.state == State::accepted;
  std::string body = yes ? offer.decided_by + " accepte l’offre " + of_insurer(offer.insurer_name) +
                               ". Demandez la police à l’assureur."
                         : offer.decided_by + " n’a pas retenu l’offre " + of_insurer(offer.insurer_name) + "." +
                               (offer.decided_words.empty() ? "" : " Motif : " + offer.decided_words);
  if (yes && offer.limits == acceptance::Limits::possibly_stale)
    body += " Les limites du test à blanc ont pu changer : faites-les confirmer.";
  tell_broker(act, placement, placement.company.name + (yes ? " accepte l’offre" : " refuse l’offre"), std::move(body));
}

void warn_broker(platform::Act& act, const Placement& placement, const Offer& offer) {
  tell_broker(act, placement, "L’offre " + of_insurer(offer.insurer_name) + " expire bientôt",
              placement.company.name + " : l’offre est valable jusqu’au " + last_day(act, offer) + " inclus.");
}

void expired(platform::Act& act, const Placement& placement, const Offer& offer) {
  tell_broker(act, placement, "L’offre " + of_insurer(offer.insurer_name) + " a expiré",
              placement.company.name +
                  " : l’accepter demande désormais la confirmation de l’assureur. Les limites du test à blanc ont pu "
                  "changer.");
}

}  // namespace credit::offer::letters
