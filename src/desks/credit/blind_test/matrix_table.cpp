// The table of the matrix. Thousands of cells: few elements and short ones, each drawn once around what differs.
#include <algorithm>
#include <array>

#include "base/french.hpp"
#include "desks/credit/blind_test/cover_explained.hpp"
#include "desks/credit/blind_test/matrix_view.hpp"
#include "desks/credit/blind_test/submission_words.hpp"
#include "desks/credit/permille.hpp"
#include "desks/credit/placement/placement_words.hpp"
#include "web/html/elements.hpp"
#include "web/html/hole.hpp"
#include "web/ui/badge.hpp"

namespace credit::blind_test {
namespace {

namespace html = web::html;
using html::Around;
using html::Markup;
using html::Url;
using placement::rounded_euros;

constexpr std::size_t rows_a_body = 13;  // what a browser lays out at once when it comes into sight
constexpr std::size_t bar_steps = 20;    // of five hundredths

bool covers(const Cell& cell) { return cell.state == State::partial || cell.state == State::granted; }

// The part of the exposure that is covered, drawn under the amount by the style sheet.
std::size_t bar_of(const Cell& cell, base::Money asked) {
  if (!covers(cell) || asked.cents == 0) return 0;
  return static_cast<std::size_t>(static_cast<__int128>(cell.covered.cents) * bar_steps / asked.cents);
}

// The glyph says the state without colour; its words are for screen readers. The whole cell is its « i » (C35): what it
// opens is read when it is asked for.
Around cell_around(State state, bool conditional, bool best, std::size_t bar) {
  std::string look = look_of(state, conditional), words = words_of(state, conditional);
  look.append(best ? " best" : "");
  if (bar > 0) look.append(" bar-").append(std::to_string(bar * 100 / bar_steps));
  if (best) words.append(", le plus élevé");
  return Around(html::td(
      html::cls(look),
      html::a(html::href_hole(), html::i(html::role("img"), html::aria("label", words), glyph(state, conditional)),
              html::hole())));
}

const Around& around(const Cell& cell, base::Money asked) {
  struct Look {
    std::array<std::vector<Around>, 4> bars;  // firm, best of its row, conditional, both
  };
  static const auto looks = [] {
    std::vector<Look> all(states.size());
    for (std::size_t state = 0; state < states.size(); ++state)
      for (const bool conditional : {false, true})
        for (const bool best : {false, true})
          for (std::size_t bar = 0; bar <= bar_steps; ++bar)
            all[state].bars[(conditional ? 2 : 0) + (best ? 1 : 0)].push_back(
                cell_around(states[state], conditional, best, bar));
    return all;
  }();
  const auto state = static_cast<std::size_t>(std::find(states.begin(), states.end(), cell.state) - states.begin());
  return looks[state].bars[(cell.conditional ? 2 : 0) + (cell.best ? 1 : 0)][bar_of(cell, asked)];
}

Markup cells_of(const std::vector<Cell>& row, const TestLine& line, const Url& page) {
  Markup cells;
  const std::string case_of = std::to_string(line.line) + "-";
  int insurer = 0;
  for (const Cell& cell : row)
    around(cell, line.asked)
        .add_to(cells, {page.query("case", case_of + std::to_string(++insurer)),
                        cell.amount.cents > 0 ? rounded_euros(cell.amount) : std::string()});
  return cells;
}

Around row_around() {
  return Around(html::tr(html::th(html::attr("scope", "row"), html::cls("buyer"),
                                  html::a(html::href_hole(), html::hole()), html::small(html::hole())),
                         html::td(html::hole()), html::hole()));
}

Markup head(const MatrixView& view) {
  Markup cells = html::th(html::attr("scope", "col"), html::cls("buyer"), "Acheteur") +
                 html::th(html::attr("scope", "col"), html::cls("end"), "Encours");
  for (std::size_t i = 0; i < view.submissions.size(); ++i) {
    const auto& submission = view.submissions[i];
    cells += html::th(
        html::attr("scope", "col"),
        view.may_act ? html::a(html::href(Url::path("/credit/soumissions/{}", submission.id)), submission.insurer_name)
                     : html::fragment(submission.insurer_name),
        html::span(html::cls("total"), rounded_euros(view.totals.totals[i].covered), " · ",
                   percent_text(view.totals.totals[i].covered_permille)),
        web::ui::status_badge(standing(submission, view.now, view.quote(i))));
  }
  return html::thead(html::tr(cells));
}

std::string part_id(std::int64_t from) { return "suite-" + std::to_string(from); }

Url part_url(const MatrixView& view, std::int64_t from) { return view.page().query("depuis", from); }

// Where the rest of the rows comes; without script, the link to it.
Markup next_part(const MatrixView& view, std::int64_t from) {
  const auto left = view.buyers() - from;
  if (left <= 0) return {};
  return html::tbody(html::id(part_id(from)),
                     html::tr(html::td(html::attr("colspan", view.submissions.size() + 2), html::cls("more-rows"),
                                       html::a(html::href(part_url(view, from)),
                                               base::french::plural(left, "acheteur suivant", "acheteurs suivants")))));
}

// The last rows of a part ask for the next one as soon as they are scrolled into sight: it is there when theirs end.
Markup last_body(const MatrixView& view, const Markup& rows, std::int64_t next) {
  if (next >= view.buyers()) return html::tbody(rows);
  return html::tbody(html::hx_get(part_url(view, next)), html::attr("hx-trigger", "intersect once"),
                     html::attr("hx-target", "#" + part_id(next)), html::attr("hx-swap", "outerHTML"), rows);
}

// Each figure opens how it is made: with the other totals of its insurer.
Markup foot_cell(const MatrixView& view, std::size_t insurer, const std::string& text) {
  return html::td(html::a(html::href(view.page().query("total", insurer + 1)), text));
}

Markup foot_row(std::string_view label, std::string_view whole, const MatrixView& view,
                std::string (*value)(const InsurerTotals&)) {
  Markup cells = html::th(html::attr("scope", "row"), html::cls("buyer"), label) + html::td(whole);
  for (std::size_t i = 0; i < view.totals.totals.size(); ++i) cells += foot_cell(view, i, value(view.totals.totals[i]));
  return html::tr(cells);
}

Markup counts_row(const MatrixView& view) {
  Markup cells = html::th(html::attr("scope", "row"), html::cls("buyer"), "Accordés, partiels, refusés") + html::td();
  for (const InsurerTotals& totals : view.totals.totals)
    cells += html::td(std::to_string(totals.granted) + ", " + std::to_string(totals.partial) + ", " +
                      std::to_string(totals.refused));
  return html::tr(cells);
}

// What the offers cost, for what they cover; a dash where none came.
Markup price_row(std::string_view label, const MatrixView& view,
                 std::string (*value)(const offer::Price&, const InsurerTotals&)) {
  Markup cells = html::th(html::attr("scope", "row"), html::cls("buyer"), label) + html::td();
  for (std::size_t i = 0; i < view.submissions.size(); ++i) {
    const auto* price = view.price(view.submissions[i]);
    cells += price == nullptr ? html::td("—") : foot_cell(view, i, value(*price, view.totals.totals[i]));
  }
  return html::tr(cells);
}

std::string cost_of_a_euro(const offer::Price& price, const InsurerTotals& totals) {
  const auto ratio = cost_of(price.total, totals.covered).ratio;
  return ratio ? base::french::percent(rounded_down(*ratio)) : "—";
}

Markup foot(const MatrixView& view) {
  Markup rows = foot_row("Encours couvert", rounded_euros(view.exposure()), view,
                         [](const InsurerTotals& totals) { return rounded_euros(totals.covered); }) +
                foot_row("Part de l’encours", percent_text(1000), view,
                         [](const InsurerTotals& totals) { return percent_text(totals.covered_permille); }) +
                foot_row("Part des 10 plus gros", percent_text(1000), view,
                         [](const InsurerTotals& totals) { return percent_text(totals.top_permille); }) +
                counts_row(view);
  if (view.over == Over::placement)
    rows += price_row("Prime HT", view,
                      [](const offer::Price& price, const InsurerTotals&) { return rounded_euros(price.premium); }) +
            price_row("Coût par euro couvert", view, cost_of_a_euro);
  return html::tfoot(rows);
}

}  // namespace

Markup matrix_rows(const MatrixView& view) {
  static const Around around = row_around();
  const Url page = view.page();
  Markup all, rows;
  const auto& lines = view.part.lines;
  const std::int64_t next = lines.empty() ? 0 : lines.back().line;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const TestLine& line = lines[i];
    around.add_to(rows, {buyer_url(view.test, view.over, line.line), line.name,
                         line.identifier.empty() ? std::string("sans identifiant") : line.identifier,
                         rounded_euros(line.asked), cells_of(view.part.matrix.rows[i], line, page)});
    const bool last = i + 1 == lines.size();
    if (!last && (i + 1) % rows_a_body != 0) continue;
    all += last ? last_body(view, rows, next) : html::tbody(rows);
    rows = Markup();
  }
  return all + next_part(view, next);
}

Markup matrix_table(const MatrixView& view) {
  return html::div(html::cls("table-wrap matrix"), html::attr("tabindex", 0), html::role("region"),
                   html::aria("label", "Acheteurs et assureurs"),
                   html::table(html::caption(html::cls("visually-hidden"), "Acheteurs et assureurs"), head(view),
                               matrix_rows(view), foot(view)));
}

}  // namespace credit::blind_test
