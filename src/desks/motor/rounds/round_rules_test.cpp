#include "desks/motor/rounds/round_rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace motor::rounds {
namespace {

using Order = std::vector<std::size_t>;

constexpr places::Point lyon{45'760'000, 4'840'000}, villeurbanne{45'770'000, 4'880'000}, macon{46'310'000, 4'830'000},
    vienne{45'520'000, 4'870'000};

TEST(RoundRules, M33_order_follows_the_hours) {  // M33.order
  EXPECT_EQ(order({{macon, 14 * 60}, {lyon, 9 * 60}, {vienne, 11 * 60}}), (Order{1, 2, 0}));
}

TEST(RoundRules, M33_order_goes_to_the_nearest_of_several_at_one_hour) {  // M33.order
  EXPECT_EQ(order({{vienne, 8 * 60}, {macon, 9 * 60}, {villeurbanne, 9 * 60}, {lyon, 9 * 60}}), (Order{0, 3, 2, 1}));
}

TEST(RoundRules, M33_order_puts_a_place_without_hour_where_it_lengthens_the_way_least) {  // M33.order
  // From Vienne at nine to Mâcon at two, Lyon lies on the way; Villeurbanne beside it.
  EXPECT_EQ(order({{macon, 14 * 60}, {vienne, 9 * 60}, {lyon, {}}, {villeurbanne, {}}}), (Order{1, 2, 3, 0}));
  EXPECT_EQ(order({{lyon, {}}, {macon, {}}, {vienne, {}}, {villeurbanne, {}}}).size(), 4U);
  EXPECT_EQ(order({}), Order{});
}

TEST(RoundRules, M33_order_measures_the_way_as_the_crow_flies) {  // M33.order
  EXPECT_EQ(length_m({{lyon, {}}}, {0}), 0);
  EXPECT_NEAR(length_m({{lyon, {}}, {macon, {}}}, {0, 1}), places::distance_m(lyon, macon), 1e-6);
}

RC_GTEST_PROP(RoundRules, M33_order_goes_through_each_place_once_and_keeps_the_hours, ()) {  // M33.order
  std::vector<Stop> stops;
  const int count = *rc::gen::inRange(0, 12);
  for (int i = 0; i < count; ++i) {
    Stop stop{{*rc::gen::inRange(42'000'000, 50'000'000), *rc::gen::inRange(-4'000'000, 8'000'000)}};
    if (*rc::gen::arbitrary<bool>()) stop.minute = *rc::gen::inRange(0, 1440);
    stops.push_back(stop);
  }
  auto round = order(stops);
  int last = -1;
  for (const std::size_t i : round) {
    if (!stops[i].minute) continue;
    RC_ASSERT(*stops[i].minute >= last);
    last = *stops[i].minute;
  }
  std::sort(round.begin(), round.end());
  RC_ASSERT(round.size() == stops.size());
  for (std::size_t i = 0; i < round.size(); ++i) RC_ASSERT(round[i] == i);
}

}  // namespace
}  // namespace motor::rounds
