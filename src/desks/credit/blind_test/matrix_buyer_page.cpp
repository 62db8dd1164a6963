// GET /credit/dossiers/{}/matrice/{}: one buyer of the matrix: what each insurer says of him, why the figure is what it
// is (C35), and what it said before (C5.history); and one cell of it, opened in the matrix itself.
#include <algorithm>

#include "base/french.hpp"
#include "desks/credit/blind_test/cover_explained.hpp"
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
  TestLine line;
  std::vector<Submission> submissions;
  std::vector<std::pair<SubmissionId, KeptAnswer>> history;
};

std::optional<BuyerView> load(visit::Visit& visit, std::int64_t asked) {
  const PlacementId id{visit.id()};
  const auto line = static_cast<int>(std::min<std::int64_t>(asked, INT32_MAX));
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<BuyerView> {
    auto placement = placement::find(tx, id, visit.actor());
    auto test = placement ? latest_of(tx, id) : std::nullopt;
    if (!test) return std::nullopt;
    auto lines = lines_of(tx, test->id, {line, line});
    if (lines.empty()) return std::nullopt;
    auto submissions = submissions_of(tx, test->id);
    auto history = history_of(tx, test->id, line);
    return BuyerView{*std::move(placement), *std::move(test), std::move(lines.front()), std::move(submissions),
                     std::move(history)};
  });
}

std::vector<const KeptAnswer*> said_by(const BuyerView& view, const Submission& submission) {
  std::vector<const KeptAnswer*> said;
  for (const auto& [of, answer] : view.history)
    if (of == submission.id) said.push_back(&answer);
  return said;
}

// Why a cell counts for what it does, or for nothing.
Markup counted(const BuyerView& view, const Submission& submission, const KeptAnswer* answer, State state) {
  const std::string& who = submission.insurer_name;
  const auto amount = [&] { return placement::rounded_euros(answer->amount); };
  switch (state) {
    case State::granted:
    case State::partial: {
      const auto steps = cover_of_cell(view.line.asked, answer->amount);
      return explanation_list(steps.steps);
    }
    case State::refused:
      return html::p(who + " ne couvre pas cet acheteur : il compte pour zéro.");
    case State::insolvency_only:
      return html::p("Les ", amount(),
                     " ne jouent qu’en cas de procédure collective, pas de simple retard : ils ne "
                     "comptent pas dans l’encours couvert.");
    case State::expired:
      return html::p("Les ", amount(), " valaient jusqu’au ", base::french::day_medium(*answer->valid_until),
                     " : ils ne comptent plus. Faites confirmer la limite.");
    case State::pending:
    case State::not_asked:
      break;
  }
  if (submission.declined_at) return html::p(who + " décline le test : aucun acheteur n’est étudié.");
  return html::p(answer == nullptr ? who + " n’a encore rien répondu sur cet acheteur."
                                   : who + " étudie encore cet acheteur : il compte pour zéro jusqu’à sa réponse.");
}

web::ui::Value covered_value(const KeptAnswer& answer, const TestLine& line, base::Day today) {
  const auto amount = covered(std::optional<Answer>(answer), line.asked, today);
  const State state = state_of(std::optional<Answer>(answer), line.asked, today);
  if (state != State::granted && state != State::partial) return web::ui::Value(placement::rounded_euros(amount));
  const auto steps = cover_of_cell(line.asked, answer.amount);
  return web::ui::Value(html::div(html::cls("figure"), placement::rounded_euros(amount),
                                  explained(steps.steps, *steps.covered, "encours couvert")));
}

Markup before(const std::vector<const KeptAnswer*>& said) {
  if (said.size() < 2) return {};
  Markup rows;
  for (auto each = said.rbegin() + 1; each != said.rend(); ++each) rows += html::li(told(**each));
  return html::details(html::cls("amended"),
                       html::summary(base::french::plural(static_cast<std::int64_t>(said.size()) - 1,
                                                          "réponse précédente", "réponses précédentes")),
                       html::ol(rows));
}

web::ui::Row row_of(const BuyerView& view, const Submission& submission, base::Day today) {
  const auto said = said_by(view, submission);
  if (said.empty())
    return {.cells = {web::ui::Value(submission.insurer_name),
                      web::ui::Value(submission.declined_at ? "Décline le test" : label(State::pending)),
                      {},
                      {},
                      {},
                      {}}};
  const KeptAnswer& answer = *said.back();
  const State state = state_of(std::optional<Answer>(answer), view.line.asked, today);
  const Markup shown =
      html::span(html::cls("cell-" + std::string(slug(state))),
                 html::span(html::cls("glyph"), html::aria("hidden", "true"), glyph(state)), label(state));
  return {
      .cells = {web::ui::Value(submission.insurer_name), web::ui::Value(shown + before(said)),
                answer.amount.cents > 0 ? web::ui::Value(placement::rounded_euros(answer.amount)) : web::ui::Value(),
                covered_value(answer, view.line, today),
                answer.conditions.empty() ? web::ui::Value() : web::ui::Value(answer.conditions),
                answer.valid_until ? web::ui::Value(*answer.valid_until) : web::ui::Value()}};
}

// One cell, opened under the matrix: what is said of this buyer, since when and until when, and what counts of it.
Markup cell_part(const BuyerView& view, const Submission& submission, base::Day today) {
  const auto said = said_by(view, submission);
  const KeptAnswer* answer = said.empty() ? nullptr : said.back();
  const State state = state_of(answer ? std::optional<Answer>(*answer) : std::nullopt, view.line.asked, today);
  std::vector<web::ui::Fact> facts{
      {"Demandé", web::ui::Value(placement::rounded_euros(view.line.asked))},
      {"Réponse", web::ui::Value(answer == nullptr && submission.declined_at ? "Décline le test" : label(state))}};
  if (answer) {
    if (answer->amount.cents > 0)
      facts.push_back({"Accordé", web::ui::Value(placement::rounded_euros(answer->amount))});
    if (!answer->conditions.empty()) facts.push_back({"Condition", web::ui::Value(answer->conditions)});
    if (answer->valid_until) facts.push_back({"Valable jusqu’au", web::ui::Value(*answer->valid_until)});
    facts.push_back({"Répondu le", web::ui::Value(answer->at)});
  }
  return html::details(html::cls("cell-how"), html::attr("open", ""),
                       html::summary(html::strong(submission.insurer_name), " · ", view.line.name),
                       html::div(web::ui::facts(facts), counted(view, submission, answer, state), before(said)));
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
  for (const Submission& submission : view.submissions) table.rows.push_back(row_of(view, submission, today));
  const auto& placement = view.placement;
  const Markup body =
      web::ui::page_header({.title = view.line.name,
                            .reference = view.test.code,
                            .lead = view.line.identifier + " · " +
                                    std::string(portfolio::country_name(view.line.country)) + " · " +
                                    placement::rounded_euros(view.line.asked) + " demandés à " +
                                    std::to_string(view.line.terms_days) + "\u00a0jours",
                            .crumbs = {{"Dossiers", Url("/credit")},
                                       {placement.company.name, Url::path("/credit/dossiers/{}", placement.id)},
                                       {"Qui couvre qui", Url::path("/credit/dossiers/{}/matrice", placement.id)}}}) +
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
  const auto cell =
      cell_part(*view, view->submissions[static_cast<std::size_t>(insurer - 1)], base::paris::day_of(visit.now));
  if (visit.request.htmx()) return visit::fragment(cell);
  return buyer_page(visit, *view, html::div(html::cls("answer-shown"), cell));
}

}  // namespace credit::blind_test
