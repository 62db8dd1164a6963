// Invented names for the demo: no real person or firm (P11). Deterministic for a given source of chance.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/identifiers.hpp"
#include "base/random.hpp"

namespace app::demo {

// Draws whole numbers and choices from a source of chance.
class Dice {
 public:
  explicit Dice(base::Random& random) : random_(random) {}
  int between(int low, int high);  // both included
  bool percent(int chance) { return between(1, 100) <= chance; }
  template <class T, std::size_t N>
  const T& pick(const T (&from)[N]) {
    return pick(std::span<const T>(from));
  }
  template <class T>
  const T& pick(std::span<const T> from) {
    return from[static_cast<std::size_t>(between(0, static_cast<int>(from.size()) - 1))];
  }

 private:
  base::Random& random_;
};

std::string person(Dice& dice);  // "Camille Aubertin"
std::string firm(Dice& dice, std::string_view trade,
                 std::string_view city);       // "Plomberie Vasseline", "Atelier des Toits"
std::string street(Dice& dice);                // "14 rue des Glycines"
base::Phone mobile(int number);                // in the range Arcep keeps for fiction: 06 39 98 …
base::Siren siren(int number);                 // valid check digit, distinct for distinct numbers
std::string mail_name(std::string_view text);  // "camille.aubertin"

}  // namespace app::demo
