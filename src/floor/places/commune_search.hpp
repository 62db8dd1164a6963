// Finds communes as people type them, for the choice list under a place field.
#pragma once

#include <string_view>
#include <vector>

#include "floor/places/communes.hpp"

namespace places {

// The communes whose name or postal code begins as `text` does, at most `limit`. Accents, case, hyphens and a leading
// article do not count, "st" and "ste" stand for "saint" and "sainte": "saint et", "St-Étienne", "havre", "690",
// "69003 lyon". By postal code they come in its order; by name, the very name first, then the larger cities. None for
// an empty text.
std::vector<const Commune*> search(std::string_view text, std::size_t limit);

}  // namespace places
