#include "base/french.hpp"
#include "desks/credit/calculators/calculator_pages.hpp"
#include "desks/credit/calculators/form_view.hpp"
#include "desks/credit/calculators/typed.hpp"
#include "desks/credit/engine/new_sales.hpp"
#include "desks/credit/explanation_view.hpp"
#include "web/html/elements.hpp"

namespace credit::calculators {
namespace {

using namespace web::html;
namespace ui = web::ui;

constexpr std::string_view field_names[] = {"impaye", "marge"};
constexpr Renamed names[] = {{"unpaid", "impaye"}, {"margin", "marge"}};

web::Fields example() {
  web::Fields fields;
  fields.add("impaye", "10 000");
  fields.add("marge", "5");
  return fields;
}

base::Outcome<engine::NewSales> calculated(const web::Fields& typed, engine::NewSalesCase& of) {
  base::Refusals refusals;
  of.unpaid = typed_amount(typed, "impaye", refusals);
  of.margin = typed_percent(typed, "marge", refusals);
  if (!refusals.empty()) return refusals;
  return engine::new_sales(of);
}

Markup result_of(const engine::NewSalesCase& of, const engine::NewSales& result) {
  return section(cls("answer"), attr("aria-live", "polite"),
                 p(cls("answer-lead"), "Pour compenser ", b(base::french::euros(of.unpaid)), " d’impayé à ",
                   b(base::french::percent(of.margin)), " de marge, il faut"),
                 p(cls("answer-figure"), base::french::euros(result.sales.value)),
                 p(cls("answer-after"), "de ventes nouvelles"), explained(result.explanation, result.sales));
}

}  // namespace

web::Response show_unpaid(visit::Visit& visit) {
  const auto& query = visit.request.query;
  const bool opened_anew = !query.find("impaye") && !query.find("marge");
  const web::Fields typed = opened_anew ? example() : query;
  engine::NewSalesCase of;
  const auto outcome = calculated(typed, of);
  const auto refusals = outcome ? base::Refusals{} : renamed(outcome.refusals(), names);
  const ui::FormState state = kept(visit, typed, field_names, refusals);

  const Markup fields = ui::field_row(
      {ui::money_field(
           ui::Field{.name = "impaye", .label = "Facture impayée", .width = ui::FieldWidth::short_text}.with(state)),
       ui::number_field(
           ui::Field{.name = "marge", .label = "Votre marge", .width = ui::FieldWidth::short_text}.with(state), "%")});
  return calculator_page(visit, of_unpaid, state, fields,
                         outcome ? std::optional(result_of(of, *outcome)) : std::nullopt);
}

}  // namespace credit::calculators
