#include "floor/places/communes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>
#include <vector>

#include "base/data_table.hpp"
#include "base/french.hpp"
#include "floor/places/prefix.hpp"

namespace places {

namespace {

constexpr std::size_t postal_code_length = 5;
constexpr std::size_t typical_rows = 36'000;

// In the order of PositionMethod.
constexpr std::array<std::string_view, 4> method_names = {"located", "postal_mean", "epci_mean", "department_mean"};

PositionMethod method_named(std::string_view name) {
  const auto* found = std::find(method_names.begin(), method_names.end(), name);
  MANDAT_ASSERT(found != method_names.end());
  return static_cast<PositionMethod>(found - method_names.begin());
}

auto order(const Commune& commune) { return std::tie(commune.postal_code, commune.insee); }

std::vector<Commune> read() {
  using base::to_number;
  std::vector<Commune> rows;
  rows.reserve(typical_rows);
  base::for_each_row(
      "communes.tsv",
      {"postal_code", "insee", "name", "department", "epci", "city_population", "lat_e6", "lon_e6", "method",
       "error_radius_m"},
      [&rows](const auto& field) {
        rows.push_back({field[0], field[1], field[2], field[3], field[4], to_number(field[5]),
                        Point{to_number(field[6]), to_number(field[7])}, method_named(field[8]), to_number(field[9])});
        MANDAT_ASSERT(rows.size() == 1 || order(rows.end()[-2]) < order(rows.back()));
      });
  return rows;
}

}  // namespace

std::string_view label(PositionMethod method) {
  switch (method) {
    case PositionMethod::located:
      return "centre de la commune";
    case PositionMethod::postal_mean:
      return "moyenne des communes du même code postal";
    case PositionMethod::epci_mean:
      return "moyenne des communes de l'intercommunalité";
    case PositionMethod::department_mean:
      return "moyenne des communes du département";
  }
  MANDAT_ASSERT(false);
}

std::span<const Commune> communes() {
  static const std::vector<Commune> rows = read();
  return rows;
}

std::span<const Commune> communes_under(std::string_view postal_prefix) {
  return starting_with(communes(), postal_prefix, [](const Commune& commune) { return commune.postal_code; });
}

std::span<const Commune> communes_of(std::string_view postal_code) {
  return postal_code.size() == postal_code_length ? communes_under(postal_code) : std::span<const Commune>();
}

const Commune* find(std::string_view insee, std::string_view postal_code) {
  const auto rows = communes_of(postal_code);
  const auto row =
      std::find_if(rows.begin(), rows.end(), [&](const Commune& commune) { return commune.insee == insee; });
  return row == rows.end() ? nullptr : &*row;
}

std::string_view to_text(PositionMethod method) { return method_names[static_cast<std::size_t>(method)]; }

std::string_view short_name(const Commune& commune) {
  constexpr std::string_view word = " Arrondissement";
  return commune.name.ends_with(word) ? commune.name.substr(0, commune.name.size() - word.size()) : commune.name;
}

std::string label(const Commune& commune) { return fmt::format("{} {}", commune.postal_code, commune.name); }

std::string position_note(const Commune& commune) {
  if (commune.method == PositionMethod::located) return {};
  return fmt::format("position approximative (à {} près)", base::french::distance(commune.error_radius_m));
}

}  // namespace places
