#include "desks/works/matching/live_firms.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <thread>

#include "support/matching_by_looking.hpp"
#include "support/platform.hpp"
#include "support/works_rows.hpp"

namespace works::matching {
namespace {

using identity::OrganisationId;

class LiveFirmsOn : public support::FirmsOnBothEngines {
 protected:
  OrganisationId add(const std::string& name) {
    return act([&](platform::Act& act) { return support::add_firm(act, {.name = name}); });
  }
  support::Told names() {
    return read([&](db::Transaction& tx) {
      support::Told all;
      for (const auto& match : find(tx, question_.claim, question_.lot, clock_.now(), 10)) all.push_back(match.name);
      std::sort(all.begin(), all.end());
      return all;
    });
  }
  std::int64_t cost_of_a_search() {
    const auto before = db::statements_run();
    names();
    return db::statements_run() - before;
  }
  // Whoever else writes on this server holds back what has been read for good, until he is done: tried again until
  // then.
  bool searches_read_nothing(const std::function<void()>& before) {
    for (int tries = 0; tries < 400; ++tries) {
      before();
      if (cost_of_a_search() <= cost_of_a_quiet_one) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds{25});
    }
    return false;
  }
  static constexpr std::int64_t cost_of_a_quiet_one =
      1 + 1 + 1 + 3 + 1 + 2;  // horizon, changes, mandates, profiles, names
};
MANDAT_ON_BOTH_ENGINES(LiveFirmsOn);

using support::Told;

// W11.current
TEST_P(LiveFirmsOn, are_told_as_an_older_snapshot_has_them_though_the_memory_knows_more) {
  add("Première");
  const auto second = add("Deuxième");
  read([&](db::Transaction& tx) {
    ASSERT_EQ(proposed(tx, question_, 10).size(), 2U);
    std::jthread([&] {
      act([&](platform::Act& act) { set_state(act, second, tradesman::State::suspended); });
      add("Troisième");
      EXPECT_EQ(names(), (Told{"Première", "Troisième"}));
    }).join();
    EXPECT_EQ(proposed(tx, question_, 10), proposed_by_looking(tx, {}, question_, 10));
    EXPECT_EQ(proposed(tx, question_, 10).size(), 2U);
    EXPECT_TRUE(excluded(tx, question_, 50).empty());
  });
  EXPECT_EQ(names(), (Told{"Première", "Troisième"}));
}

// W11.current
TEST_P(LiveFirmsOn, never_show_what_was_rolled_back) {
  const auto firm = add("Première");
  EXPECT_EQ(names().size(), 1U);
  EXPECT_THROW(act([&](platform::Act& act) {
                 set_state(act, firm, tradesman::State::suspended);
                 throw std::runtime_error("no");
               }),
               std::runtime_error);
  EXPECT_EQ(names().size(), 1U);
  add("Deuxième");
  EXPECT_EQ(names().size(), 2U);
}

// W11.current: the transaction with the lower number commits last.
TEST_P(LiveFirmsOn, are_found_changed_by_a_transaction_that_took_longer_than_a_later_one) {
  if (GetParam() == db::Engine::sqlite) GTEST_SKIP() << "one writer";
  const auto first = add("Première"), second = add("Deuxième");
  EXPECT_EQ(names().size(), 2U);
  const auto day = base::paris::day_of(clock_.now());
  act([&](platform::Act& slow) {
    tradesman::add_absence(slow, first, day, day + 9);
    std::jthread([&] {
      act([&](platform::Act& quick) { tradesman::add_absence(quick, second, day, day + 9); });
      EXPECT_EQ(names(), Told{"Première"});
    }).join();
  });
  EXPECT_EQ(names(), Told{});
}

TEST_P(LiveFirmsOn, forget_nothing_when_the_clock_is_set_back) {
  const auto firm = add("Première");
  const auto day = base::paris::day_of(clock_.now());
  act([&](platform::Act& act) { tradesman::add_absence(act, firm, day - 1, day + 8); });
  const auto today = clock_.now();
  clock_.advance(base::hours(24 * 30));
  EXPECT_EQ(names().size(), 1U);
  clock_.set(today);
  EXPECT_TRUE(names().empty()) << "it is absent now";
}

// A dump restored elsewhere brings marks that its new server has not reached.
TEST_P(LiveFirmsOn, are_read_once_though_their_marks_come_from_another_server) {
  if (GetParam() == db::Engine::sqlite) GTEST_SKIP() << "its marks travel with it";
  const auto firm = add("Première");
  database().write([](db::Transaction& tx) {
    tx.execute("UPDATE works_firm_changes SET mark = 4611686018427387904 WHERE mark > 0");
  });
  EXPECT_EQ(names().size(), 1U);
  EXPECT_TRUE(searches_read_nothing([] {}));
  act([&](platform::Act& act) { set_state(act, firm, tradesman::State::suspended); });
  EXPECT_TRUE(names().empty());
}

TEST_P(LiveFirmsOn, are_read_again_by_who_missed_changes_that_were_forgotten) {
  const auto first = add("Première");
  EXPECT_EQ(names(), Told{"Première"});
  act([&](platform::Act& act) { set_state(act, first, tradesman::State::suspended); });
  for (int i = 0; i < 3; ++i) add("Autre");
  act([&](platform::Act& act) { tradesman::changes().forget_all_but(act.tx, 1); });
  EXPECT_EQ(names(), (Told{"Autre", "Autre", "Autre"}));
}

// W11.current
TEST_P(LiveFirmsOn, are_told_right_to_a_snapshot_older_than_all_changes_that_are_kept) {
  const auto first = add("Première");
  read([&](db::Transaction& tx) {
    ASSERT_TRUE(tradesman::find(tx, first));  // the snapshot is taken
    std::jthread([&] {
      act([&](platform::Act& act) { set_state(act, first, tradesman::State::suspended); });
      for (int i = 0; i < 3; ++i) add("Autre");
      act([&](platform::Act& act) { tradesman::changes().forget_all_but(act.tx, 1); });
      EXPECT_EQ(names().size(), 3U);
    }).join();
    EXPECT_EQ(proposed(tx, question_, 10), proposed_by_looking(tx, {}, question_, 10));
    EXPECT_EQ(proposed(tx, question_, 10).size(), 1U);
  });
}

TEST_P(LiveFirmsOn, are_kept_up_by_the_worker_so_that_a_search_has_nothing_left_to_read) {
  const auto firm = add("Première");
  EXPECT_EQ(keep_up(platform()), 0);
  add("Deuxième");
  EXPECT_TRUE(searches_read_nothing([&] {
    act([&](platform::Act& act) { set_state(act, firm, tradesman::State::suspended); });
    keep_up(platform());
  }));
  EXPECT_EQ(names(), Told{"Deuxième"});
}

}  // namespace
}  // namespace works::matching
