#include "desks/works/trade/trade.hpp"

#include <gtest/gtest.h>

#include <set>

#include "base/text.hpp"

namespace works::trade {
namespace {

TEST(Trades, AreListedInFrenchAlphabeticalOrder) {
  ASSERT_EQ(trades().size(), 24u);
  for (std::size_t i = 1; i < trades().size(); ++i)
    EXPECT_LT(base::fold(trades()[i - 1].label), base::fold(trades()[i].label));
}

TEST(Trades, AreFoundByTheirSlug) {
  ASSERT_NE(find("plomberie"), nullptr);
  EXPECT_EQ(find("plomberie")->label, "Plomberie");
  EXPECT_EQ(find("plomberi"), nullptr);
  EXPECT_EQ(find(""), nullptr);
}

TEST(Trades, HaveASlugOfTheirOwnALabelAndADescription) {
  std::set<std::string_view> slugs;
  for (const Trade& trade : trades()) {
    EXPECT_TRUE(slugs.insert(trade.slug).second) << trade.slug;
    EXPECT_EQ(trade.slug.find_first_not_of("abcdefghijklmnopqrstuvwxyz-"), std::string_view::npos) << trade.slug;
    EXPECT_FALSE(trade.label.empty()) << trade.slug;
    EXPECT_FALSE(trade.description.empty()) << trade.slug;
  }
}

TEST(Trades, ThatAreBuildingWorkNameTheActivityOfTheDecennaleCertificate) {  // W8
  EXPECT_EQ(find("plomberie")->activity, "Plomberie - Installations sanitaires");
  EXPECT_TRUE(find("couverture")->needs_decennale());
  EXPECT_FALSE(find("nettoyage")->needs_decennale());
  EXPECT_FALSE(find("recherche-fuite")->needs_decennale());
}

}  // namespace
}  // namespace works::trade
