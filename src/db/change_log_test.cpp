#include "db/change_log.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <set>
#include <thread>

#include "support/databases.hpp"

namespace db {
namespace {

class Changes : public support::OnBothEngines {
 protected:
  Changes() : OnBothEngines(support::Tables::none) {}
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    database().write([](Transaction& tx) {
      tx.execute("CREATE TABLE things_changes (mark BIGINT, row_id BIGINT, PRIMARY KEY (mark, row_id))");
    });
  }
  void change(std::initializer_list<int> rows) {
    database().write([&](Transaction& tx) {
      for (const int row : rows) log_.note(tx, row);
    });
  }
  // Once nothing is open on the server, other tests' transactions included: then it tells these changes apart exactly.
  Horizon horizon() {
    for (int turn = 0; turn < 10'000; ++turn) {
      const auto seen = database().read([&](Transaction& tx) { return log_.horizon(tx); });
      if (seen.from == seen.to) return seen;
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    ADD_FAILURE() << "the server is never at rest";
    return {};
  }
  std::set<std::int64_t> changed_since(const Horizon& before) {
    return database().read([&](Transaction& tx) {
      std::set<std::int64_t> rows;
      for (const auto& change : log_.between(tx, before.from, log_.horizon(tx).to)) rows.insert(change.row);
      return rows;
    });
  }

  const ChangeLog log_{"things_changes"};
};
MANDAT_ON_BOTH_ENGINES(Changes);

using Rows = std::set<std::int64_t>;

TEST_P(Changes, are_those_since_the_horizon_and_no_others) {
  change({1});
  const auto before = horizon();
  EXPECT_EQ(changed_since(before), Rows{});
  change({2, 3, 2});
  EXPECT_EQ(changed_since(before), (Rows{2, 3}));
  EXPECT_EQ(changed_since(horizon()), Rows{});
  change({2});
  EXPECT_EQ(changed_since(before), (Rows{2, 3}));
}

TEST_P(Changes, that_are_rolled_back_never_were) {
  const auto before = horizon();
  EXPECT_THROW(database().write([&](Transaction& tx) {
    log_.note(tx, 1);
    throw std::runtime_error("no");
  }),
               std::runtime_error);
  EXPECT_EQ(changed_since(before), Rows{});
  change({2});
  EXPECT_EQ(changed_since(before), Rows{2});
}

TEST_P(Changes, have_marks_that_a_snapshot_bounds) {
  change({1});
  const auto seen = horizon();
  EXPECT_LE(seen.from, seen.to);
  const auto all = database().read([&](Transaction& tx) { return log_.between(tx, 0, seen.to); });
  ASSERT_EQ(all.size(), 1U);
  EXPECT_LT(all[0].mark, seen.from);
  EXPECT_EQ(all[0].mark, seen.kept_from);
  EXPECT_EQ(horizon().server, seen.server);
}

// The lower number commits last: on PostgreSQL two writers are under way at once.
TEST_P(Changes, of_a_transaction_that_commits_after_a_later_one_are_found_too) {
  if (GetParam() == Engine::sqlite) GTEST_SKIP() << "one writer";
  const auto other = db::open(address());
  Horizon between{};
  database().write([&](Transaction& slow) {
    log_.note(slow, 1);
    other->write([&](Transaction& quick) { log_.note(quick, 2); });
    between = other->read([&](Transaction& tx) { return log_.horizon(tx); });
  });
  EXPECT_EQ(changed_since(between).count(1), 1U);
}

TEST_P(Changes, are_forgotten_but_the_newest_and_who_lags_behind_can_tell) {
  for (int row = 1; row <= 3; ++row) change({row});
  const auto before = horizon();
  EXPECT_LT(before.kept_from, before.from);
  for (int row = 4; row <= 9; ++row) change({row});
  database().write([&](Transaction& tx) { log_.forget_all_but(tx, 20); });
  EXPECT_EQ(changed_since(before).size(), 6U);
  database().write([&](Transaction& tx) { log_.forget_all_but(tx, 2); });
  const auto after = horizon();
  EXPECT_GT(after.kept_from, before.from);
  EXPECT_EQ(changed_since({.from = 0, .to = 0, .kept_from = 0, .server = 0}), (Rows{7, 8, 9}));
  change({10});
  EXPECT_EQ(changed_since(after), Rows{10});
}

TEST_P(Changes, of_another_server_that_a_dump_brought_hide_none_of_this_one) {
  if (GetParam() == Engine::sqlite) GTEST_SKIP() << "its marks travel with it";
  database().write(
      [](Transaction& tx) { tx.execute("INSERT INTO things_changes (mark, row_id) VALUES (4611686018427387904, 1)"); });
  const auto before = horizon();
  EXPECT_EQ(before.kept_from, 0);
  EXPECT_EQ(changed_since(before), Rows{});
  change({1});
  EXPECT_EQ(changed_since(before), Rows{1});
}

}  // namespace
}  // namespace db
