#include "web/ui/page_header.hpp"

#include "web/html/elements.hpp"

namespace web::ui {

using namespace html;

namespace {

Markup crumbs_line(const std::vector<Crumb>& crumbs) {
  if (crumbs.empty()) return {};
  return nav(cls("crumbs"), aria("label", "Fil d’Ariane"), ol(each(crumbs, [](const Crumb& crumb) {
               return li(a(href(crumb.url), crumb.label), icon(Icon::chevron_right));
             })));
}

Markup awaiting_line(const Awaiting& awaiting) {
  return p(
      cls("awaiting"), icon(Icon::hourglass), span("En attente de : ", strong(awaiting.who)),
      when(!awaiting.what.empty(), [&] { return span("· ", awaiting.what); }),
      awaiting.due ? fragment(due_pill(*awaiting.due), span(cls("quiet num"), due_exact(*awaiting.due))) : Markup{},
      awaiting.due && !due_warning(*awaiting.due).empty() ? span(cls("quiet"), due_warning(*awaiting.due)) : Markup{});
}

}  // namespace

Markup page_header(const PageHeader& header) {
  std::vector<Action> actions = header.others;
  if (header.primary) {
    actions.push_back(*header.primary);
    actions.back().look = Look::primary;
  }
  const bool has_facts = header.status || !header.status_detail.empty();
  return div(
      cls("page-header"), crumbs_line(header.crumbs),
      div(cls("page-header-line"),
          div(cls("page-header-title"),
              when(!header.reference.empty(), [&] { return p(cls("reference"), header.reference); }), h1(header.title),
              when(has_facts,
                   [&] {
                     return p(
                         cls("page-header-status"), header.status ? status_badge(*header.status) : Markup{},
                         when(!header.status_detail.empty(), [&] { return span(cls("quiet"), header.status_detail); }));
                   }),
              when(!header.lead.empty(), [&] { return p(cls("lead"), header.lead); })),
          actions_row(actions)),
      header.awaiting ? awaiting_line(*header.awaiting) : Markup{});
}

}  // namespace web::ui
