// GET /calculs/indemnite: what an insurer pays on an unpaid invoice (C25), and who receives what comes back later
// (C26), for everybody: with the clauses that change it most.
#include "base/french.hpp"
#include "base/text.hpp"
#include "desks/credit/calculators/calculator_pages.hpp"
#include "desks/credit/calculators/form_view.hpp"
#include "desks/credit/calculators/shares_view.hpp"
#include "desks/credit/calculators/typed.hpp"
#include "desks/credit/engine/refusals.hpp"
#include "desks/credit/explanation_view.hpp"
#include "desks/credit/indemnity_paper.hpp"
#include "desks/credit/papers.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"

namespace credit::calculators {
namespace {

using namespace web::html;
namespace ui = web::ui;
namespace french = base::french;
using ui::Field;

constexpr std::string_view field_names[] = {"creance", "limite",   "quotite",    "franchise",
                                            "ordre",   "recouvre", "imputation", "ensuite"};
constexpr Renamed names_after[] = {{"recovered", "ensuite"}};
constexpr Renamed names[] = {{"invoices/0/amount", "creance"},
                             {"limits/0/amount", "limite"},
                             {"terms/named_percentage", "quotite"},
                             {"terms/deductible", "franchise"},
                             {"recovered", "recouvre"}};

// The first example of the specification.
web::Fields example() {
  const engine::Terms usual;
  web::Fields typed;
  typed.add("creance", "40 000");
  typed.add("limite", "30 000");
  typed.add("quotite", "90");
  typed.add("franchise", "0");
  typed.add("ordre", std::string(engine::to_text(usual.deduction_order)));
  typed.add("recouvre", "0");
  typed.add("imputation", std::string(engine::to_text(usual.recovery_allocation)));
  return typed;
}

struct Calculated {
  engine::Indemnity indemnity;
  Retained retained;
  base::Money recovered_later = {};
  std::optional<engine::Recovery> shared = {};
};

struct Typed {
  engine::IndemnityCase claim;
  base::Money recovered_later = {};
};

// No date is typed: the invoice is of today, within every delay.
Typed read(const web::Fields& typed, base::Day today, base::Refusals& refusals) {
  Typed of;
  auto& terms = of.claim.loss.terms;
  const auto debt = typed_amount(typed, "creance", refusals), limit = typed_amount(typed, "limite", refusals);
  terms.named_percentage = typed_percent(typed, "quotite", refusals);
  terms.unnamed_percentage = terms.named_percentage;
  terms.deductible = typed_amount(typed, "franchise", refusals);
  terms.deduction_order = engine::from_text<engine::DeductionOrder>(typed.get("ordre")).value_or(terms.deduction_order);
  terms.recovery_allocation =
      engine::from_text<engine::RecoveryAllocation>(typed.get("imputation")).value_or(terms.recovery_allocation);
  of.claim.recovered = typed_amount(typed, "recouvre", refusals);
  if (!base::trim(typed.get("ensuite")).empty()) of.recovered_later = typed_amount(typed, "ensuite", refusals);
  of.claim.loss.invoices = {{.reference = {}, .days = {today, today}, .delivered = today, .amount = debt}};
  of.claim.loss.limits = {{.from = today, .amount = limit}};
  return of;
}

base::Outcome<Calculated> calculated(const web::Fields& typed, base::Day today) {
  base::Refusals refusals;
  const Typed of = read(typed, today, refusals);
  if (!refusals.empty()) return refusals;
  auto indemnity = engine::indemnity(of.claim);
  if (!indemnity) return renamed(indemnity.refusals(), names);
  const auto owed = of.claim.loss.invoices.front().amount - of.claim.recovered;
  Calculated result{*std::move(indemnity), {}, of.recovered_later};
  result.retained =
      retained({of.claim.loss.invoices.front().amount, of.claim.recovered, result.indemnity.indemnity.value});
  if (of.recovered_later.cents == 0) return result;
  if (of.recovered_later > owed) return base::Refusal{engine::recovery_above_debt, "ensuite"};
  auto shared = engine::recovery(
      engine::recovery_after(result.indemnity, of.claim.loss.terms.recovery_allocation, {owed, of.recovered_later}));
  if (!shared) return renamed(shared.refusals(), names_after);
  result.shared = *std::move(shared);
  return result;
}

template <class E>
std::vector<ui::Option> options(std::initializer_list<E> values) {
  std::vector<ui::Option> all;
  for (const E value : values) all.push_back({std::string(engine::to_text(value)), std::string(engine::label(value))});
  return all;
}

Markup fields_of(const ui::FormState& state) {
  using engine::DeductionOrder;
  using engine::RecoveryAllocation;
  const auto with = [&](Field field) { return std::move(field).with(state); };
  return ui::field_row({ui::money_field(with({.name = "creance", .label = "Créance impayée HT"})),
                        ui::money_field(with({.name = "limite", .label = "Limite accordée"}))}) +
         ui::field_row(
             {ui::number_field(with({.name = "quotite", .label = "Quotité garantie"}), "%"),
              ui::money_field(with({.name = "franchise", .label = "Franchise par sinistre"})),
              ui::select_field(with({.name = "ordre", .label = "Ordre des déductions"}),
                               options({DeductionOrder::franchise_first, DeductionOrder::percentage_first}))}) +
         ui::field_row(
             {ui::money_field(with({.name = "recouvre", .label = "Récupéré avant l’indemnité"})),
              ui::money_field(with({.name = "ensuite", .label = "Récupéré après", .need = Field::Need::optional})),
              ui::select_field(with({.name = "imputation", .label = "Imputation des récupérations"}),
                               options({RecoveryAllocation::pro_rata, RecoveryAllocation::uncovered_first}))});
}

papers::Facts supposed(const web::Fields& typed, const engine::Terms& terms) {
  const auto amount = [&](const char* field) {
    return french::euros(base::parse_money(typed.get(field)).value_or(base::Money{}));
  };
  return {{"Créance impayée HT", amount("creance")},
          {"Limite accordée", amount("limite")},
          {"Quotité garantie", french::percent(terms.named_percentage)},
          {"Franchise par sinistre", french::euros(terms.deductible)},
          {"Ordre des déductions", std::string(engine::label(terms.deduction_order))},
          {"Récupéré avant l’indemnité", amount("recouvre")},
          {"Imputation des récupérations", std::string(engine::label(terms.recovery_allocation))}};
}

Markup result_of(const Calculated& result, const Url& paper) {
  const auto& paid = result.indemnity;
  return section(cls("answer"), attr("aria-live", "polite"), p(cls("answer-lead"), "L’assureur verse"),
                 p(cls("answer-figure"), french::euros(paid.indemnity.value)),
                 div(cls("answer-after figure"),
                     p("et ", b(french::euros(result.retained.amount.value)), " restent à la charge de l’assuré"),
                     explained(result.retained.explanation, result.retained.amount)),
                 explained(paid.explanation, paid.indemnity), p(a(href(paper), "Le calcul, clause par clause (PDF)"))) +
         (result.shared ? shares_card(*result.shared, result.recovered_later) : Markup());
}

}  // namespace

web::Response show_indemnity(visit::Visit& visit) {
  const auto& query = visit.request.query;
  const web::Fields typed = query.find("creance") ? query : example();
  const auto outcome = calculated(typed, base::paris::day_of(visit.now));
  const auto state = kept(visit, typed, field_names, outcome ? base::Refusals{} : outcome.refusals());
  return calculator_page(
      visit, of_indemnity, state, fields_of(state),
      outcome ? std::optional(result_of(*outcome, with_fields("/calculs/indemnite.pdf", typed, field_names)))
              : std::nullopt);
}

web::Response download_indemnity(visit::Visit& visit) {
  const auto& query = visit.request.query;
  const web::Fields typed = query.find("creance") ? query : example();
  const auto outcome = calculated(typed, base::paris::day_of(visit.now));
  if (!outcome) return visit::see_other(with_fields(of_indemnity.url, typed, field_names));
  base::Refusals none;
  const Typed of = read(typed, base::paris::day_of(visit.now), none);
  return pdf_download("indemnite", indemnity_pdf({.title = std::string(of_indemnity.question),
                                                  .subject = {},
                                                  .author = visit.platform.settings.product_name,
                                                  .supposed = supposed(typed, of.claim.loss.terms),
                                                  .indemnity = outcome->indemnity,
                                                  .retained = outcome->retained,
                                                  .shared = outcome->shared,
                                                  .why_nothing = {},
                                                  .now = visit.now}));
}

}  // namespace credit::calculators
