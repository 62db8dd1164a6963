#include "desks/credit/offer/letters.hpp"

#include "base/french.hpp"
#include "desks/credit/insurer/insurer_words.hpp"
#include "desks/credit/offer/comparison.hpp"
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

std::string line(std::string_view label, const std::string& value) {
  return "- " + std::string(label) + " : " + value + "\n";
}

// The figures of its last version, as the pages show them.
std::string figures(platform::Act& act, const Placement& placement, const Offer& offer) {
  namespace french = base::french;
  const auto comparison = compare(act.tx, placement, base::paris::day_of(act.now));
  for (const auto& one : comparison.offers) {
    if (one.offer.id != offer.id) continue;
    const auto& [premium, totals, cost, cost_steps, provisional, provisional_steps] = one.figures;
    const auto& terms = one.round.quote.premium.terms;
    std::string text = line("contrat", std::string(label(terms.model))) +
                       line("coût total de l’année", french::euros(premium.total.value) + ", dont prime HT " +
                                                         french::euros(premium.premium.value)) +
                       line("quotité garantie", french::percent(terms.named_percentage));
    if (one.cover.answers == Cover::Answers::some)
      text += line("encours couvert", french::euros(totals.covered.value) + " sur " + french::euros(comparison.asked)) +
              line("couverture utilisable", french::euros(totals.usable.value));
    return text + line("valable jusqu’au", last_day(act, offer) + " inclus");
  }
  return {};
}

// One link a placement: who was told of several offers reads them on one page.
links::LinkId reading(platform::Act& act, const Placement& placement) {
  const auto known = links::latest(act.tx, read_link, placement.id.value);
  if (known && !known->revoked && known->recipient == placement.company_space) return known->id;
  return links::issue(act, {.purpose = read_link,
                            .file = file_of(placement.id),
                            .subject_id = placement.id.value,
                            .recipient = placement.company_space,
                            .channel = links::Channel::mail});
}

}  // namespace

void received(platform::Act& act, const Placement& placement, const Offer& offer, const std::string& broker) {
  if (placement.contact.email.empty()) return;
  mail(act, placement, "Offre reçue " + of_insurer(offer.insurer_name),
       "Bonjour,\n\n" + broker + " a reçu l’offre " + of_insurer(offer.insurer_name) +
           " pour votre assurance-crédit :\n\n" + figures(act, placement, offer) +
           "\nLisez-la à côté des autres :\n\n{lien}\n\nNous les comparons, prix et garanties, et revenons vers vous "
           "avec notre conseil : vous n’avez rien à faire pour l’instant.",
       reading(act, placement));
}

void revised(platform::Act& act, const Placement& placement, const Offer& offer, const Revision& revision,
             const std::string& broker) {
  if (placement.contact.email.empty()) return;
  std::string changed;
  for (const auto& change : changes(revision.before, revision.after))
    changed += "- " + change.label + " : " + (change.before.empty() ? "—" : change.before) + " → " +
               (change.after.empty() ? "—" : change.after) + "\n";
  if (changed.empty()) changed = "- sa validité seule\n";
  mail(act, placement, "Nouvelle version de l’offre " + of_insurer(offer.insurer_name),
       "Bonjour,\n\n" + broker + " a obtenu une version " + base::french::integer(offer.round) + " de l’offre " +
           of_insurer(offer.insurer_name) + ". Ce qui change :\n\n" + changed + "\nElle donne désormais :\n\n" +
           figures(act, placement, offer) +
           "\nLisez-la à côté des autres :\n\n{lien}\n\nVous n’avez rien à faire pour l’instant.",
       reading(act, placement));
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

void withdrawn(platform::Act& act, const Placement& placement, const Offer& offer, const std::string& broker) {
  mail(act, placement, "Offre retirée : " + offer.insurer_name,
       "Bonjour,\n\nL’offre " + of_insurer(offer.insurer_name) +
           " qui vous était proposée est retirée par l’assureur : le lien pour y répondre ne vaut plus.\n\n" + broker +
           " revient vers vous.");
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

void blocked(platform::Act& act, const Placement& placement, const Offer& offer) {
  tell_broker(act, placement, placement.company.name + " veut accepter : le dossier n’est pas prêt",
              "L’accord sur l’offre " + of_insurer(offer.insurer_name) +
                  " n’a pas été pris : complétez le conseil et la vigilance, puis prévenez le client.");
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
