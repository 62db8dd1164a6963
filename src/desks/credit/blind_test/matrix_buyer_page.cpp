// GET /credit/dossiers/{}/matrice/{}: one buyer of the matrix: what each insurer says of him, why the figure is what it
// is (C35), and what it said before (C5.history); and one cell of it, opened in the matrix itself.
#include <algorithm>

#include "base/french.hpp"
#include "desks/credit/blind_test/cover_explained.hpp"
#include "desks/credit/blind_test/cover_list.hpp"
#include "desks/credit/blind_test/grid_view.hpp"
#include "desks/credit/blind_test/matrix_view.hpp"
#include "desks/credit/blind_test/test_pages.hpp"
#include "desks/credit/explanation_view.hpp"
#include "desks/credit/placement/placement_words.hpp"
#include "desks/credit/portfolio/buyer.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"

namespace credit::blind_test {
namespace {

namespace html = web::html;
using html::Markup;
using html::Url;

struct BuyerView {
  placement::Placement placement;
  BlindTest test;
  Over over;
  TestLine line;
  std::vector<Submission> submissions;
  std::vector<Standing> standings;  // of each of them
  std::vector<Said> history;
};

std::vector<Standing> standings_on(db::Transaction& tx, const BuyerView& view) {
  std::vector<Standing> standings(view.submissions.size());
  if (view.over == Over::placement) {
    each_asking(tx, view.test.placement, {view.line.line, view.line.line},
                [&](std::string_view insurer, int, const Asking& asking) {
                  for (std::size_t i = 0; i < standings.size(); ++i)
                    if (view.submissions[i].insurer == insurer) follow(standings[i], asking);
                });
    return standings;
  }
  for (std::size_t i = 0; i < standings.size(); ++i) {
    Asking asking{.asked = view.line.asked,
                  .taken = view.submissions[i].declined_at ? Asking::Taken::declined : Asking::Taken::up};
    for (const Said& said : view.history) {
      if (said.insurer != view.submissions[i].insurer) continue;
      asking.answer = said.answer;
      asking.answered_at = said.answer.at;
    }
    follow(standings[i], asking);
  }
  return standings;
}

std::optional<BuyerView> load(visit::Visit& visit, std::int64_t asked) {
  const PlacementId id{visit.id()};
  const auto line = static_cast<int>(std::min<std::int64_t>(asked, INT32_MAX));
  const auto test = visit.request.query.get("test");
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<BuyerView> {
    auto placement = placement::find(tx, id, visit.actor());
    auto compared = placement ? compared_test(tx, id, test) : ComparedTest{};
    if (!compared.test) return std::nullopt;
    auto lines = compared.over == Over::placement ? cover_lines(tx, id, {line, line})
                                                  : lines_of(tx, compared.test->id, {line, line});
    if (lines.empty()) return std::nullopt;
    auto submissions = columns_of(tx, *compared.test, compared.over);
    BuyerView view{*std::move(placement),
                   *std::move(compared.test),
                   compared.over,
                   std::move(lines.front()),
                   std::move(submissions),
                   {},
                   {}};
    if (!view.line.identifier.empty()) view.history = history_of(tx, id, view.line.country, view.line.identifier);
    if (view.over == Over::test)
      std::erase_if(view.history, [&](const Said& said) { return said.test != view.test.id; });
    view.standings = standings_on(tx, view);
    return view;
  });
}

// Why a cell counts for what it does, or for nothing.
Markup counted(const BuyerView& view, const Submission& submission, const Standing& standing, State state) {
  const std::string& who = submission.insurer_name;
  const auto amount = [&] { return placement::rounded_euros(standing.answer->amount); };
  switch (state) {
    case State::granted:
    case State::partial: {
      const auto steps = cover_of_cell(view.line.asked, standing.answer->amount);
      return explanation_list(steps.steps);
    }
    case State::refused:
      return html::p(who + " ne couvre pas cet acheteur : il compte pour zéro.");
    case State::insolvency_only:
      return html::p("Les ", amount(),
                     " ne jouent qu’en cas de procédure collective, pas de simple retard : ils ne "
                     "comptent pas dans l’encours couvert.");
    case State::expired:
      return html::p("Les ", amount(), " valaient jusqu’au ", base::french::day_medium(*standing.answer->valid_until),
                     " : ils ne comptent plus. Faites confirmer la limite.");
    case State::declined:
      return html::p(who + " décline le test : cet acheteur n’est pas étudié, il compte pour zéro.");
    case State::not_asked:
      return html::p(view.line.identifier.empty()
                         ? "Sans SIREN ni numéro de registre, aucun assureur ne reconnaît cet acheteur : rien n’a été "
                           "demandé. Son encours compte dans le total à couvrir."
                         : "Rien n’a été demandé à " + who + " sur cet acheteur.");
    case State::pending:
      break;
  }
  return html::p(standing.answer ? who + " étudie encore cet acheteur : il compte pour zéro jusqu’à sa réponse."
                                 : who + " n’a encore rien répondu sur cet acheteur.");
}

// What is said since, that decides nothing yet.
Markup asked_again(const Submission& submission, const Standing& standing) {
  if (standing.since != Standing::Since::asked_again) return {};
  return html::p(html::cls("quiet"),
                 standing.last == Standing::Last::declined
                     ? submission.insurer_name + ", interrogé à nouveau, décline : sa réponse précédente tient."
                     : submission.insurer_name + " est interrogé à nouveau : d’ici sa décision, celle-ci tient.");
}

web::ui::Value covered_value(const Standing& standing, const TestLine& line, base::Day today) {
  const auto amount = covered(standing, line.asked, today);
  const State state = state_of(standing, today);
  if (state != State::granted && state != State::partial) return web::ui::Value(placement::rounded_euros(amount));
  const auto steps = cover_of_cell(line.asked, standing.answer->amount);
  return web::ui::Value(html::div(html::cls("figure"), placement::rounded_euros(amount),
                                  explained(steps.steps, *steps.covered, "encours couvert")));
}

// All that was said besides the answer that stands.
Markup others_said(const BuyerView& view, const Submission& submission, const Standing& standing) {
  Markup rows;
  std::int64_t count = 0;
  bool met = false;  // the one that stands, once
  for (auto each = view.history.rbegin(); each != view.history.rend(); ++each) {
    if (each->insurer != submission.insurer) continue;
    const Answer& said = each->answer;
    if (!met && standing.answer && each->answer.at == standing.answered_at && said == *standing.answer) {
      met = true;
      continue;
    }
    rows += html::li(told(each->answer));
    ++count;
  }
  if (count == 0) return {};
  return html::details(html::cls("amended"),
                       html::summary(base::french::plural(count, "autre réponse donnée", "autres réponses données")),
                       html::ol(rows));
}

web::ui::Row row_of(const BuyerView& view, std::size_t insurer, base::Day today) {
  const Submission& submission = view.submissions[insurer];
  const Standing& standing = view.standings[insurer];
  const State state = state_of(standing, today);
  const bool on_condition = conditional(standing, today);
  const Markup shown =
      html::span(html::cls(look_of(state, on_condition)),
                 html::span(html::cls("glyph"), html::aria("hidden", "true"), glyph(state, on_condition)),
                 words_of(state, on_condition));
  web::ui::Row row{
      .cells = {web::ui::Value(submission.insurer_name),
                web::ui::Value(shown + asked_again(submission, standing) + others_said(view, submission, standing)),
                {},
                {},
                {},
                {}}};
  if (!standing.answer) return row;
  const Answer& answer = *standing.answer;
  if (answer.amount.cents > 0) row.cells[2] = web::ui::Value(placement::rounded_euros(answer.amount));
  row.cells[3] = covered_value(standing, view.line, today);
  if (!answer.conditions.empty()) row.cells[4] = web::ui::Value(answer.conditions);
  if (answer.valid_until) row.cells[5] = web::ui::Value(*answer.valid_until);
  return row;
}

// One cell, opened under the matrix: what is said of this buyer, since when and until when, and what counts of it.
Markup cell_part(const BuyerView& view, std::size_t insurer, base::Day today) {
  const Submission& submission = view.submissions[insurer];
  const Standing& standing = view.standings[insurer];
  const State state = state_of(standing, today);
  std::vector<web::ui::Fact> facts{
      {"Demandé", web::ui::Value(state == State::not_asked
                                     ? std::string("—")
                                     : placement::rounded_euros(standing.answer ? standing.asked : view.line.asked))},
      {"Réponse", web::ui::Value(words_of(state, conditional(standing, today)))}};
  if (standing.answer) {
    const Answer& answer = *standing.answer;
    if (answer.amount.cents > 0) facts.push_back({"Accordé", web::ui::Value(placement::rounded_euros(answer.amount))});
    if (!answer.conditions.empty()) facts.push_back({"Condition", web::ui::Value(answer.conditions)});
    if (answer.valid_until) facts.push_back({"Valable jusqu’au", web::ui::Value(*answer.valid_until)});
    facts.push_back({"Répondu le", web::ui::Value(standing.answered_at)});
  }
  return html::details(html::cls("cell-how"), html::attr("open", ""),
                       html::summary(html::strong(submission.insurer_name), " · ", view.line.name),
                       html::div(web::ui::facts(facts), counted(view, submission, standing, state),
                                 asked_again(submission, standing), others_said(view, submission, standing)));
}

web::Response buyer_page(visit::Visit& visit, const BuyerView& view, const Markup& cell) {
  const auto today = base::paris::day_of(visit.now);
  using web::ui::Align;
  web::ui::Table table{.caption = "Réponses des assureurs",
                       .columns = {{.label = "Assureur"},
                                   {.label = "Réponse"},
                                   {.label = "Accordé", .align = Align::end},
                                   {.label = "Couvert", .align = Align::end},
                                   {.label = "Condition"},
                                   {.label = "Valable jusqu’au"}},
                       .rows = {}};
  for (std::size_t i = 0; i < view.submissions.size(); ++i) table.rows.push_back(row_of(view, i, today));
  const auto& placement = view.placement;
  const Markup body =
      web::ui::page_header({.title = view.line.name,
                            .reference = view.test.code,
                            .lead = (view.line.identifier.empty() ? "Sans identifiant" : view.line.identifier) + " · " +
                                    std::string(portfolio::country_name(view.line.country)) + " · " +
                                    placement::rounded_euros(view.line.asked) +
                                    (view.line.identifier.empty() ? " d’encours à " : " demandés à ") +
                                    std::to_string(view.line.terms_days) + "\u00a0jours",
                            .crumbs = {{"Dossiers", Url("/credit")},
                                       {placement.company.name, Url::path("/credit/dossiers/{}", placement.id)},
                                       {"Qui couvre qui", matrix_url(view.test, view.over)}}}) +
      cell +
      web::ui::card({.title = "Ce que chacun couvre", .icon = web::ui::Icon::shield}, web::ui::data_table(table));
  return visit::page(visit, {.title = view.line.name, .body = body});
}

}  // namespace

web::Response show_matrix_buyer(visit::Visit& visit) {
  const auto view = load(visit, visit.id(1));
  return view ? buyer_page(visit, *view, {}) : visit::not_found(visit);
}

web::Response show_matrix_cell(visit::Visit& visit, std::int64_t line, std::int64_t insurer) {
  const auto view = load(visit, line);
  if (!view || insurer < 1 || insurer > static_cast<std::int64_t>(view->submissions.size()))
    return visit::not_found(visit);
  const auto cell = cell_part(*view, static_cast<std::size_t>(insurer - 1), base::paris::day_of(visit.now));
  if (visit.request.htmx()) return visit::fragment(cell);
  return buyer_page(visit, *view, html::div(html::cls("answer-shown"), cell));
}

}  // namespace credit::blind_test
