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

// A qualification is called by its own name.
std::string quoted(const Paper& paper) { return paper.name.empty() ? quoted(paper.kind) : "« " + paper.name + " »"; }

// What a paper's end stops (W8.expiry, W8.lapse); empty: nothing.
enum class When { soon, now };
std::string effect_of(platform::Act& act, const Paper& paper, When when) {
  const bool soon = when == When::soon;
  if (paper.kind == PaperKind::decennale)
    return soon ? " Sans nouvelle attestation, vos métiers ne seront plus proposés à partir du lendemain."
                : " Vos métiers ne sont plus proposés tant qu’une nouvelle n’est pas acceptée.";
  const auto application = find(act.tx, paper.organisation);
  if (!application || term_of(paper.kind) != Term::periodic) return {};
  if (checklist(act.tx).at({application->role, paper.kind}) != Need::required) return {};
  if (application->role == Role::broker)
    return soon
               ? " Sans la nouvelle, vous ne pourrez plus déclarer de sinistre à partir du lendemain ; vos dossiers en "
                 "cours suivent leur cours."
               : " Vous ne pouvez plus déclarer de sinistre tant que la nouvelle n’est pas acceptée ; vos dossiers en "
                 "cours suivent leur cours.";
  return soon
             ? " Sans la nouvelle, votre entreprise ne sera plus proposée à partir du lendemain ; vos chantiers en "
               "cours "
               "suivent leur cours."
             : " Votre entreprise n’est plus proposée tant que la nouvelle n’est pas acceptée ; vos chantiers en cours "
               "suivent leur cours.";
}

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

void papers_missing(platform::Act& act, identity::OrganisationId organisation, const std::vector<PaperKind>& kinds) {
  std::string list;
  for (const PaperKind kind : kinds) list += "\n– " + std::string(label(kind)) + " (" + std::string(hint(kind)) + ")";
  const auto count = static_cast<std::int64_t>(kinds.size());
  mail(act, organisation,
       {"Votre inscription attend " + base::french::plural(count, "pièce", "pièces"),
        "Pour que votre inscription soit validée, il " + std::string(count == 1 ? "reste" : "reste encore") +
            " à envoyer :\n" + list + "\n\nDéposez-les ici, en PDF ou en photo :\n{lien}",
        papers_link_of(act, organisation)});
}

void trades_not_covered(platform::Act& act, identity::OrganisationId organisation,
                        const std::vector<std::string>& trades) {
  std::string names;
  for (const auto& trade : trades) names += (names.empty() ? "« " : ", « ") + trade + " »";
  const std::string why = names + (trades.size() == 1 ? " ne figure pas" : " ne figurent pas") +
                          " sur votre attestation d’assurance décennale : nous ne pouvons pas encore vous le proposer.";
  mail(act, organisation,
       {"Métier à couvrir par votre décennale", why + "\n\nDéposez une attestation qui le couvre par ce lien :\n{lien}",
        papers_link_of(act, organisation)});
  notice(act, organisation, "Métier à couvrir par votre décennale", why);
}

void papers_refused(platform::Act& act, identity::OrganisationId organisation, const std::vector<Paper>& papers) {
  MANDAT_ASSERT(!papers.empty());
  if (papers.size() == 1) {
    const Paper& paper = papers.front();
    const std::string why = quoted(paper) + " n’a pas été acceptée, pour ce motif :\n« " + paper.reason + " »";
    mail(act, organisation,
         {"Pièce à renvoyer : " + std::string(label(paper.kind)),
          why + "\n\nDéposez une nouvelle pièce par ce lien :\n{lien}", papers_link_of(act, organisation)});
    return notice(act, organisation, "Pièce à renvoyer", why);
  }
  const std::string count = std::to_string(papers.size()) + " pièces";
  std::string list = count + " n’ont pas été acceptées :";
  for (const Paper& paper : papers) list += "\n– " + quoted(paper) + ", pour ce motif : « " + paper.reason + " »";
  mail(act, organisation,
       {count + " à renvoyer", list + "\n\nDéposez les nouvelles par ce lien :\n{lien}",
        papers_link_of(act, organisation)});
  notice(act, organisation, count + " à renvoyer", list);
}

void validated(platform::Act& act, identity::OrganisationId organisation, const std::string& public_url) {
  mail(act, organisation,
       {"Votre inscription est validée",
        "Votre inscription est validée. Connectez-vous avec votre adresse e-mail et le mot de passe choisi à "
        "l’inscription :\n" +
            public_url + "/connexion\n\nSi vous l’avez oublié, choisissez « Mot de passe oublié » sur la même page."});
}

void ends_soon(platform::Act& act, const Paper& paper, int days) {
  const std::string what = quoted(paper) + " expire dans " + base::french::plural(days, "jour", "jours") + ", le " +
                           base::french::day_medium(*paper.valid_until) + ".";
  const std::string effect = effect_of(act, paper, When::soon);
  mail(act, paper.organisation,
       {"Bientôt expirée : " + std::string(label(paper.kind)),
        what + effect + "\n\nDéposez la nouvelle par ce lien :\n{lien}", papers_link_of(act, paper.organisation)});
  notice(act, paper.organisation, "Pièce bientôt expirée", what + effect);
}

void ended(platform::Act& act, const Paper& paper) {
  const std::string effect = effect_of(act, paper, When::now);
  const std::string what =
      quoted(paper) + " a expiré le " + base::french::day_medium(*paper.valid_until) + "." + effect;
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
