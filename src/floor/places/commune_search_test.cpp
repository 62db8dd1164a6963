#include "floor/places/commune_search.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <set>
#include <string>

namespace places {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> labels(std::string_view text, std::size_t limit) {
  std::vector<std::string> result;
  for (const Commune* commune : search(text, limit)) result.push_back(label(*commune));
  return result;
}

TEST(CommuneSearch, OffersTheArrondissementsOfACityInTheirOrder) {
  EXPECT_THAT(labels("lyo", 3), ElementsAre("69001 Lyon 1er Arrondissement", "69002 Lyon 2e Arrondissement",
                                            "69003 Lyon 3e Arrondissement"));
  EXPECT_THAT(labels("Lyon 3", 5), ElementsAre("69003 Lyon 3e Arrondissement"));
}

TEST(CommuneSearch, DoesNotCareForAccentsCaseAndHyphens) {
  const std::vector<std::string> expected = {"42000 Saint-Étienne", "42100 Saint-Étienne"};
  EXPECT_EQ(labels("saint et", 2), expected);
  EXPECT_EQ(labels("SAINT-ÉTIENNE", 2), expected);
  EXPECT_EQ(labels("  Saint   Étienne ", 2), expected);
}

TEST(CommuneSearch, ReadsStAndSteAsSaintAndSainte) {
  EXPECT_EQ(labels("St-Étienne", 1), labels("Saint-Étienne", 1));
  EXPECT_THAT(labels("ste foy les lyon", 1), ElementsAre("69110 Sainte-Foy-lès-Lyon"));
  EXPECT_EQ(search("st", 1)[0]->name, "Strasbourg");
}

TEST(CommuneSearch, FindsANameWithoutItsArticle) {
  EXPECT_THAT(labels("havre", 1), ElementsAre("76600 Le Havre"));
  EXPECT_THAT(labels("abymes", 1), ElementsAre("97139 Les Abymes"));
  EXPECT_THAT(labels("l'aigle", 1), ElementsAre("61300 L'Aigle"));
  EXPECT_THAT(labels("aigle", 1), ElementsAre("61300 L'Aigle"));
}

TEST(CommuneSearch, PutsTheVeryNameFirstThenTheLargerCities) {
  EXPECT_EQ(search("die", 1)[0]->postal_code, "26150");  // Die, before Dieppe
  EXPECT_EQ(search("dieppe", 1)[0]->postal_code, "76200");
  EXPECT_EQ(search("bor", 1)[0]->name, "Bordeaux");
  EXPECT_EQ(search("y", 1)[0]->name, "Y");
}

TEST(CommuneSearch, ByPostalCodeFollowsItsOrder) {
  EXPECT_THAT(labels("69003", 5), ElementsAre("69003 Lyon 3e Arrondissement"));
  EXPECT_THAT(labels("6900", 2), ElementsAre("69001 Lyon 1er Arrondissement", "69002 Lyon 2e Arrondissement"));
  EXPECT_THAT(labels("975", 5), ElementsAre("97500 Saint-Pierre", "97500 Miquelon-Langlade"));
  EXPECT_EQ(search("01000", 1)[0]->name, "Bourg-en-Bresse");
}

TEST(CommuneSearch, TakesAPostalCodeAndTheBeginningOfAName) {
  EXPECT_THAT(labels("97500 saint", 5), ElementsAre("97500 Saint-Pierre"));
  EXPECT_THAT(labels("69003 Lyon 3e Arrondissement", 5), ElementsAre("69003 Lyon 3e Arrondissement"));
  EXPECT_THAT(labels("75001 lyon", 5), IsEmpty());
}

TEST(CommuneSearch, FindsNothingForNothing) {
  EXPECT_THAT(labels("", 5), IsEmpty());
  EXPECT_THAT(labels(" - ", 5), IsEmpty());
  EXPECT_THAT(labels("990", 5), IsEmpty());
  EXPECT_THAT(labels("690031", 5), IsEmpty());
  EXPECT_THAT(labels("xyzzy", 5), IsEmpty());
  EXPECT_THAT(labels("lyon", 0), IsEmpty());
  EXPECT_THAT(labels("69", 0), IsEmpty());
}

TEST(CommuneSearch, GivesEachRowOnce) {
  const auto found = search("la", 40'000);
  EXPECT_EQ(std::set<const Commune*>(found.begin(), found.end()).size(), found.size());
}

TEST(CommuneSearch, FindsEveryCommuneByWhatItsEnvelopeSays) {
  EXPECT_TRUE(rc::check([] {
    const auto rows = communes();
    const Commune& wanted = rows[*rc::gen::inRange<std::size_t>(0, rows.size())];
    const auto found = search(label(wanted), 40);
    RC_ASSERT(std::count(found.begin(), found.end(), &wanted) == 1);
  }));
}

}  // namespace
}  // namespace places
