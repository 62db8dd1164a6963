// The communes of France, overseas included, by postal code (data/communes.tsv; origins and precision: data/README.md).
// Paris, Lyon and Marseille stand by their arrondissements. Read once, at first use; safe from any thread.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "floor/places/point.hpp"

namespace places {

// How a commune's point was found: its own seat, or the mean of the located communes around it.
enum class PositionMethod { located, postal_mean, epci_mean, department_mean };
std::string_view to_text(PositionMethod method);  // stored form: "postal_mean"
std::string_view label(PositionMethod method);  // "centre de la commune", "moyenne des communes du même code postal"…

// One commune under one of its postal codes. The texts stand in the binary and live as long as the program.
struct Commune {
  std::string_view postal_code;  // five digits
  std::string_view insee;        // five characters: "69383", "2A004"
  std::string_view name;         // "Lyon 3e Arrondissement"
  std::string_view department;   // "69", "2A", "974"
  std::string_view epci;         // SIREN of the intercommunal body; empty where there is none
  int city_population;           // of the whole city, for an arrondissement
  Point point;
  PositionMethod method;
  int error_radius_m;  // > 0: how far from `point` a place of the commune may well be (data/README.md says how
                       // measured)
};

std::span<const Commune> communes();                                      // every row, by postal code, then INSEE code
std::span<const Commune> communes_under(std::string_view postal_prefix);  // "69", "6900"; none when no code begins so
std::span<const Commune> communes_of(std::string_view postal_code);       // none when the whole code is unknown
const Commune* find(std::string_view insee, std::string_view postal_code);  // null when they do not go together

std::string_view short_name(const Commune& commune);  // "Lyon 3e": without the word Arrondissement
std::string label(const Commune& commune);            // "69003 Lyon 3e Arrondissement"
std::string position_note(const Commune& commune);    // "position approximative (à 9 km près)"; empty when located

}  // namespace places
