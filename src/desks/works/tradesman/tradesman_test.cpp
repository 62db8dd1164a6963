#include "desks/works/tradesman/tradesman.hpp"

#include <gtest/gtest.h>

#include "support/platform.hpp"
#include "support/works_rows.hpp"

namespace works::tradesman {
namespace {

using identity::OrganisationId;

class Tradesmen : public support::PlatformOnBothEngines {
 protected:
  OrganisationId add(const support::NewFirm& firm) {
    return act([&](platform::Act& act) { return support::add_firm(act, firm); });
  }
  Tradesman firm(OrganisationId id) {
    return read([&](db::Transaction& tx) { return find(tx, id).value(); });
  }
  std::vector<OrganisationId> reached(std::string_view trade, places::Point place) {
    return read([&](db::Transaction& tx) {
      std::vector<OrganisationId> found;
      for (const auto& reach : reaching(tx, trade, places::box_around(place, 0))) found.push_back(reach.organisation);
      return found;
    });
  }
};
MANDAT_ON_BOTH_ENGINES(Tradesmen);

TEST_P(Tradesmen, are_kept_as_they_were_given) {
  const Record record{.asked = 9,
                      .answered = 8,
                      .answer_minutes = 700,
                      .accepted = 6,
                      .closed = 4,
                      .live = 1,
                      .silences = 1,
                      .last_asked_at = clock_.now()};
  const auto id = add({.radius_m = 45'000, .weekdays = "1111110", .record = record, .state = State::suspended});
  const auto kept = firm(id);
  EXPECT_EQ(kept.organisation, id);
  EXPECT_EQ(kept.state, State::suspended);
  EXPECT_EQ(kept.base_postal_code, "69003");
  EXPECT_EQ(kept.base_name, "Lyon 3e Arrondissement");
  EXPECT_EQ(kept.base(), support::lyon);
  EXPECT_EQ(kept.radius_m, 45'000);
  EXPECT_EQ(kept.weekdays, "1111110");
  EXPECT_EQ(kept.record.answer_minutes, 700);
  EXPECT_EQ(kept.record.live, 1);
  EXPECT_EQ(kept.record.last_asked_at, clock_.now());
  EXPECT_EQ(kept.rating, rating_of(record, clock_.now()));
}

// W9.radius
TEST_P(Tradesmen, are_found_where_their_radius_reaches_and_no_longer_where_it_did) {
  const auto id = add({.radius_m = 30'000});
  const auto place = support::north_of(support::lyon, 29'000);
  EXPECT_EQ(reached("plomberie", place), std::vector{id});
  EXPECT_TRUE(reached("peinture", place).empty());

  auto changed = firm(id);
  changed.radius_m = 20'000;
  act([&](platform::Act& act) { save(act.tx, changed); });
  EXPECT_TRUE(reached("plomberie", place).empty());

  changed.lat_e6 = place.lat_e6;
  act([&](platform::Act& act) { save(act.tx, changed); });
  EXPECT_EQ(reached("plomberie", place), std::vector{id});
}

TEST_P(Tradesmen, are_found_at_the_far_edge_of_the_largest_radius) {
  const auto id = add({.radius_m = 150'000});
  EXPECT_EQ(reached("plomberie", support::north_of(support::lyon, 149'990)), std::vector{id});
  EXPECT_EQ(reached("plomberie", support::north_of(support::lyon, -149'990)), std::vector{id});
  EXPECT_TRUE(reached("plomberie", support::north_of(support::lyon, 150'010)).empty());
}

TEST_P(Tradesmen, reach_from_their_base_exactly) {
  add({});
  const auto found =
      read([&](db::Transaction& tx) { return reaching(tx, "plomberie", places::box_around(support::lyon, 0)); });
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].base, support::lyon);
}

TEST_P(Tradesmen, are_found_by_the_trades_of_their_latest_certificates) {
  const auto id = add({.trades = {"plomberie", "peinture"}});
  const std::vector<Coverage> now_covered{
      {"carrelage", *base::Day::of(2026, 1, 1), *base::Day::of(2026, 12, 31), "B 2"},
      {"peinture", *base::Day::of(2026, 1, 1), *base::Day::of(2026, 6, 30), "B 1"},
      {"peinture", *base::Day::of(2026, 7, 1), *base::Day::of(2026, 12, 31), "B 2"}};
  act([&](platform::Act& act) { replace_coverages(act.tx, id, now_covered); });
  EXPECT_TRUE(reached("plomberie", support::lyon).empty());
  EXPECT_EQ(reached("peinture", support::lyon), std::vector{id});
  EXPECT_EQ(reached("carrelage", support::lyon), std::vector{id});
  const auto kept = read([&](db::Transaction& tx) { return coverages_of(tx, id); });
  ASSERT_EQ(kept.size(), 3u);
  EXPECT_EQ(kept[1].trade, "peinture");
  EXPECT_EQ(kept[1].valid_until, *base::Day::of(2026, 6, 30));
  EXPECT_EQ(kept[1].certificate, "B 1");
}

TEST_P(Tradesmen, who_left_are_found_nowhere_at_once) {
  const auto id = add({});
  auto leaving = firm(id);
  leaving.state = State::left;
  act([&](platform::Act& act) { save(act.tx, leaving); });
  EXPECT_TRUE(reached("plomberie", support::lyon).empty());
}

// W9.availability
TEST_P(Tradesmen, keep_their_absences_and_take_away_only_their_own) {
  const auto id = add({}), other = add({});
  const auto day = [](int d) { return *base::Day::of(2026, 12, d); };
  act([&](platform::Act& act) {
    add_absence(act, id, day(20), day(31));
    add_absence(act, id, day(1), day(2));
    add_absence(act, other, day(5), day(6));
  });
  const auto kept = read([&](db::Transaction& tx) { return absences_of(tx, id, day(2)); });
  ASSERT_EQ(kept.size(), 2u);
  EXPECT_EQ(kept[0].first_day, day(1));
  EXPECT_EQ(kept[1].last_day, day(31));
  EXPECT_EQ(read([&](db::Transaction& tx) { return absences_of(tx, id, day(3)).size(); }), 1u);

  act([&](platform::Act& act) {
    remove_absence(act, other, kept[0].id);
    remove_absence(act, id, kept[1].id);
  });
  const auto left = read([&](db::Transaction& tx) { return absences_of(tx, id, day(1)); });
  ASSERT_EQ(left.size(), 1u);
  EXPECT_EQ(left[0].id, kept[0].id);
}

TEST_P(Tradesmen, give_the_profiles_of_many_in_the_order_asked_for) {
  const auto a = add({.trades = {"plomberie", "peinture"}}), b = add({.trades = {}}), c = add({});
  const auto day = [](int d) { return *base::Day::of(2026, 12, d); };
  act([&](platform::Act& act) {
    add_absence(act, c, day(1), day(3));
    add_absence(act, c, day(8), day(9));
    add_absence(act, a, day(9), day(9));
  });
  const auto found = read([&](db::Transaction& tx) { return profiles(tx, {c, a, b}, {"plomberie"}, {day(3), 5}); });
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].firm.organisation, c);
  ASSERT_EQ(found[0].absences.size(), 1u);
  EXPECT_EQ(found[0].absences[0].last_day, day(3));
  ASSERT_EQ(found[1].coverages.size(), 1u) << "only of the trades asked for";
  EXPECT_EQ(found[1].coverages[0].trade, "plomberie");
  EXPECT_TRUE(found[1].absences.empty());
  EXPECT_TRUE(found[2].coverages.empty());
}

// W8.coverage
TEST_P(Tradesmen, show_in_profiles_only_certificates_valid_on_the_first_day) {
  const auto id = add({});
  const auto found = [&](base::Day day) {
    return read([&](db::Transaction& tx) { return profiles(tx, {id}, {"plomberie"}, {day, 5})[0].coverages.size(); });
  };
  EXPECT_EQ(found(*base::Day::of(2027, 12, 31)), 1u);
  EXPECT_EQ(found(*base::Day::of(2028, 1, 1)), 0u);
  EXPECT_EQ(found(*base::Day::of(2024, 12, 31)), 0u);
}

// W11
TEST_P(Tradesmen, learn_from_each_request_and_job) {
  const auto id = add({});
  const auto learn = [&](auto note) {
    act([&](platform::Act& act) { note(act); });
    return firm(id);
  };
  auto now = learn([&](auto& act) { note_asked(act, id); });
  EXPECT_EQ(now.record.last_asked_at, clock_.now());
  EXPECT_EQ(now.record.asked, 0) << "a request counts once it is answered or over";

  learn([&](auto& act) { note_silence(act, id); });
  now = learn([&](auto& act) { note_silence(act, id); });
  EXPECT_EQ(now.record.asked, 2);
  EXPECT_EQ(now.record.silences, 2);

  now = learn([&](auto& act) { note_answered(act, id, base::hours(3), false); });
  EXPECT_EQ(now.record.silences, 0) << "any answer resets the count";
  EXPECT_EQ(now.record.answered, 1);
  EXPECT_EQ(now.record.answer_minutes, 180);
  EXPECT_EQ(now.record.accepted, 0);

  now = learn([&](auto& act) { note_answered(act, id, base::minutes(-5), true); });
  EXPECT_EQ(now.record.answer_minutes, 180);
  EXPECT_EQ(now.record.accepted, 1);
  EXPECT_EQ(now.record.live, 1);

  now = learn([&](auto& act) { note_job_ended(act, id, true); });
  EXPECT_EQ(now.record.live, 0);
  EXPECT_EQ(now.record.closed, 1);
  EXPECT_EQ(now.rating, rating_of(now.record, clock_.now()));
}

}  // namespace
}  // namespace works::tradesman
