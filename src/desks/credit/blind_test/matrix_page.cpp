// GET /credit/dossiers/{}/matrice: who covers whom, at a glance; the sum of it under each insurer.
#include "base/french.hpp"
#include "desks/credit/blind_test/blind_test.hpp"
#include "desks/credit/blind_test/matrix_rules.hpp"
#include "desks/credit/blind_test/submission_words.hpp"
#include "desks/credit/blind_test/test_pages.hpp"
#include "desks/credit/placement/placement.hpp"
#include "desks/credit/placement/placement_words.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/html/svg.hpp"
#include "web/ui/card.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"

namespace credit::blind_test {
namespace {

namespace html = web::html;
using html::Markup;
using html::Url;
using placement::rounded_euros;

constexpr std::size_t rows_a_body = 50;  // what a browser lays out at once when it comes into sight

struct MatrixView {
  placement::Placement placement;
  std::optional<BlindTest> test;
  std::vector<TestLine> lines;
  std::vector<Submission> submissions;
  Matrix matrix;
  bool may_act;
};

Matrix matrix_of(const MatrixView& view, const std::vector<std::pair<SubmissionId, KeptAnswer>>& answers,
                 base::Day today) {
  std::vector<base::Money> asked;
  for (const TestLine& line : view.lines) asked.push_back(line.asked);
  std::vector<std::vector<std::optional<Answer>>> by_insurer(view.submissions.size(),
                                                             std::vector<std::optional<Answer>>(view.lines.size()));
  for (std::size_t i = 0; i < view.submissions.size(); ++i)
    for (const auto& [submission, answer] : answers)
      if (submission == view.submissions[i].id) by_insurer[i][static_cast<std::size_t>(answer.line) - 1] = answer;
  return blind_test::matrix_of(asked, by_insurer, today);
}

std::optional<MatrixView> load(visit::Visit& visit) {
  const PlacementId id{visit.id()};
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<MatrixView> {
    auto placement = placement::find(tx, id, visit.actor());
    if (!placement) return std::nullopt;
    MatrixView view{*std::move(placement), latest_of(tx, id), {}, {}, {}, false};
    view.may_act = visit.actor().is(identity::OrganisationKind::broker) &&
                   identity::at_least(visit.actor().role, identity::Role::member);
    if (!view.test) return view;
    view.lines = lines_of(tx, view.test->id);
    view.submissions = submissions_of(tx, view.test->id);
    view.matrix = matrix_of(view, answers_of(tx, view.test->id), base::paris::day_of(visit.now));
    return view;
  });
}

std::string percent(int permille) {
  return base::french::percent(base::Rate{static_cast<std::int64_t>(permille) * 100'000});
}

// The glyph says the state without colour; its words are for screen readers and on hover.
std::string_view glyph(State state) {
  switch (state) {
    case State::granted:
      return "●";
    case State::partial:
      return "◐";
    case State::refused:
      return "✕";
    case State::insolvency_only:
      return "◇";
    case State::expired:
      return "⌛";
    case State::pending:
      return "…";
    case State::not_asked:
      break;
  }
  return "–";
}

Markup bar(const Cell& cell, base::Money asked) {
  constexpr int width = 100;
  const int filled =
      asked.cents == 0 ? 0 : static_cast<int>(static_cast<__int128>(cell.covered.cents) * width / asked.cents);
  if (cell.state != State::partial && cell.state != State::granted) return {};
  return html::svg::svg(html::attr("viewBox", "0 0 100 3"), html::attr("preserveAspectRatio", "none"),
                        html::aria("hidden", "true"),
                        html::svg::rect(html::attr("width", filled), html::attr("height", 3)));
}

Markup cell_of(const Cell& cell, const TestLine& line) {
  const std::string words(label(cell.state));
  const bool amount = cell.amount.cents > 0;
  return html::td(html::cls("cell", "cell-" + std::string(slug(cell.state)), cell.best ? "best" : ""),
                  html::tooltip(cell.best ? words + ", le plus élevé" : words),
                  html::span(html::cls("glyph"), html::aria("hidden", "true"), glyph(cell.state)),
                  amount ? html::span(html::cls("num"), rounded_euros(cell.amount)) : Markup(),
                  html::span(html::cls("visually-hidden"), cell.best ? words + ", le plus élevé" : words),
                  bar(cell, line.asked));
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
        html::span(html::cls("total num"), rounded_euros(view.matrix.totals[i].covered), " · ",
                   percent(view.matrix.totals[i].covered_permille)),
        web::ui::status_badge(standing(submission, view.test->buyers, now)));
  }
  return html::thead(html::tr(cells));
}

Markup bodies(const MatrixView& view) {
  Markup all, rows;
  for (std::size_t i = 0; i < view.lines.size(); ++i) {
    const TestLine& line = view.lines[i];
    Markup cells = html::th(html::attr("scope", "row"), html::cls("buyer"), line.name,
                            html::small(html::cls("quiet"), line.identifier)) +
                   html::td(html::cls("end num"), rounded_euros(line.asked));
    for (const Cell& cell : view.matrix.rows[i]) cells += cell_of(cell, line);
    rows += html::tr(cells);
    if ((i + 1) % rows_a_body == 0 || i + 1 == view.lines.size()) {
      all += html::tbody(rows);
      rows = Markup();
    }
  }
  return all;
}

Markup foot_row(std::string_view label, std::string_view whole, const MatrixView& view,
                std::string (*value)(const InsurerTotals&)) {
  Markup cells =
      html::th(html::attr("scope", "row"), html::cls("buyer"), label) + html::td(html::cls("end num"), whole);
  for (const auto& totals : view.matrix.totals) cells += html::td(html::cls("num"), value(totals));
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
  return html::ul(html::cls("matrix-legend"), items);
}

Markup summary(const MatrixView& view) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < view.matrix.totals.size(); ++i)
    if (view.matrix.totals[i].covered > view.matrix.totals[best].covered) best = i;
  const auto& totals = view.matrix.totals[best];
  return web::ui::stat_tiles(
      {{.label = "Encours à couvrir",
        .value = web::ui::Value(rounded_euros(view.test->asked)),
        .hint = base::french::plural(view.test->buyers, "acheteur", "acheteurs")},
       {.label = "Meilleur assureur seul",
        .value = web::ui::Value(percent(totals.covered_permille)),
        .hint = totals.covered.cents == 0 ? "aucune réponse encore"
                                          : view.submissions[best].insurer_name + ", " + rounded_euros(totals.covered),
        .tone = web::ui::Tone::good},
       {.label = "Le meilleur de chacun",
        .value = web::ui::Value(percent(view.matrix.best_permille)),
        .hint = rounded_euros(view.matrix.best_of_all) + " si chaque acheteur allait au mieux-disant"}});
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
  const auto view = load(visit);
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
                    html::aria("label", "Acheteurs et assureurs"),
                    html::table(html::caption(html::cls("visually-hidden"), "Acheteurs et assureurs"),
                                head(*view, visit.now), bodies(*view), foot(*view)));
  return visit::page(visit, {.title = "Qui couvre qui", .body = std::move(body), .width = web::ui::Frame::Width::full});
}

}  // namespace credit::blind_test
