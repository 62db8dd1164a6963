#include "desks/works/matching/firm_list.hpp"

#include "base/french.hpp"
#include "web/html/elements.hpp"
#include "web/html/svg.hpp"
#include "web/ui/badge.hpp"
#include "web/ui/table.hpp"

namespace works::matching {
namespace {

namespace html = web::html;
namespace svg = web::html::svg;
using html::Markup;
using web::ui::MapPoint;

// A bar in proportion, hidden from screen readers: the number stands beside it.
Markup bar(int part, int of) {
  return svg::svg(html::cls("score-bar"), html::attr("viewBox", "0 0 100 6"), html::attr("preserveAspectRatio", "none"),
                  html::aria("hidden", "true"),
                  svg::rect(html::cls("score-ground"), html::attr("width", 100), html::attr("height", 6)),
                  svg::rect(html::cls("score-part"), html::attr("width", 100 * part / of), html::attr("height", 6)));
}

Markup score(int part, int of) {
  return html::span(html::cls("score"), bar(part, of),
                    html::span(html::cls("num"), base::french::integer(part), " / ", base::french::integer(of)));
}

Markup criterion_row(const tradesman::Criterion& criterion) {
  return html::div(html::cls("criterion"), html::dt(criterion.name),
                   html::dd(html::span(criterion.value), score(criterion.points, criterion.weight)));
}

Markup why(const Match& match) {
  return html::details(html::cls("why"), html::summary("Pourquoi cette entreprise ?"),
                       html::dl(html::cls("criteria"),
                                html::each(match.conditions,
                                           [](const Condition& condition) {
                                             return html::div(html::cls("criterion"), html::dt(condition.name),
                                                              html::dd(condition.value));
                                           }),
                                html::each(match.criteria, criterion_row)));
}

std::string anchor(int rank) { return "entreprise-" + std::to_string(rank); }

Markup qualifications(const Match& match) {
  if (match.qualifications.empty()) return {};
  return html::p(html::cls("firm-qualifications"), html::each(match.qualifications, [](const std::string& name) {
                   return web::ui::status_badge({name, web::ui::Tone::good, web::ui::Icon::circle_check});
                 }));
}

Markup firm_row(const Match& match, int rank, const DrawAct& act) {
  return html::li(
      html::cls("firm"), html::id(anchor(rank)), html::span(html::cls("firm-rank"), html::aria("hidden", "true"), rank),
      html::div(html::cls("firm-name"), html::h2(match.name),
                html::p(html::cls("quiet"), match.firm.base_name, " · à ", base::french::distance(match.distance_m)),
                qualifications(match)),
      html::div(html::cls("firm-score"), html::span(html::cls("quiet"), "Note"),
                score(match.rating, tradesman::whole_rating)),
      html::div(html::cls("firm-act"), act(match, rank)), why(match));
}

MapPoint place_of(const claim::Claim& claim) {
  return {.latitude_e6 = claim.place.lat_e6,
          .longitude_e6 = claim.place.lon_e6,
          .label = "Lieu du sinistre, " + claim.place.name,
          .kind = MapPoint::Kind::place};
}

std::string described(std::size_t firms, std::string_view what, const claim::Claim& claim) {
  return base::french::plural(static_cast<std::int64_t>(firms), "entreprise", "entreprises") + " " + std::string(what) +
         " autour de " + claim.place.name;
}

}  // namespace

Markup proposed_list(const std::vector<Match>& matches, const DrawAct& act) {
  Markup rows;
  for (std::size_t i = 0; i < matches.size(); ++i) rows += firm_row(matches[i], static_cast<int>(i) + 1, act);
  return html::ol(html::cls("firms"), rows);
}

Markup excluded_table(const std::vector<Excluded>& excluded) {
  std::vector<web::ui::Row> rows;
  for (const auto& firm : excluded) {
    const Markup reasons =
        html::ul(html::cls("reasons"), html::each(firm.reasons, [](const auto& reason) { return html::li(reason); }));
    rows.push_back({.cells = {web::ui::Value::two_lines(firm.name, firm.firm.base_name),
                              base::french::distance(firm.distance_m), web::ui::Value(reasons)}});
  }
  return web::ui::data_table({.caption = "Entreprises écartées, la plus proche d’abord",
                              .columns = {{.label = "Entreprise"},
                                          {.label = "Distance", .align = web::ui::Align::end},
                                          {.label = "Pourquoi elle est écartée"}},
                              .rows = std::move(rows)});
}

web::ui::Map map_of(const claim::Claim& claim, const std::vector<Match>& matches) {
  web::ui::Map map{described(matches.size(), "à mandater", claim), {place_of(claim)}};
  for (std::size_t i = 0; i < matches.size(); ++i) {
    const auto& match = matches[i];
    const int rank = static_cast<int>(i) + 1;
    map.points.push_back({.latitude_e6 = match.firm.lat_e6,
                          .longitude_e6 = match.firm.lon_e6,
                          .label = match.name + ", à " + base::french::distance(match.distance_m),
                          .kind = MapPoint::Kind::proposed,
                          .rank = rank,
                          .radius_m = match.firm.radius_m,
                          .url = html::Url::here(anchor(rank))});
  }
  return map;
}

web::ui::Map map_of(const claim::Claim& claim, const std::vector<Excluded>& excluded) {
  web::ui::Map map{described(excluded.size(), "hors du choix", claim), {place_of(claim)}};
  for (const auto& firm : excluded)
    map.points.push_back({.latitude_e6 = firm.firm.lat_e6,
                          .longitude_e6 = firm.firm.lon_e6,
                          .label = firm.name + ", à " + base::french::distance(firm.distance_m),
                          .kind = MapPoint::Kind::excluded});
  return map;
}

}  // namespace works::matching
