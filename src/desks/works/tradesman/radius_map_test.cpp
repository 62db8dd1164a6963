#include "desks/works/tradesman/radius_map.hpp"

#include <gtest/gtest.h>

#include <set>

namespace works::tradesman {
namespace {

// W9.radius
TEST(RadiusArea, IsThatOfTheFormAsTyped) {
  const auto area = typed_area(" 69003 ", "", "25");
  ASSERT_TRUE(area);
  EXPECT_EQ(area->base, "Lyon 3e");
  EXPECT_EQ(area->radius_m, 25'000);
  EXPECT_FALSE(typed_area("99999", "", "25"));
  for (const char* radius : {"", "0", "151", "12,5", "douze"}) EXPECT_FALSE(typed_area("69003", "", radius)) << radius;
  EXPECT_EQ(typed_area("01120", "01262", "1")->base, "Montluel");
}

// W9.radius
TEST(RadiusTowns, AreTheLargestWithinIt) {
  const auto area = typed_area("69003", "", "30").value();
  const auto towns = towns_within(area, 5);
  ASSERT_EQ(towns.size(), 5U);
  std::set<std::string_view> names;
  for (const Town& town : towns) {
    EXPECT_LE(town.distance_m, 30'000);
    names.insert(town.commune->name);
  }
  EXPECT_EQ(names.count("Villeurbanne"), 1U);
  int of_lyon = 0;
  for (const auto name : names) of_lyon += name.starts_with("Lyon ") ? 1 : 0;
  EXPECT_EQ(of_lyon, 1) << "a city by its arrondissements stands once";
  for (std::size_t i = 1; i < towns.size(); ++i)
    EXPECT_GE(towns[i - 1].commune->city_population, towns[i].commune->city_population);
}

}  // namespace
}  // namespace works::tradesman
