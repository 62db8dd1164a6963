#include "desks/works/claim/insurer.hpp"

#include <gtest/gtest.h>

#include <set>

#include "base/text.hpp"

namespace works::claim {
namespace {

TEST(Insurers, AreListedInFrenchAlphabeticalOrder) {
  ASSERT_EQ(insurers().size(), 34u);
  for (std::size_t i = 1; i < insurers().size(); ++i)
    EXPECT_LT(base::fold(insurers()[i - 1].name), base::fold(insurers()[i].name));
}

TEST(Insurers, AreFoundByTheirSlug) {
  ASSERT_NE(find_insurer("maif"), nullptr);
  EXPECT_EQ(find_insurer("maif")->name, "MAIF");
  EXPECT_EQ(find_insurer("unknown"), nullptr);
}

TEST(Insurers, HaveASlugOfTheirOwnAndAName) {
  std::set<std::string_view> slugs;
  for (const Insurer& insurer : insurers()) {
    EXPECT_TRUE(slugs.insert(insurer.slug).second) << insurer.slug;
    EXPECT_FALSE(insurer.name.empty()) << insurer.slug;
  }
}

}  // namespace
}  // namespace works::claim
