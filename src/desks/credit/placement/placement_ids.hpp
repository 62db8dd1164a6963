// Ids of the desk's things, apart from what they hold, so that concepts may point at each other.
#pragma once

#include <string_view>

#include "base/id.hpp"
#include "floor/platform/act.hpp"

namespace credit {

using PlacementId = base::Id<struct PlacementTag>;

inline constexpr std::string_view placement_file_kind = "credit.placement";

inline platform::FileRef file_of(PlacementId placement) { return {std::string(placement_file_kind), placement.value}; }

}  // namespace credit
