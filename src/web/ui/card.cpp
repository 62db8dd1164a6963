#include "web/ui/card.hpp"

#include "web/html/elements.hpp"

namespace web::ui {

using namespace html;

Markup card(const Card& card, const Markup& content) {
  return section(cls("card"), when(!card.id.empty(), html::id(card.id)),
                 header(cls("card-header"), h2(card.icon ? icon(*card.icon) : Markup{}, card.title),
                        card.action ? action_button(*card.action) : Markup{}),
                 div(cls("card-body"), content));
}

Markup sheet(std::string_view title, std::string_view lead, const Markup& content) {
  return section(cls("sheet stack"), header(h1(title), when(!lead.empty(), [&] { return p(cls("lead"), lead); })),
                 content);
}

Markup two_columns(const Markup& wide, const Markup& narrow) {
  if (wide.empty() || narrow.empty()) return div(cls("stack"), wide, narrow);
  return div(cls("two-columns"), div(cls("stack"), wide), div(cls("stack"), narrow));
}

Markup halves(const Markup& left, const Markup& right) { return div(cls("halves"), left, right); }

Markup stack(const std::vector<Markup>& parts) {
  return div(cls("stack"), each(parts, [](const Markup& part) -> const Markup& { return part; }));
}

Markup disclosure(std::string_view name, Fold fold, const Markup& content) {
  return details(cls("disclosure"), when(fold == Fold::open, attr("open")),
                 summary(icon(Icon::chevron_right), span(name)), div(cls("disclosure-body"), content));
}

Markup lines(const std::vector<Line>& lines, std::string_view when_none) {
  if (lines.empty()) return p(cls("quiet"), when_none);
  return ul(cls("lines"), each(lines, [](const Line& line) {
              return li(div(span(line.what.markup()),
                            when(!line.detail.empty(), [&] { return small(cls("quiet"), line.detail); })),
                        when(!line.end.empty(), [&] { return line.end.markup(); }));
            }));
}

Markup facts(const std::vector<Fact>& facts) {
  return dl(cls("facts"), each(facts, [](const Fact& fact) { return div(dt(fact.label), dd(fact.value.markup())); }));
}

Markup stat_tiles(const std::vector<Stat>& stats) {
  return ul(cls("stats"), each(stats, [](const Stat& stat) {
              const Markup face =
                  fragment(span(cls("stat-label"), stat.label), div(cls("stat-value"), stat.value.markup()),
                           when(!stat.hint.empty(), [&] { return span(cls("stat-hint"), stat.hint); }));
              return li(cls("stat", tone_class(stat.tone)),
                        stat.url ? a(cls("stat-link"), href(*stat.url), face) : div(cls("stat-link"), face));
            }));
}

}  // namespace web::ui
