// Where a firm works: the circle of its radius around its base, with the largest towns in it (W9).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "floor/places/communes.hpp"
#include "web/html/markup.hpp"

namespace works::tradesman {

struct Area {
  std::string base;
  places::Point centre;
  int radius_m;
};
// Of a form as typed; null while it names no commune or no radius that W9 allows.
std::optional<Area> typed_area(std::string_view postal_code, std::string_view insee, std::string_view radius_km);

struct Town {
  const places::Commune* commune;
  int distance_m;
};
// The largest first, each city once, at most `most`: those whose seat lies within the circle, its edge included.
std::vector<Town> towns_within(const Area& area, std::size_t most);

web::html::Markup radius_map(const Area& area);

}  // namespace works::tradesman
