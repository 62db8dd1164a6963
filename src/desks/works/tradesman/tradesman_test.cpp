#include "desks/works/tradesman/tradesman.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

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
  db::Horizon now_seen() {
    return read([](db::Transaction& tx) { return changes().horizon(tx); });
  }
  // From `to` on: what was still open on the server then, another test's too, holds `from` back.
  std::set<OrganisationId> changed_since(const db::Horizon& before) {
    return read([&](db::Transaction& tx) {
      std::set<OrganisationId> firms;
      for (const auto& change : changes().between(tx, before.to, changes().horizon(tx).to)) firms.insert({change.row});
      return firms;
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
}

// W11.current
TEST_P(Tradesmen, are_noted_as_changed_by_whatever_decides_whether_they_are_proposed) {
  const auto id = add({}), other = add({});
  const auto day = *base::Day::of(2026, 12, 1);
  const auto notes = [&](auto change) {
    const auto before = now_seen();
    act([&](platform::Act& act) { change(act); });
    return changed_since(before) == std::set{id};
  };
  EXPECT_TRUE(notes([&](auto& act) { save(act.tx, *find(act.tx, id)); }));
  EXPECT_TRUE(notes([&](auto& act) { note_asked(act, id); }));
  EXPECT_TRUE(notes([&](auto& act) { note_silence(act, id); }));
  EXPECT_TRUE(notes([&](auto& act) { note_answered(act, id, base::hours(1), true); }));
  EXPECT_TRUE(notes([&](auto& act) { note_job_ended(act, id, true); }));
  EXPECT_TRUE(notes([&](auto& act) { replace_coverages(act.tx, id, {}); }));
  EXPECT_TRUE(notes([&](auto& act) { add_absence(act, id, day, day); }));
  const auto absence = read([&](db::Transaction& tx) { return absences_of(tx, id, day).front().id; });
  EXPECT_FALSE(notes([&](auto& act) { remove_absence(act, other, absence); })) << "not theirs";
  EXPECT_TRUE(notes([&](auto& act) { remove_absence(act, id, absence); }));

  const auto before = now_seen();
  const auto newcomer = add({});
  EXPECT_EQ(changed_since(before), std::set{newcomer});
}

TEST_P(Tradesmen, are_read_for_the_index_all_or_some_with_what_they_cover_and_when_they_are_absent) {
  const auto id = add({.trades = {"plomberie", "peinture"}, .state = State::suspended}), other = add({});
  const auto day = [](int d) { return *base::Day::of(2026, 12, d); };
  act([&](platform::Act& act) {
    add_absence(act, id, day(1), day(2));
    add_absence(act, id, day(3), day(4));
    add_absence(act, other, day(3), day(4));
  });
  const auto told = [&](const std::vector<OrganisationId>* some) {
    std::vector<std::string> lines;
    const StandingReader reader{
        .firm =
            [&](const Standing& standing) {
              lines.push_back(std::to_string(standing.organisation.value) + " " + std::string(to_text(standing.state)) +
                              " " + std::string(standing.weekdays));
            },
        .covers =
            [&](OrganisationId firm, std::string_view trade, base::Day first, base::Day last) {
              lines.push_back(std::to_string(firm.value) + " " + std::string(trade) + " " + first.iso() + " " +
                              last.iso());
            },
        .absent =
            [&](OrganisationId firm, base::Day first, base::Day last) {
              lines.push_back(std::to_string(firm.value) + " " + first.iso() + " " + last.iso());
            }};
    read([&](db::Transaction& tx) {
      if (some == nullptr)
        read_standings(tx, day(3), reader);
      else
        read_standings(tx, *some, day(3), reader);
    });
    std::sort(lines.begin(), lines.end());
    return lines;
  };
  const auto of = [](OrganisationId firm) { return std::to_string(firm.value) + " "; };
  const std::vector one{id};
  const std::vector<std::string> of_one{of(id) + "2026-12-03 2026-12-04", of(id) + "peinture 2025-01-01 2027-12-31",
                                        of(id) + "plomberie 2025-01-01 2027-12-31", of(id) + "suspended 1111100"};
  EXPECT_EQ(told(&one), of_one);
  EXPECT_EQ(told(nullptr).size(), of_one.size() + 3) << "and the other's";
}

TEST_P(Tradesmen, keep_the_trades_of_their_latest_certificates) {
  const auto id = add({.trades = {"plomberie", "peinture"}});
  const std::vector<Coverage> now_covered{
      {"carrelage", *base::Day::of(2026, 1, 1), *base::Day::of(2026, 12, 31), "B 2"},
      {"peinture", *base::Day::of(2026, 1, 1), *base::Day::of(2026, 6, 30), "B 1"},
      {"peinture", *base::Day::of(2026, 7, 1), *base::Day::of(2026, 12, 31), "B 2"}};
  act([&](platform::Act& act) { replace_coverages(act.tx, id, now_covered); });
  const auto kept = read([&](db::Transaction& tx) { return coverages_of(tx, id); });
  ASSERT_EQ(kept.size(), 3u);
  EXPECT_EQ(kept[1].trade, "peinture");
  EXPECT_EQ(kept[1].valid_until, *base::Day::of(2026, 6, 30));
  EXPECT_EQ(kept[1].certificate, "B 1");
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
}

}  // namespace
}  // namespace works::tradesman
