#include "app/demo/names.hpp"

#include <fmt/format.h>

#include "base/assert.hpp"
#include "base/text.hpp"

namespace app::demo {
namespace {

constexpr std::string_view first_names[] = {"Camille", "Maxence", "Inès",     "Bastien", "Nora",    "Élodie",
                                            "Yanis",   "Solène",  "Hugo",     "Maëlle",  "Karim",   "Agathe",
                                            "Loïc",    "Fanny",   "Thibault", "Aïcha",   "Rémi",    "Clara",
                                            "Amadou",  "Jeanne",  "Victor",   "Lina",    "Gaspard", "Noémie"};
constexpr std::string_view last_names[] = {"Aubertin",  "Vasseline",  "Corbinot",  "Malvaux",    "Trévignon",
                                           "Lourmel",   "Peyrasse",   "Guérinval", "Bastelin",   "Morvennec",
                                           "Dauvray",   "Sarrazeau",  "Quillevic", "Fontebride", "Rouvreuil",
                                           "Castagnol", "Belhassoun", "Ndoumbé",   "Zelmatine",  "Vernoult"};
constexpr std::string_view streets[] = {"rue des Glycines",   "avenue du Moulin",     "impasse des Tanneurs",
                                        "rue de la Fontaine", "chemin des Amandiers", "boulevard des Remparts",
                                        "rue du Vieux-Puits", "place du Marché",      "allée des Charmes",
                                        "rue des Maraîchers"};
constexpr std::string_view firm_forms[] = {"{0} {1}",    "Atelier {1}", "{1} {0}", "Les Compagnons {1}",
                                           "{0} de {2}", "Maison {1}"};

std::string short_trade(std::string_view label) {
  const auto space = label.find(' ');
  return std::string(label.substr(0, space));
}

}  // namespace

int Dice::between(int low, int high) {
  const auto width = static_cast<std::uint64_t>(high - low) + 1;
  return low + static_cast<int>(random_.next_u64() % width);
}

std::string person(Dice& dice) {
  const auto first = dice.pick(first_names);
  return std::string(first) + " " + std::string(dice.pick(last_names));
}

std::string firm(Dice& dice, std::string_view trade, std::string_view city) {
  const auto form = dice.pick(firm_forms);
  return fmt::format(fmt::runtime(form), short_trade(trade), dice.pick(last_names), city);
}

std::string street(Dice& dice) {
  const int number = dice.between(1, 120);
  return fmt::format("{} {}", number, dice.pick(streets));
}

base::Phone mobile(int number) {
  const auto phone = base::Phone::parse(fmt::format("063998{:04}", number % 10'000));
  MANDAT_ASSERT(phone);
  return *phone;
}

base::Siren siren(int number) {
  for (int check = 0; check <= 9; ++check)
    if (const auto siren = base::Siren::parse(fmt::format("9{:07}{}", number % 10'000'000, check))) return *siren;
  MANDAT_ASSERT(!"one of ten check digits fits");
  return *base::Siren::parse("732829320");
}

std::string mail_name(std::string_view text) {
  std::string name = base::fold(text);
  for (char& c : name)
    if (c == ' ') c = '.';
  return name;
}

}  // namespace app::demo
