#include "base/text.hpp"
#include "desks/credit/blind_test/grid_view.hpp"
#include "desks/credit/blind_test/typed_answer.hpp"
#include "web/http.hpp"
#include "web/ui/card.hpp"
#include "web/ui/notice.hpp"
#include "web/ui/table.hpp"

namespace credit::blind_test {
namespace {

struct Typed {
  std::string_view choice, amount, condition;
};

Typed typed_at(const web::Fields& form, int line) {
  const std::string at = "_" + std::to_string(line);
  return {form.get("k" + at), base::trim(form.get("a" + at)), base::trim(form.get("c" + at))};
}

bool says_more(const Typed& typed, const KeptAnswer* kept) {
  if (typed.choice.empty() && typed.amount.empty() && typed.condition.empty()) return false;
  if (kept == nullptr || typed.choice != choice_of(kept)) return true;
  const auto amount = typed.amount.empty() ? std::optional(kept->amount) : base::parse_money(typed.amount);
  return amount != kept->amount || typed.condition != kept->conditions;
}

}  // namespace

web::html::Markup late_answers(const GridView& view, const web::Fields& form) {
  web::ui::Table table{.caption = "Vos réponses, qui n’ont pas été prises",
                       .columns = {{.label = "Acheteur"},
                                   {.label = "Identifiant"},
                                   {.label = "Réponse"},
                                   {.label = "Montant", .align = web::ui::Align::end},
                                   {.label = "Condition"}},
                       .rows = {}};
  for (const TestLine& line : view.lines) {
    const Typed typed = typed_at(form, line.line);
    if (!says_more(typed, view.answer(line.line))) continue;
    table.rows.push_back({.cells = {web::ui::Value(line.name), web::ui::Value(line.identifier),
                                    web::ui::Value(label_of_choice(typed.choice)), web::ui::Value(typed.amount),
                                    web::ui::Value(typed.condition)}});
  }
  if (table.rows.empty()) return {};
  return web::ui::notice({web::ui::Tone::bad, "Vos réponses n’ont pas été prises",
                          "Elles sont arrivées après la clôture. Les voici, pour les donner à " + view.asker + "."}) +
         web::ui::data_table(table);
}

}  // namespace credit::blind_test
