#include "desks/motor/rounds/subscription.hpp"

#include "desks/motor/rounds/rounds_pages.hpp"
#include "floor/deadlines/calendar_address.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"

namespace motor::rounds {

namespace html = web::html;
namespace ui = web::ui;
using html::Markup;
using html::Url;

Markup subscription_card(visit::Visit& visit) {
  const auto link = visit.platform.database.read(
      [&](db::Transaction& tx) { return deadlines::calendar_address_of(tx, calendar_purpose, visit.actor()); });
  Markup body = html::p(html::cls("quiet"),
                        "Les dates validées s’affichent dans votre propre agenda et s’y mettent à jour seules.");
  if (link)
    body += deadlines::calendar_address_field(
        visit, Url::path("/reparateurs/calendrier/{}", links::token(*link, visit.platform.settings.server_key)),
        "vos rendez-vous");
  return ui::card({.title = "Dans votre agenda", .icon = ui::Icon::calendar, .id = "abonnement"},
                  body + ui::actions_row({deadlines::calendar_address_button(visit, link.has_value(),
                                                                             "/reparateurs/agenda/abonnement"),
                                          {.label = "Télécharger (.ics)",
                                           .url = "/reparateurs/agenda.ics",
                                           .look = ui::Look::quiet,
                                           .icon = ui::Icon::download}}));
}

web::Response post_subscription(visit::Visit& visit) {
  visit.platform.act(visit.author(), [&](platform::Act& act) {
    deadlines::renew_calendar_address(act, calendar_purpose, visit.actor());
  });
  const bool firm = visit.actor().is(identity::OrganisationKind::adjusting_firm);
  return visit::see_other(visit, firm ? Url("/reparateurs/tournees") : Url("/reparateurs/agenda"),
                          {ui::Tone::good, std::string(deadlines::calendar_address_ready)});
}

}  // namespace motor::rounds
