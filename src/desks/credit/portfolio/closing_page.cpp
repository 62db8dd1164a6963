// GET and POST /credit/dossiers/{}/informations: what is missing is listed before the information is closed (C4).
#include "base/french.hpp"
#include "desks/credit/placement/placement_steps.hpp"
#include "desks/credit/portfolio/closing.hpp"
#include "desks/credit/portfolio/portfolio_actions.hpp"
#include "desks/credit/portfolio/portfolio_pages.hpp"
#include "desks/credit/portfolio/portfolio_view.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/page_header.hpp"

namespace credit::portfolio {
namespace {

namespace html = web::html;
namespace ui = web::ui;
using html::Markup;
using html::Url;

struct ClosingView {
  placement::Placement placement;
  Completeness state;
};

std::optional<ClosingView> load(visit::Visit& visit) {
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<ClosingView> {
    auto placement = placement::find(tx, PlacementId{visit.id()}, visit.actor());
    if (!placement) return std::nullopt;
    auto state = completeness_of(tx, *placement, visit.now);
    return ClosingView{*std::move(placement), std::move(state)};
  });
}

Markup missing_card(const ClosingView& view) {
  if (view.state.complete()) return html::p("Tout est là : le dossier peut partir chez les assureurs le jour même.");
  const Url risks = Url::path("/credit/dossiers/{}/risques", view.placement.id);
  const auto count = static_cast<std::int64_t>(view.state.missing.size());
  return ui::card(
      {.title = base::french::plural(count, "information manque", "informations manquent"), .icon = ui::Icon::alert},
      missing_list(view.state, risks));
}

web::Response draw(visit::Visit& visit, const ClosingView& view, int status) {
  const Url file = Url::path("/credit/dossiers/{}", view.placement.id);
  const bool complete = view.state.complete();
  const Markup body =
      ui::page_header({.title = "Clore les informations",
                       .reference = view.placement.reference,
                       .lead = complete ? ""
                                        : "Un assureur répond mal à un dossier incomplet. Vous pouvez le clore en "
                                          "l’état : ce qui manque reste écrit dans la chronologie.",
                       .crumbs = {{"Dossiers", Url("/credit")}, {view.placement.company.name, file}}}) +
      ui::stack({missing_card(view),
                 ui::form({.action = Url::path("/credit/dossiers/{}/informations", view.placement.id),
                           .csrf_token = visit::csrf_token(visit),
                           .submit = complete ? "Clore les informations" : "Clore en l’état",
                           .other = ui::Action{.label = "Compléter d’abord",
                                               .url = Url::path("/credit/dossiers/{}/risques", view.placement.id),
                                               .look = ui::Look::quiet},
                           .look = complete ? ui::Look::primary : ui::Look::secondary},
                          ui::hidden_field("acte", "completes") +
                              (complete ? Markup() : ui::hidden_field("manques", "vus")))});
  return visit::page(
      visit, {.title = "Clore les informations", .body = body, .status = status, .width = ui::Frame::Width::reading});
}

web::Response reopen(visit::Visit& visit, PlacementId id) {
  const auto told = reopen_information(visit.platform, visit.actor(), id);
  if (!told) return visit::refused(visit, told.refusals());
  const Url file = Url::path("/credit/dossiers/{}", id);
  if (*told == Told::company)
    return visit::see_other(visit, file,
                            {ui::Tone::good, "Les informations sont rouvertes, et l’entreprise en est prévenue."});
  return visit::see_other(visit, Url::path("/credit/dossiers/{}/risques", id),
                          {ui::Tone::info,
                           "Les informations sont rouvertes. L’entreprise n’a pas de lien : complétez-les ici, ou "
                           "envoyez-lui le questionnaire."});
}

}  // namespace

web::Response show_closing(visit::Visit& visit) {
  const auto view = load(visit);
  if (!view) return visit::not_found(visit);
  if (view->placement.step != placement::Step::information)
    return visit::see_other(Url::path("/credit/dossiers/{}", view->placement.id));
  return draw(visit, *view, 200);
}

web::Response post_information(visit::Visit& visit) {
  const PlacementId id{visit.id()};
  if (visit.request.form.get("acte") == "a-completer") return reopen(visit, id);
  const bool seen = visit.request.form.get("manques") == "vus";
  const auto done =
      close_information(visit.platform, visit.actor(), id, seen ? Closing::as_it_stands : Closing::complete_only);
  if (done)
    return visit::see_other(visit, Url::path("/credit/dossiers/{}", id),
                            {ui::Tone::good, "Les informations sont closes : le dossier peut être monté."});
  if (done.refusal().code != incomplete) return visit::refused(visit, done.refusals());
  const auto view = load(visit);
  return view ? draw(visit, *view, 422) : visit::not_found(visit);
}

}  // namespace credit::portfolio
