#include "desks/works/claim/claim_kind.hpp"

#include <gtest/gtest.h>

#include <set>

#include "base/text.hpp"

namespace works::claim {
namespace {

TEST(ClaimKinds, AreListedInFrenchAlphabeticalOrderWithOtherLast) {
  const auto kinds = claim_kinds();
  ASSERT_EQ(kinds.size(), 13u);
  for (std::size_t i = 1; i + 1 < kinds.size(); ++i)
    EXPECT_LT(base::fold(kinds[i - 1].label), base::fold(kinds[i].label));
  EXPECT_EQ(kinds.back().slug, "autre");
}

TEST(ClaimKinds, AreFoundByTheirSlug) {
  ASSERT_NE(find_claim_kind("degat-des-eaux"), nullptr);
  EXPECT_EQ(find_claim_kind("degat-des-eaux")->label, "Dégât des eaux");
  EXPECT_EQ(find_claim_kind("degat"), nullptr);
}

TEST(ClaimKinds, HaveASlugOfTheirOwnALabelAndADescription) {
  std::set<std::string_view> slugs;
  for (const ClaimKind& kind : claim_kinds()) {
    EXPECT_TRUE(slugs.insert(kind.slug).second) << kind.slug;
    EXPECT_FALSE(kind.label.empty()) << kind.slug;
    EXPECT_FALSE(kind.description.empty()) << kind.slug;
  }
}

}  // namespace
}  // namespace works::claim
