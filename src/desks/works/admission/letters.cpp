#include "desks/works/admission/letters.hpp"

#include "base/french.hpp"
#include "base/text.hpp"
#include "floor/identity/organisations.hpp"
#include "floor/messages/messages.hpp"

namespace works::admission::letters {
namespace {

struct Letter {
  std::string subject, body;
  links::LinkId link = {};
};

void mail(platform::Act& act, identity::OrganisationId organisation, const Letter& letter) {
  const auto members = identity::members(act.tx, organisation);
  if (members.empty()) return;
  messages::enqueue(act, {.channel = messages::Channel::mail,
                          .to = {organisation, members.front().account, members.front().email.text()},
                          .subject = base::squeeze(letter.subject),
                          .body = "Bonjour,\n\n" + letter.body,
                          .link = letter.link,
                          .link_path = "/pieces/",
                          .file = file_of_application(organisation)});
}

void notice(platform::Act& act, identity::OrganisationId organisation, std::string subject, std::string body) {
  messages::enqueue(act, {.channel = messages::Channel::notice,
                          .to = {.organisation = organisation},
                          .subject = std::move(subject),
                          .body = std::move(body),
                          .file = file_of_application(organisation)});
}

links::LinkId papers_link_of(platform::Act& act, identity::OrganisationId organisation) {
  if (const auto known = links::latest(act.tx, papers_link, organisation.value); known && !known->revoked)
    return known->id;
  return links::issue(act, {.purpose = papers_link,
                            .file = file_of_application(organisation),
                            .subject_id = organisation.value,
                            .recipient = organisation,
                            .channel = links::Channel::mail});
}

std::string quoted(PaperKind kind) { return "« " + std::string(label(kind)) + " »"; }

}  // namespace

void send_your_papers(platform::Act& act, identity::OrganisationId organisation) {
  mail(act, organisation,
       {"Déposez vos pièces justificatives",
        "Votre demande d’adhésion est enregistrée. Déposez vos pièces justificatives ici, en PDF ou en photo ; ce lien "
        "reste valable, vous pouvez vous y reprendre :\n{lien}\n\nChaque pièce est vérifiée sous 24 à 48 h. Vous "
        "recevrez un "
        "e-mail dès que tout est en ordre.",
        papers_link_of(act, organisation)});
}

void paper_refused(platform::Act& act, const Paper& paper) {
  const std::string why = quoted(paper.kind) + " n’a pas été acceptée, pour ce motif :\n« " + paper.reason + " »";
  mail(act, paper.organisation,
       {"Pièce à renvoyer : " + std::string(label(paper.kind)),
        why + "\n\nDéposez une nouvelle pièce par ce lien :\n{lien}", papers_link_of(act, paper.organisation)});
  notice(act, paper.organisation, "Pièce à renvoyer", why);
}

void validated(platform::Act& act, identity::OrganisationId organisation, const std::string& public_url) {
  mail(act, organisation,
       {"Votre inscription est validée",
        "Votre inscription est validée. Connectez-vous avec votre adresse e-mail et le mot de passe choisi à "
        "l’inscription :\n" +
            public_url + "/connexion\n\nSi vous l’avez oublié, choisissez « Mot de passe oublié » sur la même page."});
}

void ends_soon(platform::Act& act, const Paper& paper, int days) {
  const std::string what = quoted(paper.kind) + " expire dans " + base::french::plural(days, "jour", "jours") +
                           ", le " + base::french::day_medium(*paper.valid_until) + ".";
  const std::string effect =
      paper.kind == PaperKind::decennale
          ? " Sans nouvelle attestation, vos métiers ne seront plus proposés à partir du lendemain."
          : "";
  mail(act, paper.organisation,
       {"Bientôt expirée : " + std::string(label(paper.kind)),
        what + effect + "\n\nDéposez la nouvelle par ce lien :\n{lien}", papers_link_of(act, paper.organisation)});
  notice(act, paper.organisation, "Pièce bientôt expirée", what + effect);
}

void ended(platform::Act& act, const Paper& paper) {
  const std::string effect = paper.kind == PaperKind::decennale
                                 ? " Vos métiers ne sont plus proposés tant qu’une nouvelle n’est pas acceptée."
                                 : "";
  const std::string what =
      quoted(paper.kind) + " a expiré le " + base::french::day_medium(*paper.valid_until) + "." + effect;
  mail(act, paper.organisation,
       {"Pièce expirée : " + std::string(label(paper.kind)), what + "\n\nDéposez la nouvelle par ce lien :\n{lien}",
        papers_link_of(act, paper.organisation)});
  notice(act, paper.organisation, "Pièce expirée", what);
}

void farewell(platform::Act& act, identity::OrganisationId organisation) {
  mail(act, organisation,
       {"Votre départ du réseau est enregistré",
        "Votre départ est enregistré : vous ne recevrez plus de demande. Vos chantiers et dossiers en cours restent "
        "lisibles "
        "dans votre espace jusqu’à leur fin, et ce qui vous est dû ou que vous devez le reste."});
}

}  // namespace works::admission::letters
