#include "desks/motor/rates/version_words.hpp"

#include <algorithm>

#include "base/french.hpp"
#include "desks/motor/file/file_view_words.hpp"

namespace motor::rates {

std::string town_of(const identity::Establishment& place) {
  return place.city.empty() ? place.postal_code.text() : place.postal_code.text() + " " + place.city;
}

std::string place_name(const identity::Establishment& place) {
  std::string name = town_of(place);
  if (!place.street.empty()) name += " · " + place.street;
  if (place.siret) name += " · " + file::siret_spaced(place.siret->text());
  return name;
}

std::string reach_text(const Reach& reach, const std::vector<identity::Establishment>& places) {
  const std::string make = reach.make.empty() ? "Toutes marques" : reach.make;
  if (!reach.establishment) return make + " · tous les sites";
  for (const auto& place : places)
    if (place.id == reach.establishment) return make + " · " + town_of(place);
  return make + " · un site";
}

std::string receipts_text(const std::vector<Receipt>& receipts) {
  const auto attached =
      std::count_if(receipts.begin(), receipts.end(), [](const Receipt& one) { return one.attached; });
  if (attached == 0) return "Aucun cabinet destinataire";
  const auto read = std::count_if(receipts.begin(), receipts.end(),
                                  [](const Receipt& one) { return one.attached && one.acknowledged_at; });
  return base::french::plural(read, "cabinet", "cabinets") + " sur " + base::french::integer(attached);
}

}  // namespace motor::rates
