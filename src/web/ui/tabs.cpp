#include "web/ui/tabs.hpp"

#include "web/html/elements.hpp"
#include "web/ui/icon.hpp"

namespace web::ui {

using namespace html;

namespace {

Markup tab(const Tab& tab) {
  return li(a(cls("tab"), href(tab.url), when(tab.current, aria("current", "page")), span(tab.label),
              when(!tab.count.empty(), [&] { return span(cls("count"), tab.count); })));
}

Markup chip(const Chip& chip) {
  return li(a(cls("chip"), href(chip.without), aria("label", "Retirer le filtre " + chip.label + " : " + chip.value),
              span(cls("quiet"), chip.label, " :"), span(chip.value), icon(Icon::x)));
}

Markup search_field(const FilterBar& bar) {
  return div(cls("filter-search"), icon(Icon::search),
             input(type("search"), name("q"), value(bar.search_text), aria("label", "Rechercher dans cette liste"),
                   attr("placeholder", bar.search_placeholder)));
}

Markup more_filters(const Markup& fields) {
  return details(cls("filter-more"), summary(cls("btn btn-secondary"), icon(Icon::filter), span("Filtrer")),
                 div(cls("filter-panel"), fields, button(cls("btn btn-primary"), type("submit"), "Appliquer")));
}

}  // namespace

Markup tabs(std::string_view label, const std::vector<Tab>& all) {
  return nav(cls("tabs"), aria("label", label), ul(each(all, tab)));
}

Markup filter_bar(const FilterBar& bar, const Markup& fields) {
  const auto kept = [](const auto& pair) { return input(type("hidden"), name(pair.first), value(pair.second)); };
  return div(cls("filter-bar"),
             div(cls("filter-line"),
                 form(method_get(), action(bar.action), each(bar.kept, kept), search_field(bar),
                      when(!fields.empty(), [&] { return more_filters(fields); })),
                 when(!bar.tools.empty(), [&] { return div(cls("filter-tools"), bar.tools); })),
             when(!bar.chips.empty(), [&] {
               return ul(cls("chips"), aria("label", "Filtres appliqués"), each(bar.chips, chip),
                         li(a(cls("chip-clear"), href(bar.cleared), "Tout effacer")));
             }));
}

}  // namespace web::ui
