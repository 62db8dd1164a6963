#include "floor/places/point.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace places {

namespace {

double radians(double degrees_e6) { return degrees_e6 * 1e-6 * std::numbers::pi / 180; }

double half_chord_squared(double angle) { return std::sin(angle / 2) * std::sin(angle / 2); }

}  // namespace

double distance_m(Point a, Point b) {
  const double lat_a = radians(a.lat_e6), lat_b = radians(b.lat_e6);
  const double lon_step = radians(static_cast<double>(b.lon_e6) - a.lon_e6);
  const double chord =
      half_chord_squared(lat_b - lat_a) + std::cos(lat_a) * std::cos(lat_b) * half_chord_squared(lon_step);
  return 2 * earth_radius_m * std::asin(std::sqrt(std::min(1.0, chord)));  // the haversine form: exact for near points
}

}  // namespace places
