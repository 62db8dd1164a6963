#include "web/ui/choice_list.hpp"

#include <gtest/gtest.h>

namespace web::ui {
namespace {

// Drawn once or each time: the same field, whatever is chosen.
TEST(ChoiceList, looks_as_a_select_of_the_same_options) {
  const std::vector<Option> options{{"vol", "Vol"}, {"feu", "Incendie & fumées"}, {"autre", "Autre"}};
  const ChoiceList choices(options);
  for (const char* chosen : {"", "vol", "feu", "autre", "inconnu"}) {
    const Field field{.name = "nature", .label = "Nature", .value = chosen, .need = Field::Need::optional};
    EXPECT_EQ(select_field(field, choices).text(), select_field(field, options).text()) << chosen;
  }
}

}  // namespace
}  // namespace web::ui
