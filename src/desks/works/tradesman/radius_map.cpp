#include "desks/works/tradesman/radius_map.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/french.hpp"
#include "base/text.hpp"
#include "desks/works/tradesman/profile_rules.hpp"
#include "web/html/elements.hpp"
#include "web/ui/map.hpp"

namespace works::tradesman {
namespace {

namespace html = web::html;
using web::ui::MapPoint;

constexpr std::size_t towns_shown = 12;

// "Lyon" of "Lyon 3e Arrondissement": the big three stand by their arrondissements.
std::string_view city_of(const places::Commune& commune) {
  constexpr std::string_view by_arrondissement[] = {"Paris", "Lyon", "Marseille"};
  for (const auto city : by_arrondissement)
    if (commune.name.starts_with(city) && commune.name.ends_with("Arrondissement")) return city;
  return commune.name;
}

}  // namespace

std::optional<Area> typed_area(std::string_view postal_code, std::string_view insee, std::string_view radius_km) {
  const auto code = base::trim(postal_code);
  const auto communes = places::communes_of(code);
  if (communes.empty()) return std::nullopt;
  const auto* chosen = places::find(insee, code);
  const auto& commune = chosen != nullptr ? *chosen : communes.front();
  const auto typed = base::trim(radius_km);
  int km = 0;
  const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), km);
  const bool whole = error == std::errc{} && end == typed.data() + typed.size();
  if (!whole || km < smallest_radius_km.value() || km > largest_radius_km.value()) return std::nullopt;
  return Area{std::string(places::short_name(commune)), commune.point, km * 1000};
}

std::vector<Town> towns_within(const Area& area, std::size_t most) {
  std::vector<Town> found;
  const Tradesman here{.radius_m = area.radius_m};
  for (const auto& commune : places::communes()) {
    const int distance = static_cast<int>(std::lround(places::distance_m(area.centre, commune.point)));
    if (reaches(here, distance)) found.push_back({&commune, distance});
  }
  std::sort(found.begin(), found.end(), [](const Town& a, const Town& b) {
    if (a.commune->city_population != b.commune->city_population)
      return a.commune->city_population > b.commune->city_population;
    return a.distance_m != b.distance_m ? a.distance_m < b.distance_m : a.commune < b.commune;
  });
  std::vector<Town> kept;
  for (const Town& town : found) {
    if (kept.size() == most) break;
    const bool known = std::any_of(kept.begin(), kept.end(), [&](const Town& other) {
      return city_of(*other.commune) == city_of(*town.commune) && other.commune->department == town.commune->department;
    });
    if (!known) kept.push_back(town);
  }
  return kept;
}

web::html::Markup radius_map(const Area& area) {
  const auto towns = towns_within(area, towns_shown);
  web::ui::Map map{"Votre rayon de " + base::french::distance(area.radius_m) + " autour de " + area.base,
                   {{.latitude_e6 = area.centre.lat_e6,
                     .longitude_e6 = area.centre.lon_e6,
                     .label = "Votre base, " + area.base,
                     .kind = MapPoint::Kind::place,
                     .radius_m = area.radius_m}}};
  std::string names;
  for (const Town& town : towns) {
    const std::string name(city_of(*town.commune));
    map.points.push_back({.latitude_e6 = town.commune->point.lat_e6,
                          .longitude_e6 = town.commune->point.lon_e6,
                          .label = name + ", à " + base::french::distance(town.distance_m),
                          .kind = MapPoint::Kind::town,
                          .name = name});
    names += (names.empty() ? "" : ", ") + name;
  }
  return web::ui::map(map) + html::p(html::cls("quiet"), html::strong(map.description), " : ", names, ".");
}

}  // namespace works::tradesman
