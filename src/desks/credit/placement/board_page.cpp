// GET /credit/tableau: the open placements by step, the most urgent first; the eye finds what is stuck.
#include "base/french.hpp"
#include "desks/credit/placement/pipeline.hpp"
#include "desks/credit/placement/pipeline_views.hpp"
#include "desks/credit/placement/placement_pages.hpp"
#include "desks/credit/placement/placement_words.hpp"
#include "floor/deadlines/deadline_view.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/page_header.hpp"

namespace credit::placement {
namespace {

namespace html = web::html;
using html::Markup;
using html::Url;

constexpr int cards_a_column = 20;  // those most urgent; the others are behind a link

Markup card_of(const Line& line, const visit::Visit& visit) {
  const auto who = holder(line.waiting_for, line.waiting_name, visit.actor());
  return html::li(
      html::cls("board-card"),
      html::a(html::href(Url::path("/credit/dossiers/{}", line.id)), html::strong(line.company)),
      html::p(html::cls("quiet"), line.reference, " · ", label(line.size)),
      line.buyers == 0 ? Markup() : html::p(html::cls("num"), rounded_euros(line.exposure)),
      html::p(html::cls("board-foot"), html::span(who),
              line.next_due_at ? web::ui::due_pill(deadlines::due_of(*line.next_due_at, visit.now)) : Markup()));
}

Markup column_of(Step step, const PipelinePage& page, const visit::Visit& visit) {
  Markup cards;
  for (const Line& line : page.lines) cards += card_of(line, visit);
  Markup more;
  if (page.later)
    more = html::p(html::a(html::href(Url("/credit").query("etape", to_text(step)).query("tri", "echeance")),
                           "Tous les dossiers à cette étape"));
  const std::string number = std::to_string(number_of(step));
  const std::string count = std::to_string(page.lines.size()) + (page.later ? "+" : "");
  return html::section(
      html::cls("board-column"), html::aria("label", label(step)),
      html::h2(html::span(html::cls("board-number"), number), label(step), html::span(html::cls("count"), count)),
      page.lines.empty() ? html::p(html::cls("quiet"), "Aucun dossier") : html::ul(html::cls("board-cards"), cards),
      more);
}

}  // namespace

std::optional<web::ui::Action> opening_action(const visit::Visit& visit) {
  const bool may_open = visit.actor().is(identity::OrganisationKind::broker) &&
                        identity::at_least(visit.actor().role, identity::Role::member);
  if (!may_open) return std::nullopt;
  return web::ui::Action{.label = "Ouvrir un dossier",
                         .url = Url("/credit/nouveau"),
                         .look = web::ui::Look::primary,
                         .icon = web::ui::Icon::plus};
}

Markup pipeline_header(const visit::Visit& visit, PipelineView view) {
  web::ui::PageHeader header{.title = "Dossiers", .primary = opening_action(visit)};
  if (view == PipelineView::list)
    header.others.push_back({.label = "Tableau", .url = Url("/credit/tableau"), .icon = web::ui::Icon::layout});
  else
    header.others.push_back({.label = "Liste", .url = Url("/credit"), .icon = web::ui::Icon::list});
  if (visit.actor().is(identity::OrganisationKind::broker))
    header.others.push_back(
        {.label = "Vérifier un prospect", .url = Url("/credit/prospects"), .icon = web::ui::Icon::search});
  return web::ui::page_header(header);
}

web::Response show_board(visit::Visit& visit) {
  PipelineQuery query{.sort = Sort::due, .limit = cards_a_column};
  if (!visit.actor().is(identity::OrganisationKind::administrator)) query.broker = visit.actor().organisation;
  const auto pages = visit.platform.database.read([&](db::Transaction& tx) {
    std::vector<PipelinePage> found;
    // The first step is over as soon as a placement is opened.
    for (std::size_t i = 1; i < nine_steps.size(); ++i) {
      query.step = nine_steps[i];
      found.push_back(pipeline(tx, query));
    }
    return found;
  });
  Markup columns;
  for (std::size_t i = 0; i < pages.size(); ++i) columns += column_of(nine_steps[i + 1], pages[i], visit);
  const Markup board = html::div(html::cls("board"), html::attr("tabindex", 0), html::role("region"),
                                 html::aria("label", "Dossiers par étape"), columns);
  return visit::page(visit, {.title = "Tableau des dossiers",
                             .body = pipeline_header(visit, PipelineView::board) + board,
                             .width = web::ui::Frame::Width::full,
                             .live = Url("/credit/direct")});
}

}  // namespace credit::placement
