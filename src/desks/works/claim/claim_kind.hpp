// The kinds of property claim (data/claim_kinds.tsv).
#pragma once

#include <span>
#include <string_view>

namespace works::claim {

// The texts stand in the binary and live as long as the program.
struct ClaimKind {
  std::string_view slug;         // never changes once released: "degat-des-eaux"
  std::string_view label;        // "Dégât des eaux"
  std::string_view description;  // what it covers, for the choice list
};

std::span<const ClaimKind> claim_kinds();                 // French alphabetical order of the labels, "Autre" last
const ClaimKind* find_claim_kind(std::string_view slug);  // null when there is none

}  // namespace works::claim
