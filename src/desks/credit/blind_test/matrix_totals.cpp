// The totals of the matrix, above and under it. Each figure opens how it is made (C35): matrix_total_page.cpp.
#include <algorithm>

#include "base/french.hpp"
#include "desks/credit/blind_test/matrix_view.hpp"
#include "desks/credit/permille.hpp"
#include "desks/credit/placement/placement_words.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/table.hpp"

namespace credit::blind_test {
namespace {

namespace html = web::html;
using html::Markup;
using html::Url;
using placement::rounded_euros;

Markup legend() {
  Markup items;
  const auto item = [&](State state, bool conditional) {
    items += html::li(html::cls(look_of(state, conditional)),
                      html::span(html::cls("glyph"), html::aria("hidden", "true"), glyph(state, conditional)),
                      words_of(state, conditional));
  };
  for (const State state : states) {
    item(state, false);
    if (state == State::granted || state == State::partial) item(state, true);
  }
  items += html::li(html::strong("gras souligné"), " : le plus élevé de la ligne");
  items += html::li(html::span(html::cls("legend-how"), html::aria("hidden", "true"), "i"),
                    "chaque case s’ouvre : ce qui est dit, et ce qui compte");
  return html::ul(html::cls("matrix-legend"), items);
}

// A figure that opens how it is made.
web::ui::Value opening(std::string_view text, const MatrixView& view, std::size_t total) {
  return web::ui::Value(html::a(html::cls("how"), html::href(view.page().query("total", total)), text));
}

std::string whole_of(const MatrixView& view) {
  std::string whole = base::french::plural(view.buyers(), "acheteur", "acheteurs");
  const auto unasked = view.buyers() - view.test.buyers;
  if (view.over == Over::placement && view.test.number == 1 && unasked > 0)
    whole += ", dont " + base::french::integer(unasked) + " sans identifiant, que personne ne peut étudier";
  return whole;
}

Markup summary(const MatrixView& view) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < view.totals.totals.size(); ++i)
    if (view.totals.totals[i].covered > view.totals.totals[best].covered) best = i;
  const auto& totals = view.totals.totals[best];
  return web::ui::stat_tiles(
      {{.label = "Encours à couvrir", .value = web::ui::Value(rounded_euros(view.exposure())), .hint = whole_of(view)},
       {.label = "Meilleur assureur seul",
        .value = opening(percent_text(totals.covered_permille), view, best + 1),
        .hint = totals.covered.cents == 0 ? "aucune réponse encore"
                                          : view.submissions[best].insurer_name + ", " + rounded_euros(totals.covered),
        .tone = web::ui::Tone::good},
       {.label = "Le meilleur de chacun",
        .value = opening(percent_text(view.totals.best_permille), view, best_of_all),
        .hint = rounded_euros(view.totals.best_of_all) + " si chaque acheteur allait au mieux-disant"}});
}

Markup insurers_card(const MatrixView& view) {
  using web::ui::Align;
  web::ui::Table table{.caption = "Par assureur",
                       .columns = {{.label = "Assureur"},
                                   {.label = "Encours couvert", .align = Align::end},
                                   {.label = "Part de l’encours", .align = Align::end},
                                   {.label = "Part des 10 plus gros", .align = Align::end},
                                   {.label = "Accordés", .align = Align::end},
                                   {.label = "En partie", .align = Align::end},
                                   {.label = "Refusés", .align = Align::end},
                                   {.label = "Sous condition", .align = Align::end},
                                   {.label = "En attente", .align = Align::end},
                                   {.label = "Déclinés", .align = Align::end},
                                   {.label = "Non demandés", .align = Align::end}},
                       .rows = {}};
  for (std::size_t i = 0; i < view.submissions.size(); ++i) {
    const auto& totals = view.totals.totals[i];
    table.rows.push_back(
        {.cells = {web::ui::Value(view.submissions[i].insurer_name),
                   opening(rounded_euros(totals.covered), view, i + 1),
                   opening(percent_text(totals.covered_permille), view, i + 1),
                   opening(percent_text(totals.top_permille), view, i + 1), web::ui::Value::number(totals.granted),
                   web::ui::Value::number(totals.partial), web::ui::Value::number(totals.refused),
                   web::ui::Value::number(totals.conditional), web::ui::Value::number(totals.pending),
                   web::ui::Value::number(totals.declined), web::ui::Value::number(totals.not_asked)}});
  }
  return web::ui::card({.title = "Par assureur", .icon = web::ui::Icon::shield}, web::ui::data_table(table));
}

// What was asked before, each test by itself (C8.asked_again).
Markup earlier_card(const MatrixView& view) {
  if (view.earlier.empty()) return {};
  std::vector<web::ui::Line> lines;
  for (const BlindTest& test : view.earlier)
    lines.push_back({web::ui::Value::link(matrix_url(test, Over::test), test.code),
                     base::french::plural(test.buyers, "acheteur", "acheteurs") + ", " + rounded_euros(test.asked) +
                         " demandés le " + base::french::day_medium(base::paris::day_of(test.sent_at)),
                     test.closed_at
                         ? web::ui::Value("clos le " + base::french::day_medium(base::paris::day_of(*test.closed_at)))
                         : web::ui::Value()});
  return web::ui::card({.title = "Tests précédents", .icon = web::ui::Icon::history}, web::ui::lines(lines, ""));
}

}  // namespace

Markup matrix_body(const MatrixView& view) {
  return html::div(html::data("opens-in", "reponse"), summary(view), legend(), matrix_table(view),
                   html::div(html::id("reponse"), html::cls("answer-shown"), html::attr("aria-live", "polite")),
                   web::ui::stack({insurers_card(view), earlier_card(view)}));
}

}  // namespace credit::blind_test
