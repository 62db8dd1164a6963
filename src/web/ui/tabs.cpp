#include "web/ui/tabs.hpp"

#include "web/html/elements.hpp"
#include "web/html/hole.hpp"
#include "web/ui/icon.hpp"

namespace web::ui {

using namespace html;

namespace {

enum class Counted { no, yes };
// Around the address, the label and the count.
Around tab_around(const Attribute& current, Counted counted) {
  return Around(li(a(cls("tab"), href_hole(), current, span(hole()),
                     counted == Counted::yes ? span(cls("count"), hole()) : Markup{})));
}

void add_tab(Markup& all, const Tab& tab) {
  static const Attribute here = aria("current", "page");
  static const Around plain = tab_around({}, Counted::no), current = tab_around(here, Counted::no),
                      counted = tab_around({}, Counted::yes), current_counted = tab_around(here, Counted::yes);
  if (tab.count.empty())
    (tab.current ? current : plain).add_to(all, {tab.url, tab.label});
  else
    (tab.current ? current_counted : counted).add_to(all, {tab.url, tab.label, tab.count});
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

Markup more_filters(const Markup& fields, FilterBar::Panel panel) {
  return details(cls("filter-more"), when(panel == FilterBar::Panel::open, attr("open")),
                 summary(cls("btn btn-secondary"), icon(Icon::filter), span("Filtrer")),
                 div(cls("filter-panel"), fields, button(cls("btn btn-primary"), type("submit"), "Appliquer")));
}

}  // namespace

Markup tabs(std::string_view label, const std::vector<Tab>& all) {
  Markup drawn;
  for (const Tab& each : all) add_tab(drawn, each);
  return nav(cls("tabs"), aria("label", label), ul(drawn));
}

Markup filter_bar(const FilterBar& bar, const Markup& fields) {
  const auto kept = [](const auto& pair) { return input(type("hidden"), name(pair.first), value(pair.second)); };
  return div(cls("filter-bar"),
             div(cls("filter-line"),
                 form(method_get(), action(bar.action), each(bar.kept, kept), search_field(bar),
                      when(!fields.empty(), [&] { return more_filters(fields, bar.panel); })),
                 when(!bar.tools.empty(), [&] { return div(cls("filter-tools"), bar.tools); })),
             when(!bar.chips.empty(), [&] {
               return ul(cls("chips"), aria("label", "Filtres appliqués"), each(bar.chips, chip),
                         li(a(cls("chip-clear"), href(bar.cleared), "Tout effacer")));
             }));
}

}  // namespace web::ui
