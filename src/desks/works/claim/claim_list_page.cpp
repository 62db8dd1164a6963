// GET /travaux: the broker's files, and all files for an administrator.
#include "base/french.hpp"
#include "desks/works/claim/claim_export.hpp"
#include "desks/works/claim/claim_kind.hpp"
#include "desks/works/claim/claim_list_query.hpp"
#include "desks/works/claim/claim_pages.hpp"
#include "desks/works/claim/claim_words.hpp"
#include "desks/works/claim/insurer.hpp"
#include "floor/deadlines/deadline_view.hpp"
#include "floor/views/views.hpp"
#include "floor/visit/frame.hpp"
#include "floor/visit/list_pages.hpp"
#include "floor/visit/page.hpp"
#include "web/html/hole.hpp"
#include "web/ui/choice_list.hpp"
#include "web/ui/dropdown.hpp"
#include "web/ui/form.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"
#include "web/ui/tabs.hpp"

namespace works::claim {
namespace {

using web::html::Markup;
using web::html::Url;

ListQuery first_page(ListQuery query) {
  query.cursor.reset();
  return query;
}
ListQuery with_tab(ListQuery query, Tab tab) {
  query.tab = tab;
  return first_page(std::move(query));
}
ListQuery with_sort(ListQuery query, Sort sort) {
  query.sort = sort;
  return first_page(std::move(query));
}
ListQuery unfiltered(ListQuery query) {
  query.search.clear();
  query.kind.clear();
  query.insurer.clear();
  return first_page(std::move(query));
}

Markup tab_row(const ListQuery& query, const std::vector<std::int64_t>& counts) {
  std::vector<web::ui::Tab> row;
  for (std::size_t i = 0; i < tabs.size(); ++i)
    row.push_back({std::string(label(tabs[i])), url_of(with_tab(query, tabs[i])), base::french::integer(counts[i]),
                   tabs[i] == query.tab});
  return web::ui::tabs("Dossiers par situation", row);
}

const web::ui::ChoiceList& kind_choices() {
  static const web::ui::ChoiceList choices([] {
    std::vector<web::ui::Option> all;
    for (const auto& kind : claim_kinds()) all.push_back({std::string(kind.slug), std::string(kind.label)});
    return all;
  }());
  return choices;
}
const web::ui::ChoiceList& insurer_choices() {
  static const web::ui::ChoiceList choices([] {
    std::vector<web::ui::Option> all;
    for (const auto& insurer : insurers()) all.push_back({std::string(insurer.slug), std::string(insurer.name)});
    return all;
  }());
  return choices;
}

Markup filters(const ListQuery& query, Markup tools) {
  web::ui::FilterBar bar{.action = Url("/travaux"),
                         .search_placeholder = "Référence, assuré, commune, n° de sinistre…",
                         .search_text = query.search,
                         .cleared = url_of(unfiltered(query)),
                         .tools = std::move(tools)};
  if (query.tab != Tab::all) bar.kept.emplace_back("vue", slug(query.tab));
  if (query.sort == Sort::due) bar.kept.emplace_back("tri", "echeance");
  if (!query.kind.empty()) {
    auto without = first_page(query);
    without.kind.clear();
    bar.chips.push_back({"Nature", std::string(find_claim_kind(query.kind)->label), url_of(without)});
  }
  if (!query.insurer.empty()) {
    auto without = first_page(query);
    without.insurer.clear();
    bar.chips.push_back({"Assureur", std::string(find_insurer(query.insurer)->name), url_of(without)});
  }
  return web::ui::filter_bar(bar, web::ui::field_row({web::ui::select_field({.name = "nature",
                                                                             .label = "Nature du sinistre",
                                                                             .value = query.kind,
                                                                             .need = web::ui::Field::Need::optional},
                                                                            kind_choices()),
                                                      web::ui::select_field({.name = "assureur",
                                                                             .label = "Assureur",
                                                                             .value = query.insurer,
                                                                             .need = web::ui::Field::Need::optional},
                                                                            insurer_choices())}));
}

std::vector<web::ui::Column> columns_of(const ListQuery& query) {
  const bool by_due = query.sort == Sort::due;
  return {{.label = "Dossier",
           .sort = url_of(with_sort(query, Sort::recent)),
           .sorted = by_due ? web::ui::Sorted::no : web::ui::Sorted::descending},
          {.label = "Assuré"},
          {.label = "Sinistre"},
          {.label = "En attente de"},
          {.label = "Échéance",
           .sort = url_of(with_sort(query, Sort::due)),
           .sorted = by_due ? web::ui::Sorted::ascending : web::ui::Sorted::no},
          {.label = "État"}};
}

// What stays of a row whatever it shows. Each cell but the last two has two lines.
const web::html::Around& around_row() {
  static const web::html::Around row = [] {
    using web::html::hole;
    const Markup two_lines = web::ui::two_line_holes();
    return web::ui::row_around(columns_of({}), {two_lines, two_lines, two_lines, two_lines, hole(), hole()},
                               web::ui::RowLook::plain);
  }();
  return row;
}

const Markup& badge_of(Status status) {
  static const auto badges = [] {
    std::vector<Markup> drawn;
    for (const Status one : every_status) drawn.push_back(web::ui::status_badge(status_badge(one)));
    return drawn;
  }();
  return badges[static_cast<std::size_t>(status)];
}

void add_row(Markup& rows, const Listed& claim, const visit::Visit& visit, base::Day today) {
  const auto* kind = find_claim_kind(claim.kind);
  std::string nature = kind ? std::string(kind->label) : claim.kind;
  if (claim.emergency) nature += " · urgent";
  const auto due = claim.next_due_at ? web::ui::due_pill(deadlines::due_of(*claim.next_due_at, visit.now)) : Markup();
  const std::string declared = base::french::day_short(base::paris::day_of(claim.declared_at)),
                    held_by = holder(claim.waiting_for, claim.waiting_name, visit.actor()),
                    detail = detail_text(claim.detail, claim.expert_visit_on, today);
  around_row().add_to(rows, {Url::path("/travaux/dossiers/{}", claim.id), claim.reference, declared, claim.insured_name,
                             claim.place_name, nature, claim.trades_text, held_by, detail,
                             claim.next_due_at ? due : web::ui::unknown(), badge_of(claim.status)});
}

void add_table(Markup& body, const ListQuery& query, const ListPage& page, const visit::Visit& visit) {
  const web::ui::Table table{.caption = "Dossiers", .columns = columns_of(query), .rows = {}};
  const auto today = base::paris::day_of(visit.now);
  web::ui::add_table(body, table, [&](Markup& rows) {
    for (const Line& line : page.lines) add_row(rows, *line.claim, visit, today);
  });
}

// What is exported is what the view holds, in its order.
Markup export_menu(const ListQuery& query, std::int64_t shown) {
  if (shown == 0) return {};
  const std::string hint = export_extent(shown);
  return web::ui::dropdown(
      "Exporter", web::ui::Icon::download,
      web::ui::menu_links({{"Classeur Excel (.xlsx)", export_url(query, tables::Format::xlsx), hint},
                           {"Fichier CSV", export_url(query, tables::Format::csv), hint}}));
}

Markup empty_list(const ListQuery& query, bool may_declare) {
  if (query.filtered())
    return web::ui::empty_state(
        {.icon = web::ui::Icon::search,
         .title = "Aucun dossier ne correspond",
         .text = "Essayez d’autres mots, ou retirez un filtre.",
         .action = web::ui::Action{.label = "Tout afficher", .url = url_of(unfiltered(query))}});
  web::ui::EmptyState state{.title = query.tab == Tab::to_do ? "Rien ne vous attend" : "Aucun dossier ici",
                            .text = "Un sinistre se déclare en moins d’une minute."};
  if (may_declare)
    state.action = web::ui::Action{
        .label = "Déclarer un sinistre", .url = Url("/travaux/declarer"), .look = web::ui::Look::primary};
  return web::ui::empty_state(state);
}

}  // namespace

web::Response show_list(visit::Visit& visit) {
  const ListQuery query = query_of(visit);
  struct Read {
    Found found;
    std::vector<views::View> views;
  };
  const Read read = visit.platform.database.read([&](db::Transaction& tx) {
    visit::expect_frame(tx, visit);
    views::expect(tx, visit.actor().account, "/travaux");
    auto found = find_page(tx, query, visit::counted_up_to);
    return Read{std::move(found), views::of(tx, visit.actor().account, "/travaux")};
  });
  const auto& [page, counts, shown] = read.found;
  const bool may_declare = visit.actor().is(identity::OrganisationKind::broker) &&
                           identity::at_least(visit.actor().role, identity::Role::member);
  web::ui::PageHeader header{.title = "Dossiers"};
  if (may_declare)
    header.primary = web::ui::Action{.label = "Déclarer un sinistre",
                                     .url = Url("/travaux/declarer"),
                                     .look = web::ui::Look::primary,
                                     .icon = web::ui::Icon::plus};
  Markup body;
  body += web::ui::page_header(header);
  body += tab_row(query, counts);
  body +=
      filters(query, views::menu(visit, read.views, "/travaux", url_of(first_page(query))) + export_menu(query, shown));
  if (page.lines.empty()) {
    body += empty_list(query, may_declare);
  } else {
    add_table(body, query, page, visit);
    body += web::ui::pager(visit::pager_of(query, page, visit::counted(shown, "dossier", "dossiers"),
                                           [](const ListQuery& other) { return url_of(other); }));
  }
  return visit::page(visit, {.title = "Dossiers",
                             .body = std::move(body),
                             .width = web::ui::Frame::Width::full,
                             .live = Url("/travaux/direct"),
                             .search_text = query.search});
}

}  // namespace works::claim
