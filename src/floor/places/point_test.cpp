#include "floor/places/point.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace places {
namespace {

constexpr Point paris{48'856'600, 2'352'200};
constexpr Point lyon{45'764'000, 4'835'700};

rc::Gen<Point> any_point() {
  return rc::gen::apply(
      [](std::int32_t lat, std::int32_t lon) {
        return Point{lat, lon};
      },
      rc::gen::inRange(-90'000'000, 90'000'001), rc::gen::inRange(-180'000'000, 180'000'001));
}

TEST(Distance, BetweenParisAndLyonIs392Kilometres) { EXPECT_NEAR(distance_m(paris, lyon), 391'500, 500); }

TEST(Distance, OfOneDegreeOfLatitudeIs111Kilometres) {
  EXPECT_NEAR(distance_m({45'000'000, 3'000'000}, {46'000'000, 3'000'000}), 111'195, 1);
}

TEST(Distance, OfAFewMetresKeepsItsPrecision) {
  EXPECT_NEAR(distance_m({45'000'000, 3'000'000}, {45'000'010, 3'000'000}), 1.112, 0.001);
}

TEST(Distance, CrossesTheDateLineTheShortWay) {
  EXPECT_NEAR(distance_m({0, 179'500'000}, {0, -179'500'000}), 111'195, 1);
}

TEST(Distance, IsNoughtToItselfAndTheSameBothWaysAndNeverOverHalfTheGlobe) {
  EXPECT_TRUE(rc::check([] {
    const Point a = *any_point(), b = *any_point();
    RC_ASSERT(distance_m(a, a) == 0);
    RC_ASSERT(std::abs(distance_m(a, b) - distance_m(b, a)) < 1e-6);
    RC_ASSERT(distance_m(a, b) <= 20'015'115);
  }));
}

TEST(Distance, ByADetourIsNeverShorter) {
  EXPECT_TRUE(rc::check([] {
    const Point a = *any_point(), b = *any_point(), c = *any_point();
    RC_ASSERT(distance_m(a, c) <= distance_m(a, b) + distance_m(b, c) + 0.1);
  }));
}

}  // namespace
}  // namespace places
