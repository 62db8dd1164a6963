#include "db/id_batches.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "support/databases.hpp"

namespace db {
namespace {

class IdBatches : public support::OnBothEngines {
 protected:
  IdBatches() : OnBothEngines(support::Tables::none) {}
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    database().write([](Transaction& tx) {
      tx.execute("CREATE TABLE things (id BIGINT PRIMARY KEY, colour TEXT NOT NULL)");
      for (std::int64_t id = 1; id <= 300; ++id)
        tx.execute("INSERT INTO things (id, colour) VALUES (:id, :colour)",
                   {{"id", id}, {"colour", id % 3 == 0 ? "red" : "blue"}});
    });
  }
  std::vector<std::int64_t> red_ones(const std::vector<std::int64_t>& ids) {
    return database().read([&](Transaction& tx) {
      std::vector<std::int64_t> found;
      each_of(tx, "SELECT id FROM things WHERE id IN ({ids}) AND colour = :colour ORDER BY id", std::span(ids),
              {{"colour", "red"}}, [&](const Row& row) { found.push_back(row.integer(0)); });
      return found;
    });
  }
};
MANDAT_ON_BOTH_ENGINES(IdBatches);

TEST_P(IdBatches, read_the_rows_of_the_given_ids_and_no_other) {
  EXPECT_EQ(red_ones({3, 4, 299, 300, 301}), (std::vector<std::int64_t>{3, 300}));
  EXPECT_TRUE(red_ones({}).empty());
}

TEST_P(IdBatches, take_one_statement_for_each_sixty_four_ids) {
  std::vector<std::int64_t> ids(129);
  std::iota(ids.begin(), ids.end(), 1);
  const auto before = statements_run();
  EXPECT_EQ(red_ones(ids).size(), 43u);
  EXPECT_LE(statements_run() - before, 3 + 2);  // BEGIN and COMMIT may be counted
}

TEST_P(IdBatches, take_typed_ids) {
  const std::vector<base::Id<struct ThingTag>> ids{{6}, {7}};
  int found = 0;
  database().read([&](Transaction& tx) {
    each_of(tx, "SELECT id FROM things WHERE id IN ({ids})", ids, {}, [&](const Row&) { ++found; });
  });
  EXPECT_EQ(found, 2);
}

}  // namespace
}  // namespace db
