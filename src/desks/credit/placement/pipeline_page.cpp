// GET /credit: the broker's placements, and all of them for an administrator.
#include "base/french.hpp"
#include "desks/credit/placement/pipeline.hpp"
#include "desks/credit/placement/pipeline_views.hpp"
#include "desks/credit/placement/placement_pages.hpp"
#include "desks/credit/placement/placement_words.hpp"
#include "floor/deadlines/deadline_view.hpp"
#include "floor/identity/organisations.hpp"
#include "floor/views/views.hpp"
#include "floor/visit/export.hpp"
#include "floor/visit/list_pages.hpp"
#include "floor/visit/page.hpp"
#include "web/ui/form.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"
#include "web/ui/tabs.hpp"

namespace credit::placement {
namespace {

using web::html::Markup;
using web::html::Url;
using web::ui::Value;

}  // namespace

PipelineQuery query_of(const visit::Visit& visit) {
  const auto& asked = visit.request.query;
  PipelineQuery query;
  if (!visit.actor().is(identity::OrganisationKind::administrator)) query.broker = visit.actor().organisation;
  query.tab = tab_from_slug(asked.get("vue")).value_or(Tab::all);
  query.sort = asked.get("tri") == "echeance" ? Sort::due : Sort::recent;
  query.search = asked.get("q");
  if (size_from_text(asked.get("taille"))) query.size = asked.get("taille");
  query.step = step_from_text(asked.get("etape"));
  if (query.broker) query.handled_by = visit::typed_id<identity::AccountId>(asked.get("suivi"));
  query.cursor = visit::cursor_of(asked);
  return query;
}

namespace {

bool filtered(const PipelineQuery& query) {
  return !query.search.empty() || !query.size.empty() || query.step || query.handled_by;
}

}  // namespace

// What is not the standard stands in it.
Url url_of(const PipelineQuery& query, Url url) {
  if (query.tab != Tab::all) url = url.query("vue", slug(query.tab));
  if (query.sort == Sort::due) url = url.query("tri", "echeance");
  if (!query.search.empty()) url = url.query("q", query.search);
  if (!query.size.empty()) url = url.query("taille", query.size);
  if (query.step) url = url.query("etape", to_text(*query.step));
  if (query.handled_by) url = url.query("suivi", query.handled_by);
  return visit::at_cursor(std::move(url), query.cursor);
}

namespace {

PipelineQuery first_page(PipelineQuery query) {
  query.cursor.reset();
  return query;
}
PipelineQuery with_sort(PipelineQuery query, Sort sort) {
  query.sort = sort;
  return first_page(std::move(query));
}
PipelineQuery unfiltered(PipelineQuery query) {
  query.search.clear();
  query.size.clear();
  query.step.reset();
  query.handled_by = {};
  return first_page(std::move(query));
}

Markup export_menu(const PipelineQuery& query, std::int64_t shown) {
  if (shown == 0) return {};
  return web::ui::dropdown("Exporter", web::ui::Icon::download,
                           web::ui::menu_links(visit::both_files(url_of(first_page(query), "/credit/export.xlsx"),
                                                                 url_of(first_page(query), "/credit/export.csv"),
                                                                 "Les dossiers de cette vue, dans son ordre")));
}

std::string name_among(const std::vector<identity::Member>& colleagues, identity::AccountId account) {
  for (const auto& member : colleagues)
    if (member.account == account) return member.name;
  return "un ancien collègue";
}

// Whose files: the reader first.
std::vector<web::ui::Option> handlers(const std::vector<identity::Member>& colleagues, const identity::Actor& reader) {
  std::vector<web::ui::Option> options;
  for (const auto& member : colleagues) {
    const bool me = member.account == reader.account;
    options.insert(me ? options.begin() : options.end(),
                   web::ui::Option{std::to_string(member.account.value), me ? "Moi" : member.name});
  }
  return options;
}

Markup filters(const PipelineQuery& query, const std::vector<identity::Member>& colleagues,
               const identity::Actor& reader, Markup tools) {
  web::ui::FilterBar bar{.action = Url("/credit"),
                         .search_placeholder = "Référence, entreprise, SIREN…",
                         .search_text = query.search,
                         .cleared = url_of(unfiltered(query)),
                         .tools = std::move(tools)};
  if (query.tab != Tab::all) bar.kept.emplace_back("vue", slug(query.tab));
  if (query.sort == Sort::due) bar.kept.emplace_back("tri", "echeance");
  if (!query.size.empty()) {
    auto without = first_page(query);
    without.size.clear();
    bar.chips.push_back({"Taille", std::string(label(*size_from_text(query.size))), url_of(without)});
  }
  if (query.step) {
    auto without = first_page(query);
    without.step.reset();
    bar.chips.push_back({"Étape", std::string(label(*query.step)), url_of(without)});
  }
  if (query.handled_by) {
    auto without = first_page(query);
    without.handled_by = {};
    bar.chips.push_back({"Suivi par", name_among(colleagues, query.handled_by), url_of(without)});
  }
  std::vector<web::ui::Option> size_options, step_options;
  for (const Size size : sizes) size_options.push_back({std::string(to_text(size)), std::string(label(size))});
  for (const Step step : nine_steps) step_options.push_back({std::string(to_text(step)), std::string(label(step))});
  constexpr auto optional = web::ui::Field::Need::optional;
  std::vector<Markup> fields{
      web::ui::select_field({.name = "taille", .label = "Taille", .value = query.size, .need = optional}, size_options),
      web::ui::select_field({.name = "etape",
                             .label = "Étape",
                             .value = query.step ? std::string(to_text(*query.step)) : std::string(),
                             .need = optional},
                            step_options)};
  if (query.broker)
    fields.push_back(
        web::ui::select_field({.name = "suivi",
                               .label = "Suivi par",
                               .value = query.handled_by ? std::to_string(query.handled_by.value) : std::string(),
                               .need = optional},
                              handlers(colleagues, reader)));
  return web::ui::filter_bar(bar, web::ui::field_row(fields));
}

web::ui::Row row_of(const Line& line, const visit::Visit& visit) {
  const std::string buyers =
      line.buyers == 0 ? "acheteurs à saisir" : base::french::plural(line.buyers, "acheteur", "acheteurs");
  const auto opened = base::french::day_short(base::paris::day_of(line.opened_at));
  return {
      .url = Url::path("/credit/dossiers/{}", line.id),
      .cells = {
          Value::two_lines(line.reference, opened), Value::two_lines(line.company, label(line.size)),
          line.buyers == 0 ? Value::two_lines("—", buyers) : Value::two_lines(rounded_euros(line.exposure), buyers),
          Value(holder(line.waiting_for, line.waiting_name, visit.actor())),
          line.next_due_at ? Value(deadlines::due_of(*line.next_due_at, visit.now)) : Value(), step_badge(line.step)}};
}

Markup table_of(const PipelineQuery& query, const PipelinePage& page, const visit::Visit& visit) {
  using web::ui::Sorted;
  const bool by_due = query.sort == Sort::due;
  web::ui::Table table{.caption = "Dossiers",
                       .columns = {{.label = "Dossier",
                                    .sort = url_of(with_sort(query, Sort::recent)),
                                    .sorted = by_due ? Sorted::no : Sorted::descending},
                                   {.label = "Entreprise"},
                                   {.label = "Encours à couvrir"},
                                   {.label = "En attente de"},
                                   {.label = "Échéance",
                                    .sort = url_of(with_sort(query, Sort::due)),
                                    .sorted = by_due ? Sorted::ascending : Sorted::no},
                                   {.label = "Étape"}},
                       .rows = {}};
  for (const auto& line : page.lines) table.rows.push_back(row_of(line, visit));
  return web::ui::data_table(table);
}

Markup empty_list(const PipelineQuery& query, const visit::Visit& visit) {
  if (filtered(query))
    return web::ui::empty_state(
        {.icon = web::ui::Icon::search,
         .title = "Aucun dossier ne correspond",
         .text = "Essayez d’autres mots, ou retirez un filtre.",
         .action = web::ui::Action{.label = "Tout afficher", .url = url_of(unfiltered(query))}});
  web::ui::EmptyState state{.title = query.tab == Tab::to_do ? "Rien ne vous attend" : "Aucun dossier ici",
                            .text = "Un dossier s’ouvre pendant le premier appel, en une minute."};
  state.action = opening_action(visit);
  return web::ui::empty_state(state);
}

}  // namespace

web::Response show_pipeline(visit::Visit& visit) {
  const PipelineQuery query = query_of(visit);
  struct Read {
    PipelinePage page;
    std::vector<std::int64_t> counts;
    std::int64_t shown;
    std::vector<views::View> views;
    std::vector<identity::Member> colleagues;
  };
  const Read read = visit.platform.database.read([&](db::Transaction& tx) {
    Read found{
        pipeline(tx, query), tab_counts(tx, query.broker), 0, views::of(tx, visit.actor().account, "/credit"), {}};
    if (query.broker) found.colleagues = identity::members(tx, query.broker);
    found.shown = filtered(query) ? count_up_to(tx, query, visit::counted_up_to)
                                  : found.counts[static_cast<std::size_t>(query.tab)];
    return found;
  });
  Markup body = pipeline_header(visit, PipelineView::list);
  std::vector<web::ui::Tab> row;
  for (std::size_t i = 0; i < tabs.size(); ++i) {
    auto other = first_page(query);
    other.tab = tabs[i];
    row.push_back(
        {std::string(label(tabs[i])), url_of(other), base::french::integer(read.counts[i]), tabs[i] == query.tab});
  }
  body += web::ui::tabs("Dossiers par situation", row);
  body +=
      filters(query, read.colleagues, visit.actor(),
              views::menu(visit, read.views, "/credit", url_of(first_page(query))) + export_menu(query, read.shown));
  if (read.page.lines.empty()) {
    body += empty_list(query, visit);
  } else {
    body += table_of(query, read.page, visit);
    body += web::ui::pager(visit::pager_of(query, read.page, visit::counted(read.shown, "dossier", "dossiers"),
                                           [](const PipelineQuery& other) { return url_of(other); }));
  }
  return visit::page(visit, {.title = "Dossiers",
                             .body = std::move(body),
                             .width = web::ui::Frame::Width::full,
                             .live = Url("/credit/direct"),
                             .search_text = query.search});
}

}  // namespace credit::placement
