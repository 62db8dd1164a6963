#include "desks/motor/file/file_view_words.hpp"

#include <gtest/gtest.h>

#include <set>

namespace motor::file {
namespace {

TEST(FileWords, M12_each_state_has_its_own_pictogram_and_says_its_name) {
  std::set<web::ui::Icon> icons;
  for (const State state : states) {
    EXPECT_EQ(state_badge(state).text, label(state));
    icons.insert(state_badge(state).icon);
  }
  EXPECT_EQ(icons.size(), states.size());
}

TEST(FileWords, M15_what_is_not_known_reads_non_renseigne) {
  EXPECT_EQ(or_unknown(""), "non-renseigné");
  EXPECT_EQ(or_unknown("MINI"), "MINI");
  EXPECT_EQ(flags_text(true, Danger::gravely_damaged), "VEI · VGE");
  EXPECT_EQ(flags_text(false, Danger::none), "");
}

}  // namespace
}  // namespace motor::file
