// The box of latitudes and longitudes around a circle: what an index can look up before the exact distance is taken.
#pragma once

#include <cstdint>

#include "floor/places/point.hpp"

namespace places {

struct Box {
  std::int32_t south_e6, north_e6, west_e6, east_e6;  // edges included
  friend bool operator==(const Box&, const Box&) = default;
};

// Holds every point within `radius_m` of `centre`, which is the exact middle of the box. For latitudes up to 80° and
// radii up to 1 000 km; the antimeridian is not looked across.
Box box_around(Point centre, int radius_m);

bool holds(const Box& box, Point point);
Point centre_of(const Box& box);

}  // namespace places
