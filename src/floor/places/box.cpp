#include "floor/places/box.hpp"

#include <cmath>
#include <cstdlib>
#include <numbers>

#include "base/assert.hpp"

namespace places {

namespace {

constexpr double e6_per_radian = 180e6 / std::numbers::pi;

std::int32_t rounded_out(double angle) { return static_cast<std::int32_t>(std::ceil(angle * e6_per_radian)) + 1; }

std::int32_t middle(std::int32_t a, std::int32_t b) { return a + (b - a) / 2; }

}  // namespace

Box box_around(Point centre, int radius_m) {
  MANDAT_ASSERT(std::abs(centre.lat_e6) <= 80'000'000 && radius_m >= 0 && radius_m <= 1'000'000);
  const double angle = radius_m / earth_radius_m;
  // The circle's westernmost and easternmost points lie off its centre's parallel: hence the arc sine, not the
  // quotient.
  const double lon_angle = std::asin(std::sin(angle) / std::cos(centre.lat_e6 / e6_per_radian));
  const std::int32_t lat = rounded_out(angle), lon = rounded_out(lon_angle);
  return {centre.lat_e6 - lat, centre.lat_e6 + lat, centre.lon_e6 - lon, centre.lon_e6 + lon};
}

bool holds(const Box& box, Point point) {
  return box.south_e6 <= point.lat_e6 && point.lat_e6 <= box.north_e6 && box.west_e6 <= point.lon_e6 &&
         point.lon_e6 <= box.east_e6;
}

Point centre_of(const Box& box) { return {middle(box.south_e6, box.north_e6), middle(box.west_e6, box.east_e6)}; }

}  // namespace places
