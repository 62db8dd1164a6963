#include "floor/visit/frame.hpp"

#include <algorithm>
#include <array>

#include "base/french.hpp"
#include "db/ahead.hpp"
#include "floor/audit/changes.hpp"
#include "floor/identity/desks.hpp"
#include "floor/live/live.hpp"
#include "floor/messages/messages.hpp"
#include "floor/messages/returned_addresses.hpp"
#include "floor/visit/desk_of.hpp"
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

std::vector<const NavItem*> items_for(const Site& site, const identity::Actor& actor) {
  std::vector<const NavItem*> items;
  for (const NavItem& item : site.nav)
    if (item.shown_to(actor)) items.push_back(&item);
  return items;
}

// All the numbers of a frame in one statement: notices that were not read, the latest fact that is settled, whether the
// person's address returns mail, then what waits at each item that counts.
struct Question {
  std::string sql;
  std::array<db::Param, 4> params;
};
Question question_of(const std::vector<const NavItem*>& items, const Visit& visit) {
  Question question{.sql = "SELECT (",
                    .params = {{{"organisation", visit.actor().organisation},
                                {"account", visit.actor().account},
                                {"most", web::ui::told_notifications + 1},
                                {"until", visit.now - live::settled_after.value()}}}};
  question.sql.append(messages::unread_sql).append("), (").append(audit::latest_fact_sql).append("), (");
  question.sql.append(messages::returned_sql).append(")");
  for (const NavItem* item : items)
    if (!item->count.empty()) question.sql.append(", (").append(item->count).append(")");
  return question;
}
struct Numbers {
  int unread;
  std::int64_t latest_fact;
  bool mail_returns;
  std::vector<std::int64_t> waiting;  // for each item
};
Numbers numbers_of(db::Transaction& tx, const std::vector<const NavItem*>& items, const Visit& visit) {
  const Question question = question_of(items, visit);
  Numbers numbers{};
  tx.each(question.sql, question.params, [&](const db::Row& row) {
    numbers.unread = row.get<int>(0);
    numbers.latest_fact = row.integer(1);
    numbers.mail_returns = row.integer(2) != 0;
    int column = 3;
    for (const NavItem* item : items) numbers.waiting.push_back(item->count.empty() ? 0 : row.integer(column++));
  });
  return numbers;
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

}  // namespace

void expect_frame(db::Transaction& tx, const Visit& visit) {
  if (!visit.session || !db::travels(tx)) return;
  const Question question = question_of(items_for(visit.site, visit.actor()), visit);
  db::expect(tx, question.sql, question.params);
}

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
    if (numbers.mail_returns && visit.request.path != mending_url.text()) frame.standing = returned_address();
    if (live) frame.live = web::html::Url(*live).query(live::known_field, numbers.latest_fact);
  });
  return frame;
}

}  // namespace visit
