#include "desks/motor/photos/photo_rules.hpp"

#include <gtest/gtest.h>

#include <set>

namespace motor::photos {
namespace {

TEST(M11PhotoRules, AskForFourAnglesThePlateTheOdometerAndTheDamage) {
  EXPECT_EQ(missing({}), std::vector<Slot>(slots.begin(), slots.end()));
  EXPECT_EQ(slots.size(), 7u);
  EXPECT_EQ(missing({Slot::plate, Slot::plate, Slot::odometer, Slot::front_left, Slot::front_right, Slot::rear_left,
                     Slot::rear_right}),
            std::vector{Slot::damage});
  EXPECT_TRUE(missing({slots.begin(), slots.end()}).empty());
  EXPECT_EQ(most_damage_photos.value(), 12);
}

TEST(M11PhotoRules, OnlyTheDamageTakesSeveralPhotographs) {
  for (const Slot slot : slots) EXPECT_EQ(takes_several(slot), slot == Slot::damage);
}

TEST(M11PhotoRules, HaveAFrenchNameAndAdviceForEachPhotograph) {
  std::set<std::string_view> labels;
  for (const Slot slot : slots) {
    labels.insert(label(slot));
    EXPECT_FALSE(advice(slot).empty());
    EXPECT_EQ(slot_from_text(to_text(slot)), slot);
  }
  EXPECT_EQ(labels.size(), slots.size());
  EXPECT_EQ(slot_from_text("roof"), std::nullopt);
}

}  // namespace
}  // namespace motor::photos
