// GET /credit/dossiers/{}/matrice: which insurer covers which buyer. Two thousand rows come a part at a time, as one
// scrolls or by a link; the totals are always of all of them.
#include <algorithm>

#include "base/french.hpp"
#include "desks/credit/blind_test/cover_explained.hpp"
#include "desks/credit/blind_test/matrix_view.hpp"
#include "desks/credit/blind_test/submission_words.hpp"
#include "desks/credit/blind_test/test_pages.hpp"
#include "desks/credit/explanation_view.hpp"
#include "desks/credit/placement/placement_words.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/html/hole.hpp"
#include "web/ui/card.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"

namespace credit::blind_test {
namespace {

namespace html = web::html;
using html::Markup;
using html::Url;
using placement::rounded_euros;

constexpr std::size_t rows_a_body = 13;  // what a browser lays out at once when it comes into sight
constexpr int rows_a_part = 25;          // what one answer holds

std::string percent(int permille) {
  return base::french::percent(base::Rate{static_cast<std::int64_t>(permille) * 100'000});
}

// The part of the exposure that is covered, drawn under the amount by the style sheet in steps of five hundredths.
std::string bar_class(const Cell& cell, base::Money asked) {
  constexpr int steps = 20, hundredths = 5;
  if ((cell.state != State::partial && cell.state != State::granted) || asked.cents == 0) return {};
  const auto step = static_cast<int>(static_cast<__int128>(cell.covered.cents) * steps / asked.cents);
  return " bar-" + std::to_string(step * hundredths);
}

// Thousands of them in one table: few elements, none of them positioned, which a browser would lay out apart. The glyph
// says the state without colour; its words are for screen readers. The whole cell is its « i » (C35): what it opens is
// read when it is asked for.
html::Around cell_around(const Markup& amount) {
  return html::Around(html::td(
      html::attr_hole("class"),
      html::a(html::href_hole(),
              html::span(html::cls("glyph"), html::role("img"), html::aria_hole("label"), html::hole()), amount)));
}

void add_cell(Markup& all, const Cell& cell, const TestLine& line, const Url& how) {
  static const html::Around silent = cell_around({}), covered = cell_around(html::span(html::cls("num"), html::hole()));
  std::string look = "cell cell-", words(label(cell.state));
  look.append(slug(cell.state)).append(cell.best ? " best" : "").append(bar_class(cell, line.asked));
  if (cell.best) words.append(", le plus élevé");
  if (cell.amount.cents > 0)
    covered.add_to(all, {look, how, words, glyph(cell.state), rounded_euros(cell.amount)});
  else
    silent.add_to(all, {look, how, words, glyph(cell.state)});
}

html::Around row_around() {
  return html::Around(
      html::tr(html::th(html::attr("scope", "row"), html::cls("buyer"), html::a(html::href_hole(), html::hole()),
                        html::small(html::cls("quiet"), html::hole())),
               html::td(html::cls("end num"), html::hole()), html::hole()));
}

Markup head(const MatrixView& view, base::Instant now) {
  Markup cells = html::th(html::attr("scope", "col"), html::cls("buyer"), "Acheteur") +
                 html::th(html::attr("scope", "col"), html::cls("end"), "Encours");
  for (std::size_t i = 0; i < view.submissions.size(); ++i) {
    const auto& submission = view.submissions[i];
    cells += html::th(
        html::attr("scope", "col"),
        view.may_act ? html::a(html::href(Url::path("/credit/soumissions/{}", submission.id)), submission.insurer_name)
                     : html::fragment(submission.insurer_name),
        html::span(html::cls("total num"), rounded_euros(view.totals.totals[i].covered), " · ",
                   percent(view.totals.totals[i].covered_permille)),
        web::ui::status_badge(standing(submission, view.test->buyers, now)));
  }
  return html::thead(html::tr(cells));
}

std::string part_id(std::int64_t from) { return "suite-" + std::to_string(from); }

Url part_url(const MatrixView& view, std::int64_t from) {
  return Url::path("/credit/dossiers/{}/matrice", view.placement.id).query("depuis", from);
}

// Where the rest of the rows comes; without script, the link to it.
Markup next_part(const MatrixView& view, std::int64_t from) {
  const auto left = view.test->buyers - from;
  if (left <= 0) return {};
  return html::tbody(html::id(part_id(from)),
                     html::tr(html::td(html::attr("colspan", view.submissions.size() + 2), html::cls("more-rows"),
                                       html::a(html::href(part_url(view, from)),
                                               base::french::plural(left, "acheteur suivant", "acheteurs suivants")))));
}

// The last rows of a part ask for the next one as soon as they are scrolled into sight: it is there when theirs end.
Markup last_body(const MatrixView& view, const Markup& rows, std::int64_t next) {
  if (next >= view.test->buyers) return html::tbody(rows);
  return html::tbody(html::hx_get(part_url(view, next)), html::attr("hx-trigger", "intersect once"),
                     html::attr("hx-target", "#" + part_id(next)), html::attr("hx-swap", "outerHTML"), rows);
}

Markup bodies(const MatrixView& view) {
  static const html::Around around = row_around();
  Markup all, rows;
  const auto& lines = view.part.lines;
  const std::int64_t next = lines.empty() ? 0 : lines.back().line;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const TestLine& line = lines[i];
    const Url buyer = Url::path("/credit/dossiers/{}/matrice/{}", view.placement.id, line.line);
    Markup cells;
    int insurer = 0;
    for (const Cell& cell : view.part.matrix.rows[i]) add_cell(cells, cell, line, buyer.query("assureur", ++insurer));
    around.add_to(rows, {buyer, line.name, line.identifier, rounded_euros(line.asked), cells});
    const bool last = i + 1 == lines.size();
    if (!last && (i + 1) % rows_a_body != 0) continue;
    all += last ? last_body(view, rows, next) : html::tbody(rows);
    rows = Markup();
  }
  return all + next_part(view, next);
}

Markup foot_row(std::string_view label, std::string_view whole, const MatrixView& view,
                std::string (*value)(const InsurerTotals&)) {
  Markup cells =
      html::th(html::attr("scope", "row"), html::cls("buyer"), label) + html::td(html::cls("end num"), whole);
  for (const auto& totals : view.totals.totals) cells += html::td(html::cls("num"), value(totals));
  return html::tr(cells);
}

Markup foot(const MatrixView& view) {
  return html::tfoot(foot_row("Encours couvert", rounded_euros(view.test->asked), view,
                              [](const InsurerTotals& totals) { return rounded_euros(totals.covered); }),
                     foot_row("Part de l’encours", percent(1000), view,
                              [](const InsurerTotals& totals) { return percent(totals.covered_permille); }),
                     foot_row("Part des 10 plus gros", percent(1000), view,
                              [](const InsurerTotals& totals) { return percent(totals.top_permille); }),
                     foot_row("Accordés, partiels, refusés", "", view, [](const InsurerTotals& totals) {
                       return std::to_string(totals.granted) + ", " + std::to_string(totals.partial) + ", " +
                              std::to_string(totals.refused);
                     }));
}

Markup legend() {
  Markup items;
  for (const State state : states) {
    if (state == State::not_asked) continue;
    items += html::li(html::cls("cell-" + std::string(slug(state))),
                      html::span(html::cls("glyph"), html::aria("hidden", "true"), glyph(state)), label(state));
  }
  items += html::li(html::strong("gras souligné"), " : le plus élevé de la ligne");
  items += html::li(html::span(html::cls("legend-how"), html::aria("hidden", "true"), "i"),
                    "chaque case s’ouvre : ce qui est dit, et ce qui compte");
  return html::ul(html::cls("matrix-legend"), items);
}

web::ui::Value with_explanation(std::string text, const engine::Explanation& steps, std::optional<std::size_t> step,
                                std::string_view of) {
  if (!step) return web::ui::Value(text);
  return web::ui::Value(html::div(html::cls("figure"), text, explained(steps, *step, of)));
}

Markup summary(const MatrixView& view) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < view.totals.totals.size(); ++i)
    if (view.totals.totals[i].covered > view.totals.totals[best].covered) best = i;
  const auto& totals = view.totals.totals[best];
  const auto alone = cover_of(view.totals, totals, view.submissions[best].insurer_name);
  const auto together = best_of_each(view.totals);
  return web::ui::stat_tiles(
      {{.label = "Encours à couvrir",
        .value = web::ui::Value(rounded_euros(view.test->asked)),
        .hint = base::french::plural(view.test->buyers, "acheteur", "acheteurs")},
       {.label = "Meilleur assureur seul",
        .value = with_explanation(percent(totals.covered_permille), alone.steps, alone.share, "meilleur assureur seul"),
        .hint = totals.covered.cents == 0 ? "aucune réponse encore"
                                          : view.submissions[best].insurer_name + ", " + rounded_euros(totals.covered),
        .tone = web::ui::Tone::good},
       {.label = "Le meilleur de chacun",
        .value = with_explanation(percent(view.totals.best_permille), together.steps, together.share,
                                  "le meilleur de chacun"),
        .hint = rounded_euros(view.totals.best_of_all) + " si chaque acheteur allait au mieux-disant"}});
}

// Each total with its « i » (C35): outside the matrix, whose head stays in sight and cannot open.
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
                                   {.label = "En attente", .align = Align::end}},
                       .rows = {}};
  for (std::size_t i = 0; i < view.submissions.size(); ++i) {
    const auto& totals = view.totals.totals[i];
    const std::string& name = view.submissions[i].insurer_name;
    const auto cover = cover_of(view.totals, totals, name);
    table.rows.push_back(
        {.cells = {
             web::ui::Value(name),
             with_explanation(rounded_euros(totals.covered), cover.steps, cover.covered, "encours couvert, " + name),
             with_explanation(percent(totals.covered_permille), cover.steps, cover.share, "part, " + name),
             with_explanation(percent(totals.top_permille), cover.steps, cover.top_share,
                              "part des plus gros, " + name),
             web::ui::Value::number(totals.granted), web::ui::Value::number(totals.partial),
             web::ui::Value::number(totals.refused), web::ui::Value::number(totals.pending)}});
  }
  return web::ui::card({.title = "Par assureur", .icon = web::ui::Icon::shield}, web::ui::data_table(table));
}

web::ui::PageHeader header_of(const MatrixView& view, const std::string& csrf) {
  const auto& placement = view.placement;
  web::ui::PageHeader header{.title = "Qui couvre qui",
                             .reference = view.test ? view.test->code : placement.reference,
                             .lead = placement.company.name,
                             .crumbs = {{"Dossiers", Url("/credit")},
                                        {placement.company.name, Url::path("/credit/dossiers/{}", placement.id)}}};
  if (view.test && !view.test->closed_at && view.may_act)
    header.primary = web::ui::Action{
        .label = "Clore le test",
        .url = Url::path("/credit/dossiers/{}/test/cloture", placement.id),
        .look = web::ui::Look::primary,
        .post = web::ui::Post{.csrf_token = csrf,
                              .question = "Clore le test à blanc ?",
                              .consequence = "Les assureurs ne pourront plus répondre ni changer leurs réponses."}};
  return header;
}

}  // namespace

web::Response show_matrix(visit::Visit& visit) {
  const auto typed = visit::id_from_text(visit.request.query.get("depuis"));
  const int from = typed < INT32_MAX - rows_a_part ? static_cast<int>(typed) : 0;
  const bool joins = visit.request.htmx() && from > 0;
  auto view = load_matrix(visit, {from + 1, from + rows_a_part}, joins ? Joins::page_shown : Joins::whole_page);
  if (view && view->part.lines.empty() && from > 0)
    view = load_matrix(visit, {1, rows_a_part}, Joins::whole_page);  // beyond the end
  else if (view && joins)
    return visit::fragment(bodies(*view));
  if (!view) return visit::not_found(visit);
  Markup body = web::ui::page_header(header_of(*view, visit::csrf_token(visit)));
  if (!view->test || view->submissions.empty()) {
    body += web::ui::empty_state(
        {.title = "Aucun test à blanc n’est parti",
         .text = "Envoyez la liste des acheteurs aux assureurs : leurs réponses s’affichent ici.",
         .action = web::ui::Action{.label = "Préparer le test à blanc",
                                   .url = Url::path("/credit/dossiers/{}/test", view->placement.id)}});
    return visit::page(visit, {.title = "Qui couvre qui", .body = std::move(body)});
  }
  body += summary(*view) + legend() +
          html::div(html::cls("table-wrap matrix"), html::attr("tabindex", 0), html::role("region"),
                    html::aria("label", "Acheteurs et assureurs"), html::data("opens-in", "reponse"),
                    html::table(html::caption(html::cls("visually-hidden"), "Acheteurs et assureurs"),
                                head(*view, visit.now), bodies(*view), foot(*view))) +
          html::div(html::id("reponse"), html::cls("answer-shown"), html::attr("aria-live", "polite")) +
          insurers_card(*view);
  return visit::page(visit, {.title = "Qui couvre qui", .body = std::move(body), .width = web::ui::Frame::Width::full});
}

}  // namespace credit::blind_test
