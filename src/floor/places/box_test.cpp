#include "floor/places/box.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace places {
namespace {

constexpr Point lyon{45'764'000, 4'835'700};

TEST(BoxAroundACircle, IsAsHighAsTheCircleAndWiderInDegreesOfLongitude) {
  const Box box = box_around(lyon, 30'000);
  EXPECT_NEAR(distance_m({box.south_e6, lyon.lon_e6}, lyon), 30'000, 1);
  EXPECT_NEAR(box.north_e6 - lyon.lat_e6, 269'796, 10);
  EXPECT_NEAR(box.east_e6 - lyon.lon_e6, 386'750, 30);
}

TEST(BoxAroundACircle, HoldsItsOwnEdges) {
  const Box box = box_around(lyon, 1000);
  EXPECT_TRUE(holds(box, {box.north_e6, box.east_e6}));
  EXPECT_FALSE(holds(box, {box.north_e6 + 1, box.east_e6}));
  EXPECT_FALSE(holds(box, {box.south_e6, box.west_e6 - 1}));
}

TEST(BoxAroundACircle, HoldsEveryPointOfTheCircleAndHasItsCentreInTheMiddle) {
  EXPECT_TRUE(rc::check([] {
    const Point centre{*rc::gen::inRange(-60'000'000, 60'000'000), *rc::gen::inRange(-170'000'000, 170'000'000)};
    const int radius = *rc::gen::inRange(0, 500'000);
    const Box box = box_around(centre, radius);
    RC_ASSERT(centre_of(box) == centre);
    const Point near{centre.lat_e6 + *rc::gen::inRange(-5'000'000, 5'000'000),
                     centre.lon_e6 + *rc::gen::inRange(-9'000'000, 9'000'000)};
    if (distance_m(centre, near) <= radius) RC_ASSERT(holds(box, near));
  }));
}

}  // namespace
}  // namespace places
