#include "desks/works/matching/matching.hpp"

#include <gtest/gtest.h>

#include "desks/works/matching/live_firms.hpp"
#include "desks/works/tradesman/tradesman.hpp"
#include "support/platform.hpp"
#include "support/works_rows.hpp"

namespace works::matching {
namespace {

using identity::OrganisationId;
using mandate::State;
using support::lyon;
using support::north_of;

class Matching : public support::PlatformOnBothEngines {
 protected:
  void SetUp() override {
    PlatformOnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    act([&](platform::Act& act) {
      claim_ = support::add_claim(
          act, support::add_organisation(act, "Cabinet Exemple", identity::OrganisationKind::broker));
      lot_ = support::add_lot(act, *claim_, {"plomberie"});
    });
  }
  OrganisationId add(const support::NewFirm& firm) {
    return act([&](platform::Act& act) { return support::add_firm(act, firm); });
  }
  std::vector<Match> proposed(int limit = 10) {
    return database().read([&](db::Transaction& tx) { return find(tx, *claim_, *lot_, clock_.now(), limit); });
  }
  std::vector<std::string> names(int limit = 10) {
    std::vector<std::string> all;
    for (const auto& match : proposed(limit)) all.push_back(match.name);
    return all;
  }
  std::vector<Excluded> excluded(int limit = 50) {
    return database().read([&](db::Transaction& tx) { return find_excluded(tx, *claim_, *lot_, clock_.now(), limit); });
  }
  std::vector<Exclusion> reasons_against(OrganisationId firm) {
    return database().read([&](db::Transaction& tx) { return why_not(tx, *claim_, *lot_, firm, clock_.now()); });
  }

  std::optional<claim::Claim> claim_;
  std::optional<lot::Lot> lot_;
};
MANDAT_ON_BOTH_ENGINES(Matching);

using Names = std::vector<std::string>;

// W11.ranking
TEST_P(Matching, proposes_the_nearest_firms_first_and_within_five_kilometres_the_best_rated) {
  const tradesman::Record silent{.asked = 10, .silences = 3};
  add({.name = "À douze kilomètres", .base = north_of(lyon, 12'000)});
  add({.name = "Tout près, muette", .base = north_of(lyon, 100), .record = silent});
  add({.name = "À quatre kilomètres", .base = north_of(lyon, 4'000)});
  EXPECT_EQ(names(), (Names{"À quatre kilomètres", "Tout près, muette", "À douze kilomètres"}));
  EXPECT_EQ(names(1), Names{"À quatre kilomètres"});
}

// W11
TEST_P(Matching, shows_every_criterion_of_a_firm_as_of_now) {
  add({.base = north_of(lyon, 12'400), .record = {.last_asked_at = clock_.now() - base::hours(24 * 3)}});
  clock_.advance(base::hours(24 * 3));
  const auto matches = proposed();
  ASSERT_EQ(matches.size(), 1u);
  EXPECT_NEAR(matches[0].distance_m, 12'400, 1);
  ASSERT_EQ(matches[0].criteria.size(), 5u);
  EXPECT_EQ(matches[0].criteria[4].points, 20);
  int sum = 0;
  for (const auto& criterion : matches[0].criteria) sum += criterion.points;
  EXPECT_EQ(matches[0].rating, sum);
}

// W11.exclusions, W9.radius
TEST_P(Matching, leaves_out_a_firm_in_the_corner_of_its_box_but_outside_its_circle) {
  auto corner = north_of(lyon, 25'000);
  corner.lon_e6 += 300'000;  // 23 km east: 34 km away
  const auto firm = add({.base = corner, .radius_m = 30'000});
  EXPECT_TRUE(proposed().empty());
  EXPECT_EQ(reasons_against(firm), std::vector{Exclusion::outside_radius});
}

// W11.exclusions, W12
TEST_P(Matching, proposes_only_firms_that_cover_every_trade_of_the_lot) {
  act([&](platform::Act& act) { lot_ = support::add_lot(act, *claim_, {"peinture", "plomberie"}); });
  add({.name = "Les deux", .trades = {"peinture", "plomberie"}});
  add({.name = "Peinture seule", .trades = {"peinture"}});
  EXPECT_EQ(names(), Names{"Les deux"});
  const auto others = excluded();
  ASSERT_EQ(others.size(), 1u);
  EXPECT_EQ(others[0].name, "Peinture seule");
  EXPECT_EQ(others[0].reasons, Names{"aucune décennale valide le 23 nov. 2026 pour : Plomberie"});
}

// W11.exclusions
TEST_P(Matching, does_not_propose_again_a_firm_whose_mandate_on_this_lot_ended) {
  const auto firm = add({});
  act([&](platform::Act& act) { support::add_ended_mandate(act, *lot_, firm, State::refused); });
  EXPECT_TRUE(proposed().empty());
  EXPECT_EQ(reasons_against(firm), std::vector{Exclusion::already_refused});
  ASSERT_EQ(excluded().size(), 1u);
  EXPECT_EQ(excluded()[0].reasons, Names{"a refusé le 23 nov. 2026"});

  act([&](platform::Act& act) { lot_ = support::add_lot(act, *claim_, {"plomberie"}); });
  EXPECT_EQ(proposed().size(), 1u) << "another lot is another question";
}

// W11.exclusions, W9.availability
TEST_P(Matching, does_not_propose_a_firm_that_is_away) {
  const auto firm = add({});
  act([&](platform::Act& act) {
    tradesman::add_absence(act, firm, *base::Day::of(2026, 11, 20), *base::Day::of(2026, 12, 2));
  });
  EXPECT_TRUE(proposed().empty());
  claim_->needed_from = *base::Day::of(2026, 12, 1);
  EXPECT_EQ(proposed().size(), 1u);
}

// W11.exclusions, W8.coverage
TEST_P(Matching, does_not_propose_a_firm_once_its_certificate_is_over) {
  add({});
  claim_->needed_from = *base::Day::of(2027, 12, 31);
  EXPECT_EQ(proposed().size(), 1u);
  claim_->needed_from = *base::Day::of(2028, 1, 1);
  EXPECT_TRUE(proposed().empty());
  EXPECT_EQ(excluded()[0].reasons, Names{"aucune décennale valide le 1er janv. 2028 pour : Plomberie"});
}

// W11
TEST_P(Matching, tells_of_each_excluded_firm_that_is_not_far_every_reason_nearest_first) {
  add({.name = "Proposée"});
  add({.name = "Suspendue", .base = north_of(lyon, 60'000), .state = tradesman::State::suspended});
  add({.name = "Trop loin de sa base", .base = north_of(lyon, 40'000)});
  add({.name = "Très loin, rayon large, suspendue",
       .base = north_of(lyon, 140'000),
       .radius_m = 150'000,
       .state = tradesman::State::suspended});
  add({.name = "Très loin", .base = north_of(lyon, 101'000), .radius_m = 20'000});
  add({.name = "Partie", .state = tradesman::State::left});
  add({.name = "Autre métier", .trades = {"peinture"}});

  const auto others = excluded();
  ASSERT_EQ(others.size(), 3u);
  EXPECT_EQ(others[0].name, "Trop loin de sa base");
  EXPECT_EQ(others[0].reasons, Names{"à 40\u00A0km, au-delà de son rayon de 30\u00A0km"});
  EXPECT_EQ(others[1].name, "Suspendue");
  EXPECT_EQ(others[1].reasons, (Names{"partenariat suspendu", "à 60\u00A0km, au-delà de son rayon de 30\u00A0km"}));
  EXPECT_EQ(others[2].name, "Très loin, rayon large, suspendue");
  EXPECT_EQ(excluded(2).size(), 2u);
}

// W11: what is proposed may be mandated, what is excluded may not.
TEST_P(Matching, says_of_one_firm_what_the_search_says) {
  const auto good = add({}), suspended = add({.state = tradesman::State::suspended});
  EXPECT_TRUE(reasons_against(good).empty());
  EXPECT_EQ(reasons_against(suspended), std::vector{Exclusion::not_active});
}

// W7
TEST_P(Matching, finds_a_firm_that_has_left_nowhere_at_once) {
  const auto firm = add({});
  EXPECT_EQ(proposed().size(), 1u);
  act([&](platform::Act& act) {
    auto leaving = *tradesman::find(act.tx, firm);
    leaving.state = tradesman::State::left;
    save(act.tx, leaving);
  });
  EXPECT_TRUE(proposed().empty());
  EXPECT_TRUE(excluded().empty());
}

// W9.radius
TEST_P(Matching, follows_a_radius_and_a_base_that_change) {
  const auto firm = add({.base = north_of(lyon, 29'000), .radius_m = 30'000});
  EXPECT_EQ(proposed().size(), 1u);
  const auto change = [&](auto how) {
    act([&](platform::Act& act) {
      auto known = *tradesman::find(act.tx, firm);
      how(known);
      save(act.tx, known);
    });
  };
  change([](auto& known) { known.radius_m = 20'000; });
  EXPECT_TRUE(proposed().empty());
  change([](auto& known) { known.lat_e6 = lyon.lat_e6; });
  EXPECT_EQ(proposed().size(), 1u);
}

// W11.weights
TEST_P(Matching, weighs_and_steps_as_the_operator_set) {
  const tradesman::Record silent{.asked = 10, .silences = 3},
      busy{.asked = 10, .answered = 10, .accepted = 10, .live = 9};
  add({.name = "Silencieuse", .base = north_of(lyon, 100), .record = silent});
  add({.name = "Chargée", .base = north_of(lyon, 6'000), .record = busy});
  EXPECT_EQ(names(), (Names{"Silencieuse", "Chargée"}));
  rank_by(database(), {.weights = {1000, 0, 0, 0, 0}, .step_m = 10'000});
  EXPECT_EQ(names(), (Names{"Chargée", "Silencieuse"}));
  EXPECT_EQ(proposed()[0].criteria[0].weight, 1000);
  EXPECT_EQ(proposed()[0].rating, proposed()[0].criteria[0].points);
  rank_by(database(), {.weights = {0, 0, 0, 1000, 0}});
  EXPECT_EQ(names(), (Names{"Silencieuse", "Chargée"}));
}

TEST_P(Matching, asks_the_database_for_no_more_than_what_it_shows_however_many_firms_there_are) {
  const auto cost = [&] {
    const auto before = db::statements_run();
    EXPECT_EQ(proposed().size(), 10u);
    return db::statements_run() - before;
  };
  act([&](platform::Act& act) {
    for (int i = 0; i < 200; ++i) support::add_firm(act, {.name = "Firme " + std::to_string(i)});
  });
  proposed();
  EXPECT_LE(cost(), 1 + 1 + 1 + 3 + 1 + 2);  // horizon, changes, mandates, profiles, names, transaction
}

}  // namespace
}  // namespace works::matching
