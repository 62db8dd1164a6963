// An insurer's name in a sentence.
#pragma once

#include <string>
#include <string_view>

#include "base/text.hpp"

namespace credit {

// "de Coface", "d’Allianz Trade": most insurers of the market begin with a vowel.
inline std::string of_insurer(std::string_view name) {
  const std::string folded = base::fold(name);
  const bool vowel = !folded.empty() && std::string_view("aeiou").find(folded.front()) != std::string_view::npos;
  return (vowel ? "d’" : "de ") + std::string(name);
}

}  // namespace credit
