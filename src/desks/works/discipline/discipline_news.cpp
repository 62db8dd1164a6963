// What firms are written about warnings and deactivation (W18, W20).
#include "base/french.hpp"
#include "desks/works/admission/application.hpp"
#include "desks/works/discipline/discipline.hpp"
#include "desks/works/letters/partner_letter.hpp"

namespace works::discipline {
namespace {

using base::french::day_long;
using letters::Pace;

void tell(platform::Act& act, identity::OrganisationId firm, std::string subject, std::vector<std::string> paragraphs,
          Pace pace = Pace::at_once, const std::string& page = "/chantiers") {
  letters::tell_partner(act, firm, admission::file_of_application(firm),
                        {.subject = std::move(subject),
                         .paragraphs = std::move(paragraphs),
                         .page = page,
                         .page_label = page == "/chantiers" ? "Vos chantiers" : "La page du chantier",
                         .pace = pace});
}

std::string day_of(base::Instant instant) { return day_long(base::paris::day_of(instant)); }

}  // namespace

void tell_warned(platform::Act& act, const Warning& warning, const std::string& job, int counting) {
  std::vector<std::string> paragraphs{
      "Un avertissement est enregistré pour le chantier " + job + ".",
      "Motif\u00a0: " + std::string(label(warning.kind)) + ".",
      "Il compte jusqu’au " + day_long(base::paris::day_of(warning_over(warning.given_at)) - 1) +
          ". Prévenir à temps suffit à l’éviter\u00a0: un refus ou une annulation dans les 48\u00a0h restent sans "
          "conséquence."};
  if (proposes(counting))
    paragraphs.push_back("C’est votre " + std::to_string(counting) +
                         "e avertissement en douze mois\u00a0: un administrateur examine votre partenariat.");
  tell(act, warning.firm, "Avertissement enregistré", std::move(paragraphs), Pace::at_once,
       "/chantiers/" + std::to_string(warning.mandate.value));
}

void tell_noticed(platform::Act& act, const Deactivation& notice) {
  tell(act, notice.firm, "Votre compte sera désactivé le " + day_long(*notice.notice_until + 1),
       {"Vous ne vous êtes pas connecté et n’avez répondu à aucune demande depuis le " + day_of(*notice.silent_since) +
            ", alors que des chantiers vous ont été proposés.",
        "Pour rester dans le réseau, connectez-vous ou répondez à une demande avant le " +
            day_long(*notice.notice_until) + " inclus.",
        "Sans nouvelle de votre part, un administrateur pourra désactiver votre compte\u00a0: vous ne recevrez plus de "
        "demande."});
}

void tell_lifted(platform::Act& act, const Deactivation& notice) {
  tell(act, notice.firm, "Votre compte reste actif",
       {"Nous avons bien noté que vous êtes toujours là\u00a0: le préavis du " + day_of(notice.opened_at) +
        " est levé."},
       Pace::as_chosen);
}

void tell_decided(platform::Act& act, const Deactivation& decided) {
  const std::string reason = "Motif\u00a0: " + decided.reason;
  if (decided.state == State::confirmed)
    return tell(act, decided.firm, "Votre compte est désactivé",
                {"Un administrateur a désactivé votre compte\u00a0: vous ne recevez plus de demande. Vos chantiers "
                 "acceptés restent à vous jusqu’à leur fin ; les sommes dues le restent.",
                 reason, "Écrivez-nous si vous souhaitez revenir."});
  tell(act, decided.firm, "Votre compte reste actif",
       {"Un administrateur a examiné votre partenariat\u00a0: il continue.", reason}, Pace::as_chosen);
}

void tell_reactivated(platform::Act& act, identity::OrganisationId firm) {
  tell(act, firm, "Votre compte est de nouveau actif",
       {"Un administrateur a réactivé votre compte\u00a0: vous pouvez de nouveau recevoir des demandes."},
       Pace::as_chosen);
}

}  // namespace works::discipline
