// GET and POST /parametres/agenda: the calendar address of a person's delays, made, changed and ended.
#include "floor/deadlines/calendar_address.hpp"
#include "floor/deadlines/pages.hpp"
#include "floor/visit/page.hpp"
#include "web/ui/card.hpp"
#include "web/ui/page_header.hpp"

namespace deadlines {
namespace {

namespace ui = web::ui;
using web::html::Markup;
using web::html::Url;

constexpr Url page_url = "/parametres/agenda";

Markup address_part(const visit::Visit& visit, const links::Link& link) {
  return calendar_address_field(
      visit, Url::path("/calendrier/{}", links::token(link, visit.platform.settings.server_key)), "vos échéances");
}

std::vector<ui::Action> acts(const visit::Visit& visit, bool has_address) {
  std::vector<ui::Action> all{calendar_address_button(visit, has_address, page_url)};
  if (has_address)
    all.push_back({.label = "Supprimer l’adresse",
                   .url = "/parametres/agenda/fin",
                   .look = ui::Look::quiet,
                   .post = ui::Post{.csrf_token = visit::csrf_token(visit)}});
  all.push_back(
      {.label = "Télécharger (.ics)", .url = "/echeances.ics", .look = ui::Look::quiet, .icon = ui::Icon::download});
  return all;
}

}  // namespace

web::Response show_calendar_page(visit::Visit& visit) {
  const auto link = visit.platform.database.read(
      [&](db::Transaction& tx) { return calendar_address_of(tx, calendar_purpose, visit.actor()); });
  const Markup body =
      ui::page_header({.title = "Échéances dans votre agenda",
                       .lead = "Ce que votre organisation doit faire, ce qu’on lui doit dans ses dossiers, et jusqu’à "
                               "quand, s’affiche dans votre propre agenda et s’y met à jour seul.",
                       .crumbs = {{"Notifications", "/notifications"}}}) +
      ui::card({.title = "Adresse d’abonnement", .icon = ui::Icon::calendar},
               (link ? address_part(visit, *link) : Markup{}) + ui::actions_row(acts(visit, link.has_value())));
  return visit::page(visit, {.title = "Agenda", .body = body, .width = ui::Frame::Width::reading});
}

web::Response post_calendar_address(visit::Visit& visit) {
  visit.platform.act(visit.author(),
                     [&](platform::Act& act) { renew_calendar_address(act, calendar_purpose, visit.actor()); });
  return visit::see_other(visit, page_url, {ui::Tone::good, std::string(calendar_address_ready)});
}

web::Response post_calendar_end(visit::Visit& visit) {
  visit.platform.act(visit.author(),
                     [&](platform::Act& act) { end_calendar_address(act, calendar_purpose, visit.actor()); });
  return visit::see_other(visit, page_url, {ui::Tone::good, "Votre adresse d’abonnement n’ouvre plus rien."});
}

}  // namespace deadlines
