#include <algorithm>

#include "base/french.hpp"
#include "base/text.hpp"
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
using engine::CoverCost;
using engine::CoverCostCase;

constexpr std::string_view field_names[] = {"ca", "taux", "impot"};
constexpr Renamed names[] = {{"insurable_turnover", "ca"}, {"rate", "taux"}, {"corporate_tax", "impot"}};

web::Fields example() {
  web::Fields fields;
  fields.add("ca", "2 000 000");
  fields.add("taux", "");
  fields.add("impot", "25");
  return fields;
}

struct Column {
  base::Rate rate;
  CoverCost cost;
};

// The usual range of rates, and between (or beside) them the rate typed, in order.
base::Outcome<std::vector<Column>> calculated(const web::Fields& typed) {
  base::Refusals refusals;
  CoverCostCase of;
  of.insurable_turnover = typed_amount(typed, "ca", refusals);
  of.corporate_tax = typed_percent(typed, "impot", refusals);
  std::vector<base::Rate> rates{engine::low_cover_rate.value(), engine::high_cover_rate.value()};
  if (!base::trim(typed.get("taux")).empty()) {
    const auto own = typed_percent(typed, "taux", refusals);
    const auto place = std::lower_bound(rates.begin(), rates.end(), own);
    if (place == rates.end() || *place != own) rates.insert(place, own);
  }
  std::vector<Column> columns;
  for (const auto rate : rates) {
    if (!refusals.empty()) break;
    of.rate = rate;
    auto cost = engine::cover_cost(of);
    if (!cost) return cost.refusals();
    columns.push_back({rate, std::move(cost).value()});
  }
  if (!refusals.empty()) return refusals;
  return columns;
}

Markup card_of(const Column& column) {
  const auto& cost = column.cost;
  return li(cls("cost"), h2("À ", base::french::percent(column.rate)),
            p(cls("cost-figure"), base::french::euros(cost.after_tax.value)), p(cls("quiet"), "par an, après impôt"),
            dl(cls("cost-parts"), div(dt("Prime HT"), dd(base::french::euros(cost.premium.value))),
               div(dt("Avec la taxe"), dd(base::french::euros(cost.before_tax.value)))),
            explained(cost.explanation, cost.after_tax));
}

Markup result_of(const std::vector<Column>& columns) {
  return fragment(
      ul(cls("costs"), each(columns, card_of)),
      p(cls("quiet"), "Le taux d’une PME se situe le plus souvent entre ",
        base::french::percent(engine::low_cover_rate.value()), " et ",
        base::french::percent(engine::high_cover_rate.value()),
        " du chiffre d’affaires assurable : les ventes à crédit à des entreprises, hors État, particuliers et "
        "sociétés du groupe. La prime est une charge déductible. La taxe de ",
        base::french::percent(engine::insurance_tax_rate.value()),
        " porte sur des ventes en France ; l’export en est exempté."));
}

Markup fields_of(const ui::FormState& state) {
  using ui::Field;
  return ui::field_row(
      {ui::money_field(Field{.name = "ca", .label = "Chiffre d’affaires assurable"}.with(state)),
       ui::number_field(Field{.name = "taux", .label = "Taux proposé", .need = Field::Need::optional}.with(state), "%"),
       ui::number_field(Field{.name = "impot", .label = "Impôt sur les sociétés"}.with(state), "%")});
}

}  // namespace

web::Response show_cover(visit::Visit& visit) {
  const auto& query = visit.request.query;
  const bool opened_anew = !query.find("ca") && !query.find("taux") && !query.find("impot");
  const web::Fields typed = opened_anew ? example() : query;
  const auto outcome = calculated(typed);
  const auto refusals = outcome ? base::Refusals{} : renamed(outcome.refusals(), names);
  const ui::FormState state = kept(visit, typed, field_names, refusals);
  return calculator_page(visit, of_cover, state, fields_of(state),
                         outcome ? std::optional(result_of(*outcome)) : std::nullopt);
}

}  // namespace credit::calculators
