// A map drawn on the server as SVG: points and circles around a place, to scale, without tiles nor script.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "web/html/markup.hpp"
#include "web/html/url.hpp"

namespace web::ui {

struct MapPoint {
  std::int32_t latitude_e6;  // WGS 84, millionths of a degree
  std::int32_t longitude_e6;
  std::string label;
  enum class Kind { place, proposed, excluded, town } kind = Kind::proposed;
  std::optional<int> rank = {};      // written in the point, as in the list beside
  std::optional<int> radius_m = {};  // the circle it goes out to
  std::optional<html::Url> url = {};
  std::string name = {};  // written beside it where no other name is; the first of the list have precedence
};

struct Map {
  std::string description;       // for screen readers: what the map shows
  std::vector<MapPoint> points;  // none: an empty drawing
};
html::Markup map(const Map& map);

}  // namespace web::ui
