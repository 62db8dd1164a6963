#include "desks/credit/policy/letters.hpp"

#include "base/french.hpp"
#include "desks/credit/insurer/insurer_words.hpp"
#include "desks/credit/policy/policy_actions.hpp"
#include "desks/credit/policy/sms_texts.hpp"
#include "floor/sms_templates/sms_templates.hpp"

namespace credit::policy::letters {
namespace {

using messages::Channel;
using placement::Placement;
namespace french = base::french;

void mail(platform::Act& act, const Placement& placement, const std::string& address, std::string subject,
          std::string body, links::LinkId link = {}, std::vector<std::int64_t> attachments = {}) {
  if (address.empty()) return;
  messages::enqueue(act, {.channel = Channel::mail,
                          .to = {.organisation = placement.company_space, .address = address},
                          .subject = std::move(subject),
                          .body = std::move(body),
                          .link = link,
                          .link_path = "/signature/",
                          .file = file_of(placement.id),
                          .attachments = std::move(attachments)});
}

void tell_broker(platform::Act& act, const Placement& placement, std::string subject, std::string body) {
  messages::enqueue(act, {.channel = Channel::notice,
                          .to = {.organisation = placement.broker},
                          .subject = std::move(subject),
                          .body = std::move(body),
                          .file = file_of(placement.id)});
}

std::string named(const Policy& policy) { return "n° " + policy.number + " " + of_insurer(policy.insurer_name); }

}  // namespace

void sign(platform::Act& act, const Placement& placement, const Policy& policy, const Signature& signature,
          const std::string& broker) {
  const auto delay = deadlines::pending(act.tx, policy_subject, policy.id.value, deadline_rule::sign);
  MANDAT_ASSERT(delay);
  const auto link = links::issue(act, {.purpose = sign_link,
                                       .file = file_of(placement.id),
                                       .subject_id = policy.id.value,
                                       .recipient = placement.company_space,
                                       .channel = links::Channel::mail,
                                       .deadline = delay->id});
  mail(act, placement, signature.email, "Police à signer : " + policy.insurer_name,
       "Bonjour " + signature.name + ",\n\n" + broker + " vous envoie pour signature la police " + named(policy) +
           ". Ouvrez ce lien, demandez votre code, lisez la police puis signez :\n\n{lien}\n\nÀ faire avant le " +
           french::day_long(base::paris::day_of(delay->due) - 1) +
           " inclus. Ce lien est le vôtre : sans le code, qui n’arrive qu’à vous, il ne sert à rien.",
       link);
}

void remind_signature(platform::Act& act, const Placement& placement, const Policy& policy,
                      const Signature& signature) {
  const auto delay = deadlines::pending(act.tx, policy_subject, policy.id.value, deadline_rule::sign);
  const auto link = links::latest(act.tx, sign_link, policy.id.value);
  if (!delay || !link) return;
  mail(act, placement, signature.email, "Rappel : police à signer, " + policy.insurer_name,
       "Bonjour " + signature.name + ",\n\nLa police " + named(policy) +
           " attend votre signature. Ouvrez ce lien, demandez votre code, lisez la police puis signez :\n\n{lien}\n\nÀ "
           "faire avant le " +
           french::day_long(base::paris::day_of(delay->due) - 1) + " inclus.",
       link->id);
}

void recalled(platform::Act& act, const Placement& placement, const Policy& policy, const Signature& signature) {
  mail(act, placement, signature.email, "Police rappelée : " + policy.insurer_name,
       "Bonjour " + signature.name + ",\n\nNe signez pas la police " + named(policy) +
           " que vous avez reçue : elle est rappelée, et son lien ne vaut plus. Motif : " + signature.recall_reason +
           "\n\nVous en recevrez une autre.");
}

void retracted(platform::Act& act, const Placement& placement, const std::string& insurer, Retracted side,
               const std::string& reason) {
  mail(act, placement, placement.contact.email, "Accord annulé : " + insurer,
       "Bonjour,\n\n" +
           (side == Retracted::by_client
                ? "Vous revenez sur votre accord à l’offre " + of_insurer(insurer) + " : c’est noté."
                : "L’assureur retire l’offre " + of_insurer(insurer) + " que vous aviez acceptée.") +
           " Motif : " + reason +
           "\n\nAucune police n’est à signer. Votre courtier compare à nouveau les offres et revient vers vous.");
}

void code(platform::Act& act, const Placement& placement, const Signature& signature, links::LinkId code) {
  const auto minutes = french::plural(code_validity.value().count(), "minute", "minutes");
  const bool by_sms = !signature.phone.empty();
  messages::NewMessage message{
      .channel = by_sms ? Channel::sms : Channel::mail,
      .to = {.organisation = placement.company_space, .address = by_sms ? signature.phone : signature.email},
      .subject = by_sms ? "" : "Votre code de signature",
      .body = "Bonjour,\n\nVotre code pour signer est {code}. Il vaut " + minutes +
              ".\n\nNe le donnez à personne : il tient lieu de votre signature.",
      .link = code,
      .link_path = "/signature/",
      .file = file_of(placement.id)};
  if (by_sms) sms_templates::write(act.tx, message, code_sms, {{"duree", minutes}});
  messages::enqueue(act, std::move(message));
}

void signed_(platform::Act& act, const Placement& placement, const Policy& policy) {
  const auto effect = french::day_long(*policy.effect_on);
  mail(act, placement, placement.contact.email, "Police signée : " + policy.insurer_name,
       "Bonjour,\n\nLa police " + named(policy) + " est signée. Vous êtes couverts à partir du " + effect +
           ".\n\nVous trouverez ci-joints la police signée et son dossier de preuve. Votre courtier revient vers vous "
           "pour la prise en main : portail, demandes de limites, déclarations.",
       {}, {policy.signed_document.value, policy.evidence.value});
  tell_broker(act, placement, placement.company.name + " a signé",
              "La police " + named(policy) + " prend effet le " + effect + ". La prise en main peut commencer.");
}

void refused(platform::Act& act, const Placement& placement, const Policy& policy) {
  tell_broker(act, placement, placement.company.name + " refuse de signer",
              "La police " + named(policy) + " n’est pas signée. Motif : " + policy.refusal_reason);
}

void lapsed(platform::Act& act, const Placement& placement, const Policy& policy) {
  tell_broker(act, placement, "Signature en attente : délai passé",
              placement.company.name + " n’a pas signé la police " + named(policy) +
                  " à temps. Rappelez le client, puis renvoyez-lui le lien.");
}

void declare(platform::Act& act, const Placement& placement, const Policy& policy,
             const engine::Declaration& declaration) {
  const auto period = french::day_medium(declaration.from) + " au " + french::day_medium(declaration.to);
  mail(act, placement, placement.contact.email, "Chiffre d’affaires à déclarer",
       "Bonjour,\n\nLa police " + named(policy) + " demande de déclarer votre chiffre d’affaires du " + period +
           " avant le " + french::day_long(declaration.due) +
           " inclus : dans votre espace Mandat, page Police, ou auprès de votre courtier.");
  tell_broker(
      act, placement, "Chiffre d’affaires à déclarer",
      placement.company.name + " : période du " + period + ", avant le " + french::day_medium(declaration.due) + ".");
}

void remind_onboarding(platform::Act& act, const Placement& placement, const Policy& policy, const OnboardingRow& row) {
  tell_broker(act, placement, "Prise en main à faire : " + placement.company.name,
              std::string(label(row.item)) + " (police " + named(policy) + ") : avant le " + french::day_long(row.due) +
                  " inclus. Notez-le sur la page de la police une fois fait.");
}

void onboarding_late(platform::Act& act, const Placement& placement, const Policy& policy, const OnboardingRow& row) {
  tell_broker(act, placement, "Prise en main en retard : " + placement.company.name,
              std::string(label(row.item)) + " (police " + named(policy) + ") : attendu le " +
                  french::day_long(row.due) + ". Montrez-le au client, puis notez-le sur la page de la police.");
}

void turnover_declared(platform::Act& act, const Placement& placement, const Policy& policy,
                       const engine::Declaration& period, base::Money turnover) {
  tell_broker(act, placement, placement.company.name + " a déclaré son chiffre d’affaires",
              "Police " + named(policy) + ", du " + french::day_medium(period.from) + " au " +
                  french::day_medium(period.to) + " : " + french::euros(turnover) + " HT.");
}

}  // namespace credit::policy::letters
