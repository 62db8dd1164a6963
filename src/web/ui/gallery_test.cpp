// What every page must obey, checked on the gallery's: the components are then right on the real ones too.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "support/gallery/gallery.hpp"

namespace web::ui {
namespace {

std::vector<std::string> all_matches(const std::string& html, const std::string& pattern) {
  std::vector<std::string> found;
  const std::regex expression(pattern);
  for (std::sregex_iterator it(html.begin(), html.end(), expression), end; it != end; ++it) found.push_back((*it)[1]);
  return found;
}

class Gallery : public testing::TestWithParam<gallery::Sample> {
 protected:
  std::string html() const { return std::string(GetParam().html.text()); }
};

TEST_P(Gallery, every_element_that_opens_closes_in_order) {
  static const std::set<std::string> alone{"br", "col", "hr", "img", "input", "link", "meta", "wbr"};
  const std::string text = html();
  std::vector<std::string> open;
  const std::regex tag("<(/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*?(/?)>");
  for (std::sregex_iterator it(text.begin(), text.end(), tag), end; it != end; ++it) {
    const std::string name = (*it)[2];
    if ((*it)[1].length() != 0) {
      ASSERT_FALSE(open.empty()) << name;
      ASSERT_EQ(open.back(), name);
      open.pop_back();
    } else if (!alone.contains(name) && (*it)[3].length() == 0) {
      open.push_back(name);
    }
  }
  EXPECT_TRUE(open.empty());
}

TEST_P(Gallery, every_id_is_alone_and_every_reference_leads_to_one) {
  const std::string text = html();
  const std::vector<std::string> ids = all_matches(text, " id=\"([^\"]*)\"");
  const std::set<std::string> known(ids.begin(), ids.end());
  EXPECT_EQ(known.size(), ids.size());
  for (const std::string& target : all_matches(text, " (?:for|aria-labelledby|popovertarget|href)=\"#?([^\"/:]+)\"")) {
    EXPECT_TRUE(known.contains(target)) << target;
  }
  for (const std::string& list : all_matches(text, " aria-describedby=\"([^\"]*)\"")) {
    for (const std::string& target : all_matches(list, "([^ ]+)")) EXPECT_TRUE(known.contains(target)) << target;
  }
}

TEST_P(Gallery, nothing_in_the_page_needs_more_than_the_content_policy_gives) {
  const std::string text = html();
  EXPECT_TRUE(all_matches(text, "( on[a-z]+=)").empty());
  EXPECT_TRUE(all_matches(text, "( style=)").empty());
  EXPECT_TRUE(all_matches(text, "(<style|<script>|javascript:)").empty());
}

TEST_P(Gallery, a_page_has_one_main_heading_and_one_main_part) {
  EXPECT_EQ(all_matches(html(), "(<h1)[ >]").size(), 1U);
  EXPECT_EQ(all_matches(html(), "(<main)[ >]").size(), 1U);
  EXPECT_EQ(all_matches(html(), "(<title>[^<]+ · Mandat</title>)").size(), 1U);
}

TEST_P(Gallery, every_field_that_is_shown_has_a_label) {
  const std::string text = html();
  for (const std::string& field : all_matches(text, "(<(?:input|select|textarea) [^>]*>)")) {
    if (field.find("type=\"hidden\"") != std::string::npos || field.find("aria-label=") != std::string::npos) continue;
    const auto ids = all_matches(field, " id=\"([^\"]*)\"");
    const bool inside_label = ids.empty() && text.find("<label class=\"choice\">" + field) != std::string::npos;
    EXPECT_TRUE(inside_label || (ids.size() == 1 && text.find(" for=\"" + ids.front() + "\"") != std::string::npos))
        << field;
  }
}

// The folder that MANDAT_GALLERY names keeps them for people: tests/support/gallery/screenshots.py takes their
// pictures.
TEST_P(Gallery, a_page_written_to_a_file_is_whole_utf8) {
  const char* named = std::getenv("MANDAT_GALLERY");
  const std::filesystem::path folder = named != nullptr ? named : testing::TempDir() + "mandat-gallery";
  std::filesystem::create_directories(folder);
  const std::filesystem::path file = folder / (GetParam().name + ".html");
  std::ofstream(file) << GetParam().html.text();
  EXPECT_EQ(std::filesystem::file_size(file), html().size());
  EXPECT_TRUE(base::valid_utf8(html()));
}

INSTANTIATE_TEST_SUITE_P(Pages, Gallery, testing::ValuesIn(gallery::samples()), [](const auto& page) {
  std::string name = page.param.name;
  for (char& c : name) c = c == '-' ? '_' : c;
  return name;
});

}  // namespace
}  // namespace web::ui
