#include "desks/credit/offer/comparison_view.hpp"

#include <algorithm>

#include "base/french.hpp"
#include "desks/credit/explanation_view.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/form.hpp"

namespace credit::offer {
namespace {

namespace french = base::french;
namespace html = web::html;
using engine::Amount;
using html::Markup;
using html::Url;

const std::string unknown = "—";

using Told = FigureRow::Told;

bool answered(const ComparedOffer& one) { return one.cover.answers == Cover::Answers::some; }

// Rates are shown to the hundredth of a percent, rounded down: a share never looks larger than it is.
std::string share(const std::optional<engine::Ratio>& ratio) {
  constexpr std::int64_t hundredth = 10'000;
  return ratio ? french::percent({ratio->value.e8 / hundredth * hundredth}) : unknown;
}

template <class Known>
Markup how(const engine::Explanation& explanation, const Known& figure) {
  return figure.step ? explained(explanation, *figure.step, figure.label) : Markup();
}
template <class Known>
Markup how(const engine::Explanation& explanation, const std::optional<Known>& figure) {
  return figure ? how(explanation, *figure) : Markup();
}

template <Amount engine::OfferTotals::*member>
constexpr FigureRow covered_amount(std::string_view label, std::optional<Figure> rated = {}) {
  return {label,
          [](const ComparedOffer& one) {
            return answered(one) ? french::euros((one.figures.totals.*member).value) : unknown;
          },
          [](const ComparedOffer& one) {
            return answered(one) ? how(one.figures.totals.explanation, one.figures.totals.*member) : Markup();
          },
          rated};
}
template <std::optional<engine::Ratio> engine::OfferTotals::*member>
constexpr FigureRow covered_share(std::string_view label, std::optional<Figure> rated = {}, Told told = {}) {
  return {label, [](const ComparedOffer& one) { return answered(one) ? share(one.figures.totals.*member) : unknown; },
          [](const ComparedOffer& one) {
            return answered(one) ? how(one.figures.totals.explanation, one.figures.totals.*member) : Markup();
          },
          rated, told};
}
template <Amount engine::Premium::*member>
constexpr FigureRow price(std::string_view label, std::optional<Figure> rated = {}, Told told = {}) {
  return {label, [](const ComparedOffer& one) { return french::euros((one.figures.premium.*member).value); },
          [](const ComparedOffer& one) { return how(one.figures.premium.explanation, one.figures.premium.*member); },
          rated, told};
}

std::string limit_of(const ComparedOffer& one) {
  const auto& limit = one.figures.totals.disbursement_limit;
  return limit ? french::euros(limit->value) : std::string("illimitée");
}
Markup how_limit(const ComparedOffer& one) {
  return how(one.figures.totals.explanation, one.figures.totals.disbursement_limit);
}
std::string provisional(const ComparedOffer& one) {
  return one.figures.provisional_limit ? french::euros(one.figures.provisional_limit->value) : unknown;
}
Markup how_provisional(const ComparedOffer& one) {
  return how(one.figures.provisional_explanation, one.figures.provisional_limit);
}
// Made buyer by buyer: the matrix is its explanation.
std::string covered_sum(const ComparedOffer& one) {
  return answered(one) ? french::euros(one.figures.totals.covered.value) : unknown;
}
Markup matrix_link(const ComparedOffer& one) {
  if (!answered(one)) return {};
  return html::a(html::cls("covered-how"), html::href(Url::path("/credit/dossiers/{}/matrice", one.offer.placement)),
                 "par acheteur");
}
std::string insolvency(const ComparedOffer& one) {
  return answered(one) ? french::euros(one.cover.insolvency_only) : unknown;
}
std::string ended(const ComparedOffer& one) { return answered(one) ? french::euros(one.cover.ended) : unknown; }
std::string first_end(const ComparedOffer& one) {
  return one.cover.valid_until ? french::day_medium(*one.cover.valid_until) : unknown;
}
std::string after_tax(const ComparedOffer& one) { return french::euros(one.figures.cost.after_tax.value); }
Markup how_after_tax(const ComparedOffer& one) { return how(one.figures.cost_explanation, one.figures.cost.after_tax); }
Markup how_above_ceiling(const ComparedOffer& one) {
  return how(one.figures.premium.explanation, one.figures.premium.above_ceiling);
}
std::string above_ceiling(const ComparedOffer& one) {
  const auto& above = one.figures.premium.above_ceiling;
  return above ? french::euros(above->value) : unknown;
}

using Totals = engine::OfferTotals;

constexpr FigureRow cover_figure_rows[] = {
    {"Encours couvert", covered_sum, matrix_link, Figure::covered},
    covered_share<&Totals::share>("Part de l’encours"),
    covered_share<&Totals::top_share>("Part des 10 plus gros", Figure::top_covered, Told::beyond_ten),
    {"En insolvabilité seule, en plus", insolvency, matrix_link, {}, Told::when_some},
    {"Terminé, à faire confirmer, en plus", ended, nullptr, {}, Told::when_some},
    {"Première limite à prendre fin", first_end, nullptr},
    covered_amount<&Totals::insured_part>("Indemnités possibles"),
    {"Limite de décaissement", limit_of, how_limit},
    {"Provisoire, sur les acomptes", provisional, how_provisional},
    covered_amount<&Totals::usable>("Couverture utilisable", Figure::usable),
};
constexpr FigureRow cost_figure_rows[] = {
    price<&engine::Premium::premium>("Prime HT"),
    price<&engine::Premium::tax>("Taxe"),
    price<&engine::Premium::fees>("Frais HT", {}, Told::when_some),
    price<&engine::Premium::fee_vat>("TVA sur les frais", {}, Told::when_some),
    price<&engine::Premium::total>("Coût total de l’année", Figure::total),
    {"Coût après impôt", after_tax, how_after_tax},
    covered_share<&Totals::cost_per_covered_euro>("Coût par euro couvert", Figure::cost_per_euro),
    {"Chiffre d’affaires au-delà du plafond", above_ceiling, how_above_ceiling, {}, Told::when_some},
};

Markup group_row(std::string_view label, std::size_t columns) {
  return html::tr(html::cls("group"), html::th(html::attr("scope", "rowgroup"),
                                               html::attr("colspan", static_cast<int>(columns) + 1), label));
}

Markup figure_row(const Comparison& comparison, const FigureRow& row) {
  if (!tells(comparison, row)) return {};
  const auto place = row.rated ? best(comparison, *row.rated) : std::nullopt;
  Markup cells = html::th(html::attr("scope", "row"), row.label);
  for (std::size_t i = 0; i < comparison.offers.size(); ++i) {
    const auto& one = comparison.offers[i];
    const bool first = place == i;
    cells += html::td(html::cls("num", first ? "best" : ""), html::span(row.written(one)),
                      first ? html::span(html::cls("best-mark"), html::aria("hidden", "true"), "★") +
                                  html::span(html::cls("visually-hidden"), " le meilleur")
                            : Markup(),
                      row.how == nullptr ? Markup() : row.how(one));
  }
  return html::tr(cells);
}

Markup clause_rows(const Comparison& comparison, Group group) {
  Markup rows;
  for (const auto& line : comparison.clauses) {
    if (line.group != group) continue;
    const bool differs = line.standing == ComparedLine::Standing::differs;
    Markup cells = html::th(html::attr("scope", "row"), line.label,
                            differs ? html::span(html::cls("differs-mark"), html::tooltip("Les offres diffèrent"),
                                                 html::span(html::aria("hidden", "true"), "≠"),
                                                 html::span(html::cls("visually-hidden"), " les offres diffèrent"))
                                    : Markup());
    for (const auto& value : line.values) cells += html::td(value.empty() ? unknown : value);
    rows += html::tr(html::cls(differs ? "differs" : ""), cells);
  }
  return rows;
}

}  // namespace

bool tells(const Comparison& comparison, const FigureRow& row) {
  constexpr std::int64_t top = 10;
  if (row.told == Told::beyond_ten && comparison.buyers <= top) return false;
  const std::string nothing = french::euros(base::Money{});
  return std::any_of(comparison.offers.begin(), comparison.offers.end(), [&](const ComparedOffer& one) {
    const std::string written = row.written(one);
    return written != unknown && (row.told != Told::when_some || written != nothing);
  });
}

std::span<const FigureRow> cover_rows() { return cover_figure_rows; }
std::span<const FigureRow> cost_rows() { return cost_figure_rows; }

Markup comparison_table(const Comparison& comparison) {
  const auto columns = comparison.offers.size();
  Markup head = html::th(html::attr("scope", "col"), html::span(html::cls("visually-hidden"), "Critère"));
  for (const auto& one : comparison.offers)
    head += html::th(html::attr("scope", "col"),
                     html::a(html::href(Url::path("/credit/offres/{}", one.offer.id)), one.offer.insurer_name),
                     html::small(html::cls("quiet"), label(one.round.quote.premium.terms.model)),
                     html::small(html::cls("quiet"), label(one.offer.state), " · version ", one.round.number));
  Markup body = group_row("Ce que chacun couvre", columns);
  for (const auto& row : cover_rows()) body += figure_row(comparison, row);
  body += group_row("Ce que cela coûte", columns);
  for (const auto& row : cost_rows()) body += figure_row(comparison, row);
  for (const Group group : {Group::price, Group::cover, Group::losses, Group::delays})
    body +=
        group_row(group == Group::price ? "Clauses de prix" : label(group), columns) + clause_rows(comparison, group);
  return html::div(html::cls("table-wrap comparison"), html::attr("tabindex", 0), html::role("region"),
                   html::aria("label", "Offres côte à côte"),
                   html::table(html::caption(html::cls("visually-hidden"), "Offres côte à côte"),
                               html::thead(html::tr(head)), html::tbody(body)));
}

std::optional<WhyItPays> why_it_pays(const Comparison& comparison, base::Rate margin) {
  auto result = engine::new_sales({comparison.largest, margin});
  if (!result) return std::nullopt;
  WhyItPays why{comparison.largest, result->sales.value, {}, result->sales};
  why.explanation = std::move(result).value().explanation;
  return why;
}

Markup why_it_pays(const Comparison& comparison, base::Rate margin, std::string_view typed, const std::string& error) {
  const auto why = why_it_pays(comparison, margin);
  Markup body = html::form(html::cls("form-line"), html::method_get(),
                           html::action(Url::path("/credit/dossiers/{}/offres", comparison.placement.id)),
                           web::ui::number_field({.name = "marge",
                                                  .label = "Marge du client",
                                                  .value = std::string(typed),
                                                  .error = error,
                                                  .width = web::ui::FieldWidth::short_text},
                                                 "%"),
                           html::button(html::cls("btn btn-secondary"), html::type("submit"), "Calculer"));
  if (why)
    body = html::div(html::cls("why-lead"), "Perdre le plus gros encours, ", html::b(french::euros(why->unpaid)),
                     ", demande ", html::b(french::euros(why->sales)), " de ventes nouvelles à ",
                     html::b(french::percent(margin)), " de marge.", explained(why->explanation, why->figure)) +
           body;
  Markup costs;
  for (const auto& one : comparison.offers)
    costs += html::li(
        html::span(one.offer.insurer_name),
        html::div(html::cls("num"), french::euros(one.figures.cost.charge.value),
                  how(one.figures.cost_explanation, one.figures.cost.charge), " par an, ",
                  html::b(french::euros(one.figures.cost.after_tax.value)), how_after_tax(one), " après impôt"));
  return web::ui::card({.title = "Pourquoi se couvrir", .icon = web::ui::Icon::scale},
                       body + html::ul(html::cls("why-costs"), costs));
}

std::string day_until(const ComparedOffer& one, base::Instant now) {
  return french::day_medium(last_day_of(one.offer, now));
}

}  // namespace credit::offer
