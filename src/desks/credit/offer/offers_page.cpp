// GET /credit/dossiers/{}/offres: the offers side by side, and what may be done with them.
#include "base/french.hpp"
#include "desks/credit/acceptance/advice.hpp"
#include "desks/credit/engine/figures.hpp"
#include "desks/credit/insurer/insurer_words.hpp"
#include "desks/credit/offer/comparison_view.hpp"
#include "desks/credit/offer/offer_actions.hpp"
#include "desks/credit/offer/offer_pages.hpp"
#include "desks/credit/offer/offer_words.hpp"
#include "floor/tables/typed_cells.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/notice.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"

namespace credit::offer {
namespace {

namespace html = web::html;
namespace ui = web::ui;
using html::Markup;
using html::Url;
using placement::Step;

struct OffersView {
  Comparison comparison;
  acceptance::KeptAdvice advice;
  acceptance::KeptVigilance vigilance;
  bool may_act;
};

std::optional<OffersView> load(visit::Visit& visit) {
  const PlacementId id{visit.id()};
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<OffersView> {
    auto comparison = compare(tx, id, visit.actor(), base::paris::day_of(visit.now));
    if (!comparison) return std::nullopt;
    return OffersView{*std::move(comparison), acceptance::advice_of(tx, id), acceptance::vigilance_of(tx, id),
                      visit.actor().is(identity::OrganisationKind::broker) &&
                          identity::at_least(visit.actor().role, identity::Role::member)};
  });
}

bool takes_offers(const OffersView& view) {
  const auto step = view.comparison.placement.step;
  return view.may_act && (step == Step::quotes || step == Step::presentation || step == Step::acceptance);
}

ui::PageHeader header_of(const OffersView& view) {
  const auto& placement = view.comparison.placement;
  ui::PageHeader header{.title = "Offres",
                        .reference = placement.reference,
                        .lead = placement.company.name,
                        .crumbs = {{"Dossiers", Url("/credit")},
                                   {placement.company.name, Url::path("/credit/dossiers/{}", placement.id)}}};
  const ui::Action entering{.label = "Saisir une offre",
                            .url = Url::path("/credit/dossiers/{}/offres/nouvelle", placement.id),
                            .icon = ui::Icon::plus};
  // While the client decides on one, another that comes is still noted.
  if (takes_offers(view) && placement.step == Step::acceptance) header.others.push_back(entering);
  if (takes_offers(view) && placement.step != Step::acceptance) {
    header.primary = entering;
    header.primary->look = ui::Look::primary;
  }
  if (!view.comparison.offers.empty()) {
    header.others.push_back({.label = "Comparatif PDF",
                             .url = Url::path("/credit/dossiers/{}/comparatif/{}", placement.id, "pdf"),
                             .icon = ui::Icon::download});
    header.others.push_back({.label = "Tableur",
                             .url = Url::path("/credit/dossiers/{}/comparatif/{}", placement.id, "xlsx"),
                             .icon = ui::Icon::download});
  }
  return header;
}

Markup ready_card(const OffersView& view) {
  const auto id = view.comparison.placement.id;
  const auto missing_advice = missing(view.advice.file);
  const auto missing_vigilance = missing(view.vigilance.file);
  const auto end = [](std::size_t left) {
    return left == 0
               ? ui::Badge{"complet", ui::Tone::good, ui::Icon::circle_check}
               : ui::Badge{base::french::plural(static_cast<std::int64_t>(left), "point manque", "points manquent"),
                           ui::Tone::warn, ui::Icon::clock};
  };
  return ui::card(
      {.title = "Avant l’accord", .icon = ui::Icon::shield},
      ui::lines({{ui::Value::link(Url::path("/credit/dossiers/{}/conseil", id), "Devoir de conseil"),
                  "Mandat, information, besoins, conseil motivé", end(missing_advice.size())},
                 {ui::Value::link(Url::path("/credit/dossiers/{}/vigilance", id), "Vigilance LCB-FT"),
                  "Identité, bénéficiaires, personnes exposées, gels d’avoirs", end(missing_vigilance.size())}},
                ""));
}

ui::Badge owed_badge(const OwedQuote& owed, base::Instant now) {
  const int days = base::paris::day_of(now) - base::paris::day_of(owed.since);
  if (days == 0) return {"Offre attendue", ui::Tone::info, ui::Icon::clock};
  return {"Attendue depuis " + base::french::plural(days, "jour", "jours"), ui::Tone::warn, ui::Icon::clock};
}

Markup offers_card(const OffersView& view, base::Instant now) {
  std::vector<ui::Line> lines;
  for (const auto& one : view.comparison.offers)
    lines.push_back({ui::Value::link(Url::path("/credit/offres/{}", one.offer.id), one.offer.insurer_name),
                     "valable jusqu’au " + day_until(one, now), state_badge(one.offer, now)});
  for (const auto& offer : view.comparison.withdrawn)
    lines.push_back(
        {ui::Value::link(Url::path("/credit/offres/{}", offer.id), offer.insurer_name), "", state_badge(offer, now)});
  for (const auto& owed : takes_offers(view) ? view.comparison.owed : std::vector<OwedQuote>{})
    lines.push_back({ui::Value(owed.insurer_name), "a répondu au test à blanc", owed_badge(owed, now)});
  return ui::card({.title = "Offres reçues et attendues", .icon = ui::Icon::inbox}, ui::lines(lines, "Aucune offre."));
}

// The answers of the blind test end before, or have ended: their limits may have changed (C9).
Markup stale_notice(const OffersView& view, base::Instant now) {
  const auto today = base::paris::day_of(now);
  std::string over;
  for (const auto& one : view.comparison.offers) {
    const auto limits = acceptance::limits_on(validity_of(one.offer, now), one.cover.valid_until, today);
    if (limits == acceptance::Limits::as_answered) continue;
    const bool answers = one.cover.valid_until && *one.cover.valid_until < today;
    over +=
        (over.empty() ? "" : " ") + std::string("Offre ") + of_insurer(one.offer.insurer_name) +
        (answers ? " : des limites du test à blanc ont pris fin le " + base::french::day_medium(*one.cover.valid_until)
                 : " : elle n’est plus valable") +
        ", faites confirmer.";
  }
  return over.empty() ? Markup() : ui::notice({ui::Tone::warn, "Des limites ont pu changer", over});
}

struct Margin {
  base::Rate value;
  std::string typed, error;
};
Margin margin_of(const visit::Visit& visit) {
  const auto typed = visit.request.query.find("marge");
  if (!typed) return {usual_margin.value(), "5", {}};
  const auto value = tables::parse_percent(*typed);
  if (value && *value >= engine::smallest_margin.value() && *value <= base::Rate::percent(100))
    return {*value, std::string(*typed), {}};
  return {usual_margin.value(), std::string(*typed), "Indiquez un pourcentage de 0,01 à 100. Exemple : 5."};
}

}  // namespace

web::Response show_offers(visit::Visit& visit) {
  const auto view = load(visit);
  if (!view) return visit::not_found(visit);
  const auto margin = margin_of(visit);
  Markup body = ui::page_header(header_of(*view));
  const auto& comparison = view->comparison;
  if (comparison.offers.empty() && comparison.withdrawn.empty()) {
    body += ui::empty_state({.title = "Aucune offre n’est arrivée",
                             .text = takes_offers(*view)
                                         ? "Saisissez chaque offre dès qu’elle arrive : elle est comparée aux autres, "
                                           "et le client est prévenu."
                                         : "Les offres se saisissent une fois le test à blanc parti."});
    if (!comparison.owed.empty() && takes_offers(*view)) body += offers_card(*view, visit.now);
    return visit::page(visit, {.title = "Offres", .body = std::move(body)});
  }
  body += stale_notice(*view, visit.now);
  if (!comparison.offers.empty()) body += comparison_table(comparison);
  body += ui::two_columns(ui::stack({why_it_pays(comparison, margin.value, margin.typed, margin.error)}),
                          ui::stack({offers_card(*view, visit.now), ready_card(*view)}));
  return visit::page(visit, {.title = "Offres",
                             .body = std::move(body),
                             .status = margin.error.empty() ? 200 : 422,
                             .width = ui::Frame::Width::full});
}

}  // namespace credit::offer
