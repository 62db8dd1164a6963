// The building trades that tradesmen offer and claims ask for (data/trades.tsv).
#pragma once

#include <span>
#include <string_view>

namespace works::trade {

// The texts stand in the binary and live as long as the program.
struct Trade {
  std::string_view slug;         // never changes once released: "plomberie"
  std::string_view label;        // "Plomberie"
  std::string_view description;  // what it covers, for the choice list
  std::string_view activity;  // the décennale certificate's wording (W8); empty: no building work, no décennale asked

  bool needs_decennale() const { return !activity.empty(); }
};

std::span<const Trade> trades();           // French alphabetical order of the labels
const Trade* find(std::string_view slug);  // null when there is none

}  // namespace works::trade
