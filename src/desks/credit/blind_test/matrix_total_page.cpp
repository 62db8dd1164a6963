// GET /credit/dossiers/{}/matrice?total=N: how the totals of an insurer are made, or those of the best of each (C35).
#include "desks/credit/blind_test/cover_explained.hpp"
#include "desks/credit/blind_test/matrix_view.hpp"
#include "desks/credit/blind_test/test_pages.hpp"
#include "desks/credit/explanation_view.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/page_header.hpp"

namespace credit::blind_test {
namespace {

namespace html = web::html;
using html::Markup;
using html::Url;

struct TotalView {
  placement::Placement placement;
  BlindTest test;
  std::string name;  // of the insurer
  CoverExplained cover;
};

std::optional<TotalView> load(visit::Visit& visit, std::size_t total) {
  const PlacementId id{visit.id()};
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<TotalView> {
    auto placement = placement::find(tx, id, visit.actor());
    auto test = placement ? latest_of(tx, id) : std::nullopt;
    if (!test) return std::nullopt;
    const auto submissions = submissions_of(tx, test->id);
    if (total > submissions.size()) return std::nullopt;
    const auto whole = counted(tx, *test, submissions, base::paris::day_of(visit.now)).whole;
    if (total == best_of_all)
      return TotalView{*std::move(placement), *std::move(test), "Le meilleur de chacun", best_of_each(whole)};
    const std::string& name = submissions[total - 1].insurer_name;
    return TotalView{*std::move(placement), *std::move(test), name, cover_of(whole, whole.totals[total - 1], name)};
  });
}

Markup opened(const TotalView& view) {
  return html::details(html::cls("cell-how"), html::attr("open", ""),
                       html::summary(html::strong(view.name), " · ", view.test.code),
                       html::div(view.cover.steps.empty() ? html::p("Rien n’est demandé : rien à calculer.")
                                                          : explanation_list(view.cover.steps)));
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
                                       {"Qui couvre qui", Url::path("/credit/dossiers/{}/matrice", placement.id)}}}) +
      html::div(html::cls("answer-shown"), opened(*view));
  return visit::page(visit, {.title = "Comment ce total est calculé", .body = body});
}

}  // namespace credit::blind_test
