#include "desks/motor/photos/photo_rules.hpp"

#include <algorithm>

#include "base/words.hpp"

namespace motor::photos {
namespace {

constexpr base::Word<Slot> slot_words[] = {
    {Slot::front_left, "front_left", "Avant gauche"},
    {Slot::front_right, "front_right", "Avant droit"},
    {Slot::rear_left, "rear_left", "Arrière gauche"},
    {Slot::rear_right, "rear_right", "Arrière droit"},
    {Slot::plate, "plate", "Immatriculation"},
    {Slot::odometer, "odometer", "Compteur"},
    {Slot::damage, "damage", "Dommages"},
};
static_assert(std::size(slot_words) == slots.size());

constexpr base::Word<Standing> standings[] = {
    {Standing::kept, "kept", ""}, {Standing::replaced, "replaced", ""}, {Standing::retake, "retake", ""}};

}  // namespace

std::string_view to_text(Slot slot) { return base::word_of(slot_words, slot).text; }
std::optional<Slot> slot_from_text(std::string_view text) { return base::value_of(slot_words, text); }
std::string_view label(Slot slot) { return base::word_of(slot_words, slot).label; }

std::string_view advice(Slot slot) {
  switch (slot) {
    case Slot::front_left:
    case Slot::front_right:
    case Slot::rear_left:
    case Slot::rear_right:
      return "De trois quarts, le véhicule entier dans l’image.";
    case Slot::plate:
      return "La plaque, lisible.";
    case Slot::odometer:
      return "Contact mis, le kilométrage lisible.";
    case Slot::damage:
      return "De près et de loin, autant de photos qu’il en faut.";
  }
  return {};
}

std::string_view to_text(Standing standing) { return base::word_of(standings, standing).text; }
std::optional<Standing> standing_from_text(std::string_view text) { return base::value_of(standings, text); }

std::vector<Slot> missing(const std::vector<Slot>& kept) {
  std::vector<Slot> lacking;
  for (const Slot slot : slots)
    if (std::find(kept.begin(), kept.end(), slot) == kept.end()) lacking.push_back(slot);
  return lacking;
}

}  // namespace motor::photos
