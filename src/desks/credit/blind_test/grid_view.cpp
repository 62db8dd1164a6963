#include "desks/credit/blind_test/grid_view.hpp"

#include <algorithm>

#include "base/french.hpp"
#include "desks/credit/blind_test/typed_answer.hpp"
#include "desks/credit/placement/placement_words.hpp"
#include "desks/credit/portfolio/buyer.hpp"
#include "web/html/elements.hpp"

namespace credit::blind_test {
namespace {

namespace html = web::html;
using html::Markup;

std::string amount_of(const KeptAnswer* answer) {
  if (answer == nullptr || answer->amount.cents == 0) return {};
  const std::string text = base::french::euros(answer->amount);
  return text.substr(0, text.find("\u00a0€"));
}

// What was answered before, opened where one looks at the answer (C5.history).
Markup history(const GridView& view, int line) {
  std::vector<const KeptAnswer*> before;
  for (const KeptAnswer& each : view.amended)
    if (each.line == line) before.push_back(&each);
  if (before.size() < 2) return {};
  Markup rows;
  for (auto each = before.rbegin(); each != before.rend(); ++each) rows += html::li(told(**each));
  return html::details(html::cls("amended"),
                       html::summary(base::french::plural(static_cast<std::int64_t>(before.size()) - 1,
                                                          "réponse précédente", "réponses précédentes")),
                       html::ol(rows));
}

// Until when the answer that is kept holds; nothing while there is none, or where it grants nothing.
Markup validity_cell(const KeptAnswer* answer, base::Day today) {
  if (answer == nullptr || !answer->valid_until) return html::td(html::data("label", "Valable jusqu’au"), "—");
  const bool ended = *answer->valid_until < today;
  return html::td(html::cls(ended ? "num cell-expire" : "num"), html::data("label", "Valable jusqu’au"),
                  base::french::day_short(*answer->valid_until), ended ? " : expiré" : "");
}

Markup answer_cells(const GridView& view, const TestLine& line, const web::ui::FormState& state, base::Day today) {
  const std::string number = std::to_string(line.line);
  const KeptAnswer* answer = view.answer(line.line);
  const std::string chosen = state.value("k_" + number, choice_of(answer));
  Markup options = html::option(html::value(""), "—");
  for (const Choice& choice : choices())
    options += html::option(html::value(choice.text), html::selected_if(chosen == choice.text), choice.label);
  std::string error;
  for (const auto* prefix : {"k_", "a_", "c_"})
    if (error.empty()) error = state.error(prefix + number);
  const auto wrong = html::when(!error.empty(), [] { return html::aria("invalid", "true"); });
  return html::td(
             html::cls("grid-answer"), html::data("label", "Réponse"),
             html::select(html::cls("form-select form-select-sm"), html::name("k_" + number),
                          html::id("champ-k_" + number), html::aria("label", "Réponse, " + line.name), wrong, options),
             error.empty() ? Markup() : html::p(html::cls("field-error"), error), history(view, line.line)) +
         html::td(
             html::data("label", "Montant accordé"),
             html::input(html::cls("form-control form-control-sm end num"), html::type("text"),
                         html::attr("inputmode", "decimal"), html::name("a_" + number), html::id("champ-a_" + number),
                         html::value(state.value("a_" + number, amount_of(answer))),
                         html::aria("label", "Montant accordé, " + line.name), html::attr("autocomplete", "off"))) +
         html::td(html::data("label", "Condition"),
                  html::input(html::cls("form-control form-control-sm"), html::type("text"), html::name("c_" + number),
                              html::id("champ-c_" + number),
                              html::value(state.value("c_" + number, answer ? answer->conditions : std::string())),
                              html::aria("label", "Condition, " + line.name), html::attr("autocomplete", "off")),
                  html::input(html::type("hidden"), html::name("r_" + number),
                              html::value(std::to_string(answer ? answer->revision : 0)))) +
         validity_cell(answer, today);
}

Markup read_cells(const GridView& view, const TestLine& line, base::Day today) {
  const KeptAnswer* answer = view.answer(line.line);
  const auto present = answer ? std::optional<Answer>(*answer) : std::nullopt;
  return html::td(html::data("label", "Réponse"), label(state_of(present, line.asked, today)),
                  history(view, line.line)) +
         html::td(html::cls("end num"), html::data("label", "Montant accordé"),
                  answer ? placement::rounded_euros(answer->amount) : "—") +
         html::td(html::data("label", "Condition"), answer ? answer->conditions : "") + validity_cell(answer, today);
}

}  // namespace

Markup grid(const GridView& view, const web::ui::FormState& state, base::Day today) {
  Markup rows;
  for (const TestLine& line : view.lines)
    rows += html::tr(
        html::th(html::attr("scope", "row"), line.name,
                 html::small(html::cls("quiet"), line.identifier, " · ", portfolio::country_name(line.country))),
        html::td(html::cls("end num"), html::data("label", "Demandé"), placement::rounded_euros(line.asked)),
        html::td(html::cls("end num"), html::data("label", "Délai"), std::to_string(line.terms_days) + "\u00a0j"),
        view.may_answer ? answer_cells(view, line, state, today) : read_cells(view, line, today));
  const auto head = [](std::string_view text, std::string_view align) {
    return html::th(html::attr("scope", "col"), html::cls(align), text);
  };
  return html::div(html::cls("table-wrap answer-grid"), html::attr("tabindex", 0), html::role("region"),
                   html::aria("label", "Acheteurs et réponses"),
                   html::table(html::cls("table"), html::data("grid", ""),
                               html::caption(html::cls("visually-hidden"), "Acheteurs et réponses"),
                               html::thead(html::tr(head("Acheteur", ""), head("Demandé", "end"), head("Délai", "end"),
                                                    head("Réponse", ""), head("Montant accordé", "end"),
                                                    head("Condition", ""), head("Valable jusqu’au", ""))),
                               html::tbody(rows)));
}

const KeptAnswer* GridView::answer(int line) const {
  const auto found =
      std::find_if(answers.begin(), answers.end(), [line](const auto& each) { return each.line == line; });
  return found == answers.end() ? nullptr : &*found;
}

std::string told(const KeptAnswer& answer) {
  std::string text =
      base::french::instant_medium(answer.at) + " : " +
      std::string(answer.scope == Scope::insolvency_only ? label(State::insolvency_only) : label(answer.kind));
  if (answer.amount.cents > 0) text += ", " + base::french::euros(answer.amount);
  if (!answer.conditions.empty()) text += ", " + answer.conditions;
  if (answer.valid_until) text += ", jusqu’au " + base::french::day_medium(*answer.valid_until);
  return text;
}

}  // namespace credit::blind_test
