#include "desks/motor/rounds/subscription.hpp"

#include "desks/motor/rounds/rounds_pages.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"

namespace motor::rounds {

namespace html = web::html;
namespace ui = web::ui;
using html::Markup;
using html::Url;

std::optional<links::Link> subscription_of(db::Transaction& tx, const identity::Actor& actor) {
  auto link = links::latest(tx, calendar_purpose, actor.account.value);
  if (!link || link->revoked || link->recipient != actor.organisation) return std::nullopt;
  return link;
}

Markup subscription_card(visit::Visit& visit) {
  const auto link =
      visit.platform.database.read([&](db::Transaction& tx) { return subscription_of(tx, visit.actor()); });
  const auto& settings = visit.platform.settings;
  Markup body = html::p(html::cls("quiet"),
                        "Les dates validées s’affichent dans votre propre agenda et s’y mettent à jour seules.");
  if (link) {
    const Url path = Url::path("/reparateurs/calendrier/{}", links::token(*link, settings.server_key));
    const std::string address = settings.public_url + std::string(path.text());
    body += html::label(html::for_("adresse-agenda"), "Votre adresse secrète");
    body += html::input(html::cls("form-control"), html::type("text"), html::id("adresse-agenda"), html::readonly(),
                        html::value(address));
    body += html::p(html::cls("hint"),
                    "Collez-la dans « S’abonner à un agenda ». Qui la connaît lit vos rendez-vous : "
                    "ne la partagez pas.");
  }
  std::vector<ui::Action> acts{{.label = link ? "Changer l’adresse" : "Créer une adresse d’abonnement",
                                .url = "/reparateurs/agenda/abonnement",
                                .look = ui::Look::secondary,
                                .icon = ui::Icon::link,
                                .post = ui::Post{.csrf_token = visit::csrf_token(visit)}},
                               {.label = "Télécharger (.ics)",
                                .url = "/reparateurs/agenda.ics",
                                .look = ui::Look::quiet,
                                .icon = ui::Icon::download}};
  if (link) {
    acts.front().post->question = "Changer l’adresse de votre agenda ?";
    acts.front().post->consequence = "L’ancienne ne servira plus : abonnez-vous à nouveau avec la nouvelle.";
  }
  return ui::card({.title = "Dans votre agenda", .icon = ui::Icon::calendar, .id = "abonnement"},
                  body + ui::actions_row(acts));
}

web::Response post_subscription(visit::Visit& visit) {
  visit.platform.act(visit.author(), [&](platform::Act& act) {
    links::revoke_all(act, calendar_purpose, visit.actor().account.value);
    links::issue(act, {.purpose = calendar_purpose,
                       .file = {},
                       .subject_id = visit.actor().account.value,
                       .recipient = visit.actor().organisation,
                       .channel = links::Channel::mail});
  });
  const bool firm = visit.actor().is(identity::OrganisationKind::adjusting_firm);
  return visit::see_other(visit, firm ? Url("/reparateurs/tournees") : Url("/reparateurs/agenda"),
                          {ui::Tone::good, "Votre adresse d’abonnement est prête : copiez-la dans votre agenda."});
}

}  // namespace motor::rounds
