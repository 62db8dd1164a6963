#include "db/row_batches.hpp"

#include <gtest/gtest.h>

#include "support/databases.hpp"

namespace db {
namespace {

class RowBatches : public support::OnBothEngines {
 protected:
  RowBatches() : OnBothEngines(support::Tables::none) {}
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    database().write([](Transaction& tx) {
      tx.execute("CREATE TABLE things (id BIGINT PRIMARY KEY, colour TEXT NOT NULL, day TEXT)");
    });
  }
  static std::vector<NewRow> things(std::int64_t first, std::int64_t last, std::string_view colour) {
    std::vector<NewRow> rows;
    for (auto id = first; id <= last; ++id)
      rows.push_back(new_row(id, colour, id % 2 == 0 ? std::optional<base::Day>() : base::Day::from_iso("2026-11-26")));
    return rows;
  }
  std::int64_t count(std::string_view sql) {
    return database().read([&](Transaction& tx) { return tx.value<std::int64_t>(sql).value(); });
  }
};
MANDAT_ON_BOTH_ENGINES(RowBatches);

TEST_P(RowBatches, write_every_row_once_whatever_their_number) {
  std::int64_t next = 1;
  for (const int number : {0, 1, 7, 8, 9, 63, 64, 65, 200}) {
    const auto rows = things(next, next + number - 1, "blue");
    database().write(
        [&](Transaction& tx) { execute_rows(tx, "INSERT INTO things (id, colour, day) VALUES {rows}", rows); });
    next += number;
  }
  EXPECT_EQ(count("SELECT count(*) FROM things"), next - 1);
  EXPECT_EQ(count("SELECT CAST(SUM(id) AS BIGINT) FROM things"), next * (next - 1) / 2);
  EXPECT_EQ(count("SELECT count(*) FROM things WHERE day IS NULL"), (next - 1) / 2);
}

TEST_P(RowBatches, take_one_statement_for_each_sixty_four_rows) {
  const auto rows = things(1, 64 * 10 + 9, "blue");
  const auto before = statements_run();
  database().write(
      [&](Transaction& tx) { execute_rows(tx, "INSERT INTO things (id, colour, day) VALUES {rows}", rows); });
  EXPECT_LE(statements_run() - before, 10 + 1 + 1 + 2);  // BEGIN and COMMIT may be counted
}

TEST_P(RowBatches, change_what_is_there_when_the_statement_says_so) {
  database().write([&](Transaction& tx) {
    execute_rows(tx, "INSERT INTO things (id, colour, day) VALUES {rows}", things(1, 70, "blue"));
    execute_rows(tx,
                 "INSERT INTO things (id, colour, day) VALUES {rows} ON CONFLICT (id) DO UPDATE SET colour = "
                 "excluded.colour",
                 things(31, 100, "red"));
  });
  EXPECT_EQ(count("SELECT count(*) FROM things WHERE colour = 'red'"), 70);
  EXPECT_EQ(count("SELECT count(*) FROM things"), 100);
}

}  // namespace
}  // namespace db
