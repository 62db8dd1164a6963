// The insurers of the French property market (data/insurers.tsv): proposed when a claim is declared, not imposed.
#pragma once

#include <span>
#include <string_view>

namespace works::claim {

// The texts stand in the binary and live as long as the program.
struct Insurer {
  std::string_view slug;  // never changes once released: "maif"
  std::string_view name;  // "MAIF"
};

std::span<const Insurer> insurers();                 // French alphabetical order of the names
const Insurer* find_insurer(std::string_view slug);  // null when there is none

}  // namespace works::claim
