// GET /credit/dossiers/{}/matrice?total=N: how the totals of an insurer are made, or those of the best of each (C35).
#include "desks/credit/blind_test/cover_explained.hpp"
#include "desks/credit/blind_test/matrix_view.hpp"
#include "desks/credit/blind_test/test_pages.hpp"
#include "desks/credit/explanation_view.hpp"
#include "desks/credit/placement/placement_words.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/page_header.hpp"

namespace credit::blind_test {
namespace {

namespace html = web::html;
using html::Markup;
using html::Url;

struct TotalView {
  placement::Placement placement;
  BlindTest test;
  Over over;
  std::string name = {};  // of the insurer
  CoverExplained cover = {};
  std::optional<offer::Price> price = {};  // of its offer
  CostExplained cost = {};
};

// What its offer costs, for what it covers.
void add_price(db::Transaction& tx, TotalView& view, const Submission& submission, base::Money covered) {
  if (view.over == Over::test) return;
  for (const auto& price : offer::prices_of(tx, view.placement.id))
    if (price.insurer == submission.insurer) {
      view.price = price;
      view.cost = cost_of(price.total, covered);
    }
}

std::optional<TotalView> load(visit::Visit& visit, std::size_t total) {
  const PlacementId id{visit.id()};
  const auto asked = visit.request.query.get("test");
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<TotalView> {
    auto placement = placement::find(tx, id, visit.actor());
    auto compared = placement ? compared_test(tx, id, asked) : ComparedTest{};
    if (!compared.test) return std::nullopt;
    TotalView view{*std::move(placement), *std::move(compared.test), compared.over};
    const auto submissions = columns_of(tx, view.test, view.over);
    if (total > submissions.size()) return std::nullopt;
    const auto whole = counted(tx, view.test, view.over, submissions, base::paris::day_of(visit.now)).whole;
    view.name = "Le meilleur de chacun";
    view.cover = best_of_each(whole);
    if (total == best_of_all) return view;
    const InsurerTotals& totals = whole.totals[total - 1];
    view.name = submissions[total - 1].insurer_name;
    view.cover = cover_of(whole, totals, view.name);
    add_price(tx, view, submissions[total - 1], totals.covered);
    return view;
  });
}

Markup price_part(const TotalView& view) {
  if (!view.price) return {};
  return html::div(
      web::ui::facts({{"Prime HT", web::ui::Value(placement::rounded_euros(view.price->premium))},
                      {"Coût total de l’année", web::ui::Value(placement::rounded_euros(view.price->total))}}),
      view.cost.steps.empty() ? Markup() : explanation_list(view.cost.steps),
      html::p(html::a(html::href(Url::path("/credit/offres/{}", view.price->offer)), "Voir l’offre et son calcul")));
}

Markup opened(const TotalView& view) {
  return html::details(html::cls("cell-how"), html::attr("open", ""),
                       html::summary(html::strong(view.name), " · ", view.test.code),
                       html::div(view.cover.steps.empty() ? html::p("Rien n’est demandé : rien à calculer.")
                                                          : explanation_list(view.cover.steps),
                                 price_part(view)));
}

}  // namespace

web::Response show_matrix_total(visit::Visit& visit, std::size_t total) {
  const auto view = load(visit, total);
  if (!view) return visit::not_found(visit);
  if (visit.request.htmx()) return visit::fragment(opened(*view));
  const auto& placement = view->placement;
  const Markup body =
      web::ui::page_header({.title = "Comment ce total est calculé",
                            .reference = view->test.code,
                            .lead = placement.company.name,
                            .crumbs = {{"Dossiers", Url("/credit")},
                                       {placement.company.name, Url::path("/credit/dossiers/{}", placement.id)},
                                       {"Qui couvre qui", matrix_url(view->test, view->over)}}}) +
      html::div(html::cls("answer-shown"), opened(*view));
  return visit::page(visit, {.title = "Comment ce total est calculé", .body = body});
}

}  // namespace credit::blind_test
