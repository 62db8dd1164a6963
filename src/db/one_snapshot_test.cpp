#include "db/one_snapshot.hpp"

#include <gtest/gtest.h>

#include <thread>

#include "db/database.hpp"
#include "support/databases.hpp"

namespace db {
namespace {

class Snapshot : public support::OnBothEngines {
 protected:
  Snapshot() : OnBothEngines(support::Tables::none) {}
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    database().write([](Transaction& tx) { tx.execute("CREATE TABLE things (id BIGINT PRIMARY KEY)"); });
  }
  void add(std::int64_t id) {
    database().write([&](Transaction& tx) { tx.execute("INSERT INTO things (id) VALUES (:id)", {{"id", id}}); });
  }
  void add_elsewhere(std::int64_t id) {
    std::thread([&] { add(id); }).join();
  }
  std::int64_t count() {
    return database().read([](Transaction& tx) { return *tx.value<std::int64_t>("SELECT COUNT(*) FROM things"); });
  }
};
MANDAT_ON_BOTH_ENGINES(Snapshot);

TEST_P(Snapshot, shows_its_reads_one_moment) {
  const OneSnapshot snapshot;
  EXPECT_EQ(count(), 0);
  add_elsewhere(1);
  EXPECT_EQ(count(), 0);
}

TEST_P(Snapshot, is_another_one_after_a_write_of_its_thread) {
  const OneSnapshot snapshot;
  EXPECT_EQ(count(), 0);
  add(1);
  EXPECT_EQ(count(), 1);
  add_elsewhere(2);
  EXPECT_EQ(count(), 1);
}

TEST_P(Snapshot, ends_with_its_owner) {
  {
    const OneSnapshot snapshot;
    EXPECT_EQ(count(), 0);
  }
  add_elsewhere(1);
  EXPECT_EQ(count(), 1);
}

TEST_P(Snapshot, outlives_a_failed_read) {
  const OneSnapshot snapshot;
  EXPECT_THROW(database().read([](Transaction& tx) { tx.each("SELECT nothing FROM things", {}, [](const Row&) {}); }),
               Error);
  EXPECT_EQ(count(), 0);
  EXPECT_THROW(database().read([](Transaction&) { throw std::runtime_error("no answer"); }), std::runtime_error);
  EXPECT_EQ(count(), 0);
}

TEST_P(Snapshot, is_of_its_own_thread) {
  const OneSnapshot snapshot;
  EXPECT_EQ(count(), 0);
  add_elsewhere(1);
  std::int64_t seen = 0;
  std::thread([&] { seen = count(); }).join();
  EXPECT_EQ(seen, 1);
}

}  // namespace
}  // namespace db
