#include "desks/works/matching/matching_rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "desks/works/matching/matching.hpp"

namespace works::matching {
namespace {

using mandate::State;

base::Day november(int day) { return *base::Day::of(2026, 11, day); }  // the 21st is a Saturday

Candidate plumber() {
  Candidate candidate{.profile = {}, .distance_m = 12'400};
  candidate.profile.firm.radius_m = 30'000;
  candidate.profile.coverages = {{"plomberie", november(1), november(30), "Axiom 123"}};
  return candidate;
}
Wanted plumbing() { return {{"plomberie"}, {november(23), 5}}; }

// W11.exclusions
TEST(MatchingRules, W11_who_was_excluded_is_told_of_firms_within_a_hundred_kilometres) {
  EXPECT_EQ(near_km.value(), 100) << "the house's own figure";
}

// W11.exclusions
TEST(Matching, ProposesAFirmThatMeetsEveryCondition) { EXPECT_TRUE(exclusions(plumber(), plumbing()).empty()); }

// W11.exclusions
TEST(Matching, ExcludesAFirmThatIsNotActive) {
  auto candidate = plumber();
  candidate.profile.firm.state = tradesman::State::suspended;
  EXPECT_EQ(exclusions(candidate, plumbing()), std::vector{Exclusion::not_active});
  EXPECT_EQ(explained(Exclusion::not_active, candidate, plumbing()), "partenariat suspendu");
  candidate.profile.firm.state = tradesman::State::left;
  EXPECT_EQ(exclusions(candidate, plumbing()), std::vector{Exclusion::not_active});
  EXPECT_EQ(explained(Exclusion::not_active, candidate, plumbing()), "n’est plus partenaire");
  candidate.profile.firm.state = tradesman::State::active;
  candidate.profile.firm.lapsed = true;  // W8.lapse
  EXPECT_EQ(exclusions(candidate, plumbing()), std::vector{Exclusion::not_active});
  EXPECT_EQ(explained(Exclusion::not_active, candidate, plumbing()), "une attestation obligatoire a expiré");
}

// W11.exclusions, W8.coverage, W12
TEST(Matching, ExcludesAFirmThatDoesNotCoverEveryTradeOnTheFirstDay) {
  auto wanted = plumbing();
  wanted.trades = {"peinture", "plomberie"};
  EXPECT_EQ(exclusions(plumber(), wanted), std::vector{Exclusion::trade_not_covered});
  EXPECT_EQ(explained(Exclusion::trade_not_covered, plumber(), wanted),
            "aucune décennale valide le 23 nov. 2026 pour : Peinture et papier peint");

  auto expired = plumber();
  expired.profile.coverages[0].valid_until = november(22);
  EXPECT_EQ(exclusions(expired, plumbing()), std::vector{Exclusion::trade_not_covered});
}

// W11.exclusions, W9.radius
TEST(Matching, ExcludesAFirmWhoseOwnRadiusDoesNotReachThePlace) {
  auto candidate = plumber();
  candidate.distance_m = 30'001;
  EXPECT_EQ(exclusions(candidate, plumbing()), std::vector{Exclusion::outside_radius});
  candidate.distance_m = 45'000;
  EXPECT_EQ(explained(Exclusion::outside_radius, candidate, plumbing()),
            "à 45\u00A0km, au-delà de son rayon de 30\u00A0km");
}

// W11.exclusions, W9.availability
TEST(Matching, ExcludesAFirmThatIsAwayDuringTheWholeNeededPeriod) {
  auto candidate = plumber();
  candidate.profile.absences = {{1, november(20), november(26)}};
  EXPECT_TRUE(exclusions(candidate, plumbing()).empty());
  candidate.profile.absences = {{1, november(20), november(27)}};
  EXPECT_EQ(exclusions(candidate, plumbing()), std::vector{Exclusion::unavailable});
  EXPECT_EQ(explained(Exclusion::unavailable, candidate, plumbing()), "indisponible du 23 nov. 2026 au 27 nov. 2026");
}

// W11.exclusions
TEST(Matching, ExcludesAFirmThatHadThisLotBefore) {
  auto candidate = plumber();
  candidate.earlier = EarlierMandate{State::refused, november(21)};
  EXPECT_EQ(exclusions(candidate, plumbing()), std::vector{Exclusion::already_refused});
  EXPECT_EQ(explained(Exclusion::already_refused, candidate, plumbing()), "a refusé le 21 nov. 2026");
  EXPECT_EQ(told({State::expired, november(21)}), "n’a pas répondu à temps, demande retirée le 21 nov. 2026");
  EXPECT_EQ(told({State::cancelled, november(1)}), "a annulé le 1er nov. 2026");
  EXPECT_EQ(told({State::withdrawn, november(21)}), "s’est vu retirer le lot le 21 nov. 2026");
}

// W11
TEST(Matching, TellsEveryReasonInOneOrder) {
  auto candidate = plumber();
  candidate.profile.firm.state = tradesman::State::suspended;
  candidate.profile.coverages.clear();
  candidate.profile.absences = {{1, november(1), november(30)}};
  candidate.distance_m = 90'000;
  candidate.earlier = EarlierMandate{State::cancelled, november(21)};
  const auto all = exclusions(candidate, plumbing());
  EXPECT_EQ(all, (std::vector{Exclusion::not_active, Exclusion::trade_not_covered, Exclusion::outside_radius,
                              Exclusion::unavailable, Exclusion::already_refused}));
  for (const auto exclusion : all) EXPECT_FALSE(label(exclusion).empty());
}

// W11
TEST(Matching, TellsEveryConditionThatAProposedFirmMeetsWithItsFacts) {
  auto candidate = plumber();
  candidate.profile.absences = {{1, november(23), november(23)}};
  candidate.profile.coverages.push_back({"peinture", november(1), november(28), "Axiom 123"});
  auto wanted = plumbing();
  wanted.trades = {"peinture", "plomberie"};
  const auto met = conditions(candidate, wanted);
  ASSERT_EQ(met.size(), 5u);
  EXPECT_EQ(met[0].name, "Partenariat");
  EXPECT_EQ(met[0].value, "actif");
  EXPECT_EQ(met[1].value, "valide jusqu’au 28 nov. 2026 pour : Peinture et papier peint, Plomberie");
  EXPECT_EQ(met[2].value, "à 12,4\u00A0km, dans son rayon de 30\u00A0km");
  EXPECT_EQ(met[3].value, "dès le mardi 24 novembre 2026");
  EXPECT_EQ(met[4].value, "jamais sollicitée");
}

// W11.period
TEST(Matching, LooksForADayInFiveOrInThreeForAnEmergencyAndNeverInThePast) {
  const auto ordinary = wanted({"plomberie"}, november(25), november(21), Urgency::ordinary);
  EXPECT_EQ(ordinary.period.first, november(25));
  EXPECT_EQ(ordinary.period.last(), november(29));
  const auto emergency = wanted({"plomberie"}, november(21), november(21), Urgency::emergency);
  EXPECT_EQ(emergency.period.last(), november(23));
  const auto waited = wanted({"plomberie"}, november(2), november(21), Urgency::ordinary);
  EXPECT_EQ(waited.period.first, november(21));
}

// W11.period
TEST(Matching, AlwaysFindsAWorkingDayOfAnOrdinaryWeek) {
  for (int first = 16; first <= 22; ++first) {
    const auto emergency = wanted({"plomberie"}, november(first), november(first), Urgency::emergency);
    EXPECT_TRUE(exclusions(plumber(), emergency).empty()) << "from November " << first;
  }
}

bool ranks_before(const Ranked& a, const Ranked& b) { return ranks_before(a, b, Ranking{}.step_m); }

// W11.ranking
TEST(Ranking, PutsTheNearerStepOfFiveKilometresFirstAndInsideItTheBetterRated) {
  const Ranked near_weak{{1}, 1'000, 200}, near_strong{{2}, 4'999, 800}, far_strong{{3}, 5'000, 1000};
  EXPECT_TRUE(ranks_before(near_strong, near_weak));
  EXPECT_TRUE(ranks_before(near_weak, far_strong));
  EXPECT_FALSE(ranks_before(far_strong, near_weak));
}

// W11.weights
TEST(Ranking, GoesByAnotherStepWhereTheOperatorSetOne) {
  const Ranked near_weak{{1}, 1'000, 200}, far_strong{{2}, 9'999, 800};
  EXPECT_TRUE(ranks_before(near_weak, far_strong, 5'000));
  EXPECT_TRUE(ranks_before(far_strong, near_weak, 10'000));
  EXPECT_TRUE(ranks_before(Ranked{{1}, 1'000, 200}, Ranked{{2}, 1'001, 800}, 1)) << "a metre: by distance alone";
}

// W11.ranking
TEST(Ranking, PartsEqualsByDistanceThenById) {
  EXPECT_TRUE(ranks_before({{2}, 1'000, 500}, {{1}, 1'001, 500}));
  EXPECT_TRUE(ranks_before({{1}, 1'000, 500}, {{2}, 1'000, 500}));
  EXPECT_FALSE(ranks_before({{2}, 1'000, 500}, {{1}, 1'000, 500}));
}

// W11.ranking
TEST(Ranking, IsAStrictWeakOrderInWhichNoTwoFirmsAreEqual) {
  const auto any_firm = [] {
    return Ranked{{*rc::gen::inRange(1, 4)}, *rc::gen::inRange(0, 4) * 2'500, *rc::gen::inRange(0, 3)};
  };
  EXPECT_TRUE(rc::check([&] {
    const Ranked a = any_firm(), b = any_firm(), c = any_firm();
    RC_ASSERT(!ranks_before(a, a));
    RC_ASSERT(!(ranks_before(a, b) && ranks_before(b, a)));
    if (ranks_before(a, b) && ranks_before(b, c)) RC_ASSERT(ranks_before(a, c));
    if (a.organisation != b.organisation) RC_ASSERT(ranks_before(a, b) || ranks_before(b, a));
  }));
}

}  // namespace
}  // namespace works::matching
