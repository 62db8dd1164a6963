// GET /credit/offres/{}/impaye and /couverture/{}/police/impaye: an unpaid invoice simulated under the clauses.
#include <algorithm>

#include "base/french.hpp"
#include "base/text.hpp"
#include "desks/credit/calculators/dates_view.hpp"
#include "desks/credit/calculators/form_view.hpp"
#include "desks/credit/calculators/shares_view.hpp"
#include "desks/credit/calculators/typed.hpp"
#include "desks/credit/explanation_view.hpp"
#include "desks/credit/indemnity_paper.hpp"
#include "desks/credit/offer/loss_simulation.hpp"
#include "desks/credit/offer/offer.hpp"
#include "desks/credit/offer/offer_pages.hpp"
#include "desks/credit/papers.hpp"
#include "desks/credit/placement/placement.hpp"
#include "floor/identity/organisations.hpp"
#include "floor/tables/typed_cells.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/notice.hpp"
#include "web/ui/page_header.hpp"

namespace credit::offer {
namespace {

namespace html = web::html;
namespace ui = web::ui;
namespace french = base::french;
using calculators::Renamed;
using html::Markup;
using html::Url;

struct Under {
  Offer offer;
  Quote quote;
  placement::Placement placement;
  Url page, calendar, paper;
  std::vector<ui::Crumb> crumbs;
};

constexpr std::string_view field_names[] = {"facture", "couverture", "limite",   "cause", "zone",
                                            "emise",   "delai",      "recouvre", "paye",  "ensuite"};
constexpr Renamed names[] = {{"invoice", "facture"},        {"limit", "limite"},       {"term", "delai"},
                             {"issued", "emise"},           {"recovered", "recouvre"}, {"paid_earlier", "paye"},
                             {"recovered_later", "ensuite"}};

web::Fields example(const Quote& quote, base::Day today) {
  const auto limit = quote.premium.terms.discretionary_limit;
  web::Fields fields;
  fields.add("facture", "40 000");
  fields.add("couverture", "named");
  fields.add("limite", limit.cents > 0 && limit > base::Money::euros(30'000) ? french::euros(limit) : "30 000");
  fields.add("cause", "protracted");
  fields.add("zone", "domestic");
  fields.add("emise", today.iso());
  fields.add("delai", std::to_string(usual_term.value()));
  fields.add("recouvre", "0");
  fields.add("paye", "0");
  return fields;
}

base::Outcome<Simulation> calculated(const Quote& quote, const web::Fields& typed) {
  base::Refusals refusals;
  SimulatedLoss loss;
  loss.invoice = calculators::typed_amount(typed, "facture", refusals);
  loss.cover = typed.get("couverture") == "unnamed" ? engine::CoverKind::unnamed : engine::CoverKind::named;
  if (loss.cover == engine::CoverKind::named) loss.limit = calculators::typed_amount(typed, "limite", refusals);
  loss.cause = typed.get("cause") == "insolvency" ? engine::DefaultCause::insolvency : engine::DefaultCause::protracted;
  loss.buyer = typed.get("zone") == "abroad" ? engine::Zone::abroad : engine::Zone::domestic;
  const auto issued = base::Day::from_iso(base::trim(typed.get("emise")));
  if (!issued) refusals.push_back({bad_issue_day, "emise"});
  loss.issued = issued.value_or(base::Day{});
  const auto term = tables::parse_count(base::trim(typed.get("delai")));
  if (!term) refusals.push_back({bad_term, "delai"});
  loss.term = static_cast<int>(std::min<std::int64_t>(term.value_or(0), 100'000));
  loss.recovered = calculators::typed_amount(typed, "recouvre", refusals);
  loss.paid_earlier = calculators::typed_amount(typed, "paye", refusals);
  if (!base::trim(typed.get("ensuite")).empty())
    loss.recovered_later = calculators::typed_amount(typed, "ensuite", refusals);
  if (!refusals.empty()) return refusals;
  auto result = simulated(quote, loss);
  if (!result) return calculators::renamed(result.refusals(), names);
  return result;
}

Markup form_of(const Under& under, const ui::FormState& state) {
  using ui::Field;
  const auto with = [&](Field field) { return std::move(field).with(state); };
  return calculators::calculator_form(
      under.page, state,
      ui::field_row({ui::money_field(with({.name = "facture", .label = "Facture impayée HT"})),
                     ui::date_field(with({.name = "emise", .label = "Facture du"})),
                     ui::number_field(with({.name = "delai", .label = "Délai de paiement"}), "j")}) +
          ui::field_row(
              {ui::select_field(with({.name = "couverture", .label = "Acheteur"}),
                                {{"named", "Dénommé"}, {"unnamed", "Non dénommé"}}),
               ui::money_field(
                   with({.name = "limite", .label = "Limite, s’il est dénommé", .need = Field::Need::optional}))}) +
          ui::field_row({ui::select_field(with({.name = "cause", .label = "Cause"}),
                                          {{"protracted", "Carence de paiement"}, {"insolvency", "Insolvabilité"}}),
                         ui::select_field(with({.name = "zone", .label = "Pays"}),
                                          {{"domestic", "France"}, {"abroad", "Export"}})}) +
          ui::field_row(
              {ui::money_field(with({.name = "recouvre", .label = "Déjà recouvré"})),
               ui::money_field(
                   with({.name = "ensuite", .label = "Récupéré après l’indemnité", .need = Field::Need::optional})),
               ui::money_field(with({.name = "paye", .label = "Indemnités déjà reçues dans l’année"}))}));
}

Markup paper_link(const Url& url) { return html::p(html::a(html::href(url), "Le calcul, clause par clause (PDF)")); }

Markup answer_of(const Simulation& result, const Url& paper) {
  const auto& indemnity = result.indemnity;
  const auto when = indemnity.payable ? "Payable au plus tard le " + french::day_long(indemnity.payable->value) +
                                            ", si chaque démarche est faite le dernier jour."
                                      : std::string();
  return html::section(
      html::cls("answer"), html::attr("aria-live", "polite"), html::p(html::cls("answer-lead"), "L’assureur verserait"),
      html::p(html::cls("answer-figure"), french::euros(indemnity.indemnity.value)),
      html::div(
          html::cls("answer-after figure"),
          html::p("et ", html::b(french::euros(result.retained.amount.value)), " resteraient à la charge de l’assuré"),
          explained(result.retained.explanation, result.retained.amount)),
      when.empty() ? Markup() : html::p(html::cls("quiet"), when),
      explained(indemnity.explanation, indemnity.indemnity), paper_link(paper));
}

Markup why_nothing(const Simulation& result) {
  if (!result.reason) return {};
  return ui::notice({ui::Tone::warn, "Rien n’est couvert", std::string(label(*result.reason)) + "."});
}

Markup dates_card(const Simulation& result, const Url& download) {
  return ui::card({.title = "Les dates qui comptent", .icon = ui::Icon::calendar},
                  calculators::dates_list(result.deadlines, download) +
                      html::p(html::cls("quiet"),
                              "Une insolvabilité est supposée publiée le jour de l’échéance. Une déclaration oubliée "
                              "fait perdre la garantie."));
}

web::Fields typed_or_example(const visit::Visit& visit, const Under& under) {
  const auto& query = visit.request.query;
  return query.find("facture") ? query : example(under.quote, base::paris::day_of(visit.now));
}

base::Money recovered_later(const web::Fields& typed) {
  return base::parse_money(typed.get("ensuite")).value_or(base::Money{});
}

// The dates of an invoice that is only simulated: told apart by the offer and the day it was made out.
web::Response download(visit::Visit& visit, const Under& under) {
  const web::Fields typed = typed_or_example(visit, under);
  const auto outcome = calculated(under.quote, typed);
  if (!outcome) return visit::see_other(calculators::with_fields(under.page, typed, field_names));
  const auto issued = std::string(typed.get("emise"));
  return calculators::dates_download(
      visit, outcome->deadlines, under.placement.company.name + ", facture du " + issued,
      std::to_string(under.offer.id.value) + "|" + issued + "|" + std::string(typed.get("facture")));
}

// What was supposed, as the form names it.
papers::Facts supposed(const web::Fields& typed) {
  const auto amount = [&](const char* field) {
    const auto read = base::parse_money(typed.get(field));
    return french::euros(read.value_or(base::Money{}));
  };
  const bool named = typed.get("couverture") != "unnamed";
  const auto issued = base::Day::from_iso(base::trim(typed.get("emise")));
  const std::string zone = typed.get("zone") == "abroad" ? "export" : "France";
  return {{"Facture impayée", amount("facture") + " HT du " + (issued ? french::day_medium(*issued) : std::string()) +
                                  ", à " + std::string(base::trim(typed.get("delai"))) + " jours"},
          {"Acheteur", zone + (named ? ", dénommé, limite " + amount("limite") : std::string(", non dénommé"))},
          {"Cause", typed.get("cause") == "insolvency" ? "insolvabilité" : "carence de paiement"},
          {"Déjà recouvré", amount("recouvre")},
          {"Indemnités de l’année", amount("paye")}};
}

web::Response download_paper(visit::Visit& visit, const Under& under) {
  const web::Fields typed = typed_or_example(visit, under);
  const auto outcome = calculated(under.quote, typed);
  if (!outcome) return visit::see_other(calculators::with_fields(under.page, typed, field_names));
  const auto author = visit.platform.database.read(
      [&](db::Transaction& tx) { return identity::organisation_name(tx, under.offer.broker); });
  return pdf_download(
      "impaye-" + under.placement.reference,
      indemnity_pdf({.title = "Ce que verserait " + under.offer.insurer_name,
                     .subject = under.placement.reference,
                     .author = author,
                     .supposed = supposed(typed),
                     .indemnity = outcome->indemnity,
                     .retained = outcome->retained,
                     .shared = outcome->shared,
                     .why_nothing = outcome->reason ? std::string(label(*outcome->reason)) : std::string(),
                     .now = visit.now}));
}

web::Response draw(visit::Visit& visit, const Under& under) {
  const web::Fields typed = typed_or_example(visit, under);
  const auto outcome = calculated(under.quote, typed);
  const auto state = calculators::kept(visit, typed, field_names, outcome ? base::Refusals{} : outcome.refusals());
  Markup body = ui::page_header({.title = "Simuler un impayé",
                                 .reference = under.placement.reference,
                                 .lead = "Ce que verserait " + under.offer.insurer_name + " aux conditions " +
                                         (under.offer.state == State::accepted ? "acceptées, et les dates à tenir."
                                                                               : "de son offre, et les dates à tenir."),
                                 .crumbs = under.crumbs});
  Markup result = form_of(under, state);
  if (outcome) {
    result += answer_of(*outcome, calculators::with_fields(under.paper, typed, field_names)) + why_nothing(*outcome);
    if (outcome->shared) result += calculators::shares_card(*outcome->shared, recovered_later(typed));
    result += dates_card(*outcome, calculators::with_fields(under.calendar, typed, field_names));
  }
  body += html::div(html::cls("calculator"), result);
  return visit::page(visit, {.title = "Simuler un impayé",
                             .body = std::move(body),
                             .status = outcome ? 200 : 422,
                             .width = ui::Frame::Width::reading});
}

std::optional<Under> offered(visit::Visit& visit) {
  const OfferId id{visit.id()};
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<Under> {
    const auto offer = find(tx, id, visit.actor());
    if (!offer) return std::nullopt;
    auto placement = placement::find(tx, offer->placement).value();
    const Url file = Url::path("/credit/dossiers/{}", placement.id);
    std::vector<ui::Crumb> crumbs{{"Dossiers", Url("/credit")},
                                  {placement.company.name, file},
                                  {offer->insurer_name, Url::path("/credit/offres/{}", id)}};
    return Under{*offer,
                 last_round_of(tx, id)->quote,
                 std::move(placement),
                 Url::path("/credit/offres/{}/impaye", id),
                 Url::path("/credit/offres/{}/impaye/echeances.ics", id),
                 Url::path("/credit/offres/{}/impaye/calcul.pdf", id),
                 std::move(crumbs)};
  });
}

std::optional<Under> accepted(visit::Visit& visit) {
  const PlacementId id{visit.id()};
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<Under> {
    auto placement = placement::find(tx, id, visit.actor());
    const auto offer = placement ? in_state(tx, id, State::accepted) : std::nullopt;
    if (!offer) return std::nullopt;
    std::vector<ui::Crumb> crumbs{{"Ma couverture", Url("/couverture")},
                                  {"Police", Url::path("/couverture/{}/police", id)}};
    return Under{*offer,
                 last_round_of(tx, offer->id)->quote,
                 *std::move(placement),
                 Url::path("/couverture/{}/police/impaye", id),
                 Url::path("/couverture/{}/police/impaye/echeances.ics", id),
                 Url::path("/couverture/{}/police/impaye/calcul.pdf", id),
                 std::move(crumbs)};
  });
}

}  // namespace

web::Response show_loss(visit::Visit& visit) {
  const auto under = offered(visit);
  return under ? draw(visit, *under) : visit::not_found(visit);
}

web::Response show_own_loss(visit::Visit& visit) {
  const auto under = accepted(visit);
  return under ? draw(visit, *under) : visit::not_found(visit);
}

web::Response download_loss_dates(visit::Visit& visit) {
  const auto under = offered(visit);
  return under ? download(visit, *under) : visit::not_found(visit);
}

web::Response download_own_loss_dates(visit::Visit& visit) {
  const auto under = accepted(visit);
  return under ? download(visit, *under) : visit::not_found(visit);
}

web::Response download_loss_paper(visit::Visit& visit) {
  const auto under = offered(visit);
  return under ? download_paper(visit, *under) : visit::not_found(visit);
}

web::Response download_own_loss_paper(visit::Visit& visit) {
  const auto under = accepted(visit);
  return under ? download_paper(visit, *under) : visit::not_found(visit);
}

}  // namespace credit::offer
