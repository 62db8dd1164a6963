#include "floor/visit/frame.hpp"

#include <algorithm>

#include "base/french.hpp"
#include "floor/identity/desks.hpp"
#include "floor/identity/house_page.hpp"
#include "floor/live/live.hpp"
#include "floor/visit/desk_of.hpp"
#include "floor/visit/frame_store.hpp"
#include "floor/visit/page.hpp"
#include "web/ui/action.hpp"
#include "web/ui/notice.hpp"

namespace visit {
namespace {

// "/travaux" is where one is on "/travaux" and below it.
bool leads_to(std::string_view entry, std::string_view path) {
  return path.starts_with(entry) && (path.size() == entry.size() || entry.ends_with('/') || path[entry.size()] == '/');
}

// The entry with the longest address above the page's; null when the page is under none.
const NavItem* current_item(const Site& site, const identity::Actor& actor, std::string_view path) {
  const NavItem* current = nullptr;
  for (const NavItem& item : site.nav) {
    if (!item.shown_to(actor) || !leads_to(item.url.text(), path)) continue;
    if (current == nullptr || item.url.text().size() > current->url.text().size()) current = &item;
  }
  return current;
}

// Desks closed to a broker's organisation leave its rail (P2.desks).
bool closed(const Site& site, const NavItem& item, const std::vector<std::string>& desks) {
  return !desks.empty() && std::find(desks.begin(), desks.end(), desk_of(site, item.url.text())) != desks.end();
}

std::vector<web::ui::NavGroup> rail(const Site& site, const std::vector<const NavItem*>& items,
                                    const std::vector<std::int64_t>& waiting, const NavItem* current,
                                    const std::vector<std::string>& closed_desks) {
  std::vector<web::ui::NavGroup> groups;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const NavItem& item = *items[i];
    if (closed(site, item, closed_desks)) continue;
    if (groups.empty() || groups.back().title != item.section) groups.push_back({std::string(item.section), {}});
    groups.back().items.push_back({.label = std::string(item.label),
                                   .url = item.url,
                                   .icon = item.icon,
                                   .active = &item == current,
                                   .count = waiting[i] == 0 ? std::string() : base::french::integer(waiting[i])});
  }
  return groups;
}

// P5.returned: on every page until he mends it, but where he does.
constexpr web::html::Url mending_url{"/parametres/adresse"};

web::html::Markup returned_address() {
  return web::ui::notice({.tone = web::ui::Tone::bad,
                          .title = "Votre adresse ne reçoit pas nos e-mails",
                          .text = "Un courriel en est revenu : plus rien n’y part avant que vous l’ayez confirmée ou "
                                  "changée."},
                         web::ui::actions_row({{.label = "Confirmer ou changer mon adresse", .url = mending_url}}));
}

// P9.identity: on every page of an administrator until it is said, but where it is.
web::html::Markup unnamed_house() {
  return web::ui::notice(
      {.tone = web::ui::Tone::warn,
       .title = "L’identité de l’exploitant est incomplète",
       .text = "Factures, relevés de primes et mandats de prélèvement attendent : la loi veut y voir "
               "forme juridique, SIREN, adresse et numéro de TVA."},
      web::ui::actions_row({{.label = "Compléter l’identité", .url = identity::house_url}}));
}

}  // namespace

web::ui::Frame frame_of(const Visit& visit, std::string title, const std::optional<web::html::Url>& live) {
  web::ui::Frame frame{.title = std::move(title), .now = visit.now};
  if (visit.platform.settings.mode == platform::Mode::demo) frame.demo = web::ui::DemoClock{csrf_token(visit)};
  if (!visit.session) return frame;
  const identity::Actor& actor = visit.actor();
  const NavItem* current = current_item(visit.site, actor, visit.request.path);
  if (current != nullptr) frame.accent = current->accent;
  visit.platform.database.read([&](db::Transaction& tx) {
    std::vector<std::string> desks;
    if (actor.is(identity::OrganisationKind::broker)) desks = identity::closed_desks(tx, actor.organisation);
    const auto items = items_for(visit.site, actor);
    const Numbers numbers = numbers_of(tx, items, visit);
    frame.nav = rail(visit.site, items, numbers.waiting, current, desks);
    frame.account = web::ui::Account{.person = actor.name,
                                     .organisation = actor.organisation_name,
                                     .csrf_token = visit.session->csrf_token,
                                     .unread_notifications = numbers.unread};
    if (numbers.mail_returns && visit.request.path != mending_url.text())
      frame.standing = returned_address();
    else if (numbers.house_lacks && visit.request.path != identity::house_url.text())
      frame.standing = unnamed_house();
    if (live) frame.live = web::html::Url(*live).query(live::known_field, numbers.latest_fact);
  });
  return frame;
}

}  // namespace visit
