// GET /reparateurs: the landing page of both sides, a repairer's files and a firm's (M7–M14).
#include "base/french.hpp"
#include "desks/motor/file/file_view_words.hpp"
#include "desks/motor/list/banner.hpp"
#include "desks/motor/list/list_export.hpp"
#include "desks/motor/list/list_pages.hpp"
#include "desks/motor/list/list_query.hpp"
#include "desks/motor/list/list_table.hpp"
#include "floor/views/views.hpp"
#include "floor/visit/frame.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/html/hole.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"

namespace motor::list {
namespace {

namespace html = web::html;
using file::State;
using html::Markup;
using html::Url;

constexpr int counted_up_to = 1000;  // filtered counts stop at « 1 000+ » (P14)

struct Read {
  file::Found found;
  std::vector<views::View> views;
};

Markup tab_row(const Asked& asked, const Addresses& addresses, const std::vector<std::int64_t>& counts) {
  std::vector<web::ui::Tab> row;
  for (std::size_t i = 0; i < file::states.size(); ++i) {
    const State state = file::states[i];
    const bool current = asked.query.tab == state;
    row.push_back({std::string(label(state)), addresses.tab(current ? std::nullopt : std::optional(state)),
                   base::french::integer(counts[i]), current});
  }
  return web::ui::tabs("Dossiers par état", row);
}

web::ui::Pager pager_of(const Asked& asked, const file::Found& found) {
  using Direction = file::ListQuery::Direction;
  const auto at = [&](FileId id, Direction direction) {
    Asked other = asked;
    other.query.cursor = id;
    other.query.direction = direction;
    return url_of(other);
  };
  web::ui::Pager pager{.previous = {}, .next = {}, .summary = {}};
  pager.summary = asked.query.filtered() && found.shown > counted_up_to
                      ? base::french::integer(counted_up_to) + "+ dossiers"
                      : base::french::plural(found.shown, "dossier", "dossiers");
  if (found.page.earlier) pager.previous = at(found.page.lines.front()->id, Direction::before);
  if (found.page.later) pager.next = at(found.page.lines.back()->id, Direction::after);
  return pager;
}

Markup empty_list(const Asked& asked) {
  if (asked.query.filtered())
    return web::ui::empty_state(
        {.icon = web::ui::Icon::search,
         .title = "Aucun dossier ne correspond",
         .text = "Essayez d’autres mots, ou retirez un filtre.",
         .action = web::ui::Action{.label = "Supprimer la recherche", .url = url_of(unfiltered(asked))}});
  if (asked.query.tab)
    return web::ui::empty_state(
        {.title = "Aucun dossier dans cet onglet",
         .text = "Les dossiers y viennent d’eux-mêmes, selon leur état.",
         .action = web::ui::Action{.label = "Voir tous les dossiers", .url = url_of(with_tab(asked, std::nullopt))}});
  return web::ui::empty_state({.title = "Aucun dossier pour vos établissements",
                               .text = "Un dossier manque ? Le SIRET est peut-être erroné dans l’une des deux bases."});
}

web::ui::PageHeader header_of(const visit::Visit& visit, const Asked& asked, const Addresses& addresses) {
  using web::ui::Action;
  using web::ui::Icon;
  web::ui::PageHeader header{.title = "LISTE DES DOSSIERS"};
  if (visit.actor().is(identity::OrganisationKind::adjusting_firm) &&
      identity::at_least(visit.actor().role, identity::Role::member)) {
    header.primary = Action{.label = "Nouveau dossier",
                            .url = Url("/reparateurs/nouveau"),
                            .look = web::ui::Look::primary,
                            .icon = Icon::plus};
    header.others.push_back({.label = "Importer", .url = Url("/reparateurs/import"), .icon = Icon::upload});
  }
  const bool full = asked.screen == Screen::full;
  header.others.push_back({.label = full ? "Quitter le plein écran" : "Plein écran",
                           .url = addresses.screen(full ? Screen::framed : Screen::full),
                           .icon = full ? Icon::x : Icon::external});
  return header;
}

}  // namespace

web::Response show_list(visit::Visit& visit) {
  const Asked asked = asked_of(visit);
  const Read read_now = visit.platform.database.read([&](db::Transaction& tx) {
    visit::expect_frame(tx, visit);
    views::expect(tx, asked.query.reader, "/reparateurs");
    return Read{.found = file::find_page(tx, asked.query), .views = views::of(tx, asked.query.reader, "/reparateurs")};
  });
  const file::Found& found = read_now.found;
  const Addresses addresses(asked);
  constexpr std::size_t usual_bytes = 64 * 1024;
  Markup body;
  body.reserve(usual_bytes);
  body += web::ui::page_header(header_of(visit, asked, addresses));
  body += banner_notice(visit, banner_of(found.news));
  body += tab_row(asked, addresses, found.in_states);
  body += filters(asked, views::menu(visit, read_now.views, "/reparateurs", url_of(first_page(asked))) +
                             export_menu(asked, found.shown));
  if (found.page.lines.empty()) {
    body += empty_list(asked);
  } else {
    static const html::Around around(html::div(html::cls("motor-list"), html::hole()));
    const html::Filling::Writer table = [&](Markup& all) { add_table(all, asked, addresses, found.page.lines); };
    around.add_to(body, {table});
    body += web::ui::pager(pager_of(asked, found));
  }
  const visit::Page page{.title = "Liste des dossiers",
                         .body = std::move(body),
                         .width = web::ui::Frame::Width::full,
                         .live = Url("/reparateurs/direct"),
                         .search_text = asked.query.search};
  return asked.screen == Screen::full ? visit::plain_page(visit, page) : visit::page(visit, page);
}

web::Response post_banner(visit::Visit& visit) {
  visit.platform.database.write(
      [&](db::Transaction& tx) { file::dismiss_banner(tx, visit.actor().account, visit.now); });
  return visit::see_other(url_of(asked_of(visit)));
}

}  // namespace motor::list
