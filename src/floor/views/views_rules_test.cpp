#include <gtest/gtest.h>

#include "floor/views/views.hpp"

namespace views {
namespace {

TEST(ViewRules, P14_a_person_saves_thirty_views_of_a_list_under_names_of_sixty_characters) {  // P14.saved
  EXPECT_EQ(most_views.value(), 30) << "the house's own figure";
  EXPECT_EQ(longest_name.value(), 60) << "the house's own figure";
}

}  // namespace
}  // namespace views
