// A place on the globe (WGS 84) and how far it is from another.
#pragma once

#include <cstdint>

namespace places {

struct Point {
  std::int32_t lat_e6 = 0;  // millionths of a degree, -90e6 to 90e6
  std::int32_t lon_e6 = 0;  // -180e6 to 180e6
  friend bool operator==(const Point&, const Point&) = default;
};

inline constexpr double earth_radius_m = 6'371'008.8;  // mean radius, IUGG

// Metres on the sphere of that radius: within 0.6 % of the ellipsoid's distance.
double distance_m(Point a, Point b);

}  // namespace places
