#include "floor/visit/search_page.hpp"

#include <algorithm>

#include "base/french.hpp"
#include "base/text.hpp"
#include "floor/identity/desks.hpp"
#include "floor/visit/desk_of.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/hits.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"

namespace visit {
namespace {

using namespace web::html;
namespace ui = web::ui;

constexpr std::size_t fewest_characters = 2;
constexpr std::size_t most_characters = 200;

struct Group {
  const SearchSource* source;
  SearchFound found;
};

// What stands at a desk that was closed to the organisation is found no more than it opens (P2.desks).
bool leads_to(const std::vector<std::string>& closed, const Site& site, const SearchFound& found) {
  return !closed.empty() &&
         std::find(closed.begin(), closed.end(), desk_of(site, found.hits.front().url.text())) != closed.end();
}

std::vector<Group> search(Visit& visit, const SearchAsked& asked) {
  const bool broker = visit.actor().is(identity::OrganisationKind::broker);
  return visit.platform.database.read([&](db::Transaction& tx) {
    std::vector<Group> groups;
    const auto closed = broker ? identity::closed_desks(tx, visit.actor().organisation) : std::vector<std::string>();
    for (const SearchSource& source : visit.site.search) {
      if (!source.open_to(visit.actor())) continue;
      auto found = source.find(tx, visit.actor(), asked);
      if (!found.hits.empty() && !leads_to(closed, visit.site, found)) groups.push_back({&source, std::move(found)});
    }
    return groups;
  });
}

// « 1 000+ »: what is beyond was not counted.
std::string counted(std::int64_t count, int up_to) {
  return count > up_to ? base::french::integer(up_to) + "+" : base::french::integer(count);
}

std::string what_is_left(const SearchFound& found) {
  const auto shown = static_cast<std::int64_t>(found.hits.size());
  if (found.all || found.count <= shown) return {};
  return "Les " + base::french::integer(shown) + " premiers : précisez la recherche pour voir les autres.";
}

Markup group_of(const Group& group, const SearchAsked& asked) {
  ui::HitGroup shown{.title = std::string(group.source->title),
                     .icon = group.source->icon,
                     .count = counted(group.found.count, asked.count_up_to),
                     .hits = {},
                     .note = what_is_left(group.found)};
  for (const SearchHit& hit : group.found.hits) shown.hits.push_back({hit.url, hit.title, hit.detail, hit.state});
  if (group.found.all && group.found.count > static_cast<std::int64_t>(group.found.hits.size()))
    shown.all = ui::Action{.label = "Tout afficher", .url = *group.found.all, .look = ui::Look::quiet};
  return ui::hit_group(shown);
}

std::string summary(const std::vector<Group>& groups, const SearchAsked& asked) {
  std::int64_t total = 0;
  bool more = false;
  for (const Group& group : groups) {
    more = more || group.found.count > asked.count_up_to;
    total += std::min<std::int64_t>(group.found.count, asked.count_up_to);
  }
  const std::string of_text = " pour «\u00A0" + asked.typed + "\u00A0»";
  return (more ? base::french::integer(total) + "+ résultats" : base::french::plural(total, "résultat", "résultats")) +
         of_text;
}

Markup nothing(std::string title, std::string text) {
  return ui::empty_state({.icon = ui::Icon::search, .title = std::move(title), .text = std::move(text)});
}

Markup body_of(Visit& visit, const SearchAsked& asked) {
  constexpr auto how =
      "Une référence, un nom, une commune, un numéro : plusieurs mots, même incomplets, affinent la recherche.";
  if (asked.typed.empty()) return ui::page_header({.title = "Recherche"}) + nothing("Que cherchez-vous ?", how);
  if (asked.folded.size() < fewest_characters)
    return ui::page_header({.title = "Recherche"}) + nothing("Tapez au moins deux lettres ou chiffres", how);
  const auto groups = search(visit, asked);
  if (groups.empty())
    return ui::page_header({.title = "Recherche"}) + nothing("Aucun résultat pour «\u00A0" + asked.typed + "\u00A0»",
                                                             "Vérifiez l’orthographe, ou cherchez avec moins de mots.");
  return ui::page_header({.title = "Recherche", .lead = summary(groups, asked)}) +
         each(groups, [&](const Group& group) { return group_of(group, asked); });
}

}  // namespace

web::Response show_search(Visit& visit) {
  SearchAsked asked{.typed = base::squeeze(visit.request.query.get("q")), .folded = {}};
  if (base::count_code_points(asked.typed) > most_characters) asked.typed.clear();
  asked.folded = std::string(base::trim(base::fold(asked.typed)));
  return page(visit, {.title = asked.typed.empty() ? "Recherche" : "Recherche : " + asked.typed,
                      .body = body_of(visit, asked),
                      .width = ui::Frame::Width::reading,
                      .search_text = asked.typed});
}

}  // namespace visit
