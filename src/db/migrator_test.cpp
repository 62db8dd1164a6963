#include "db/migrator.hpp"

#include <gtest/gtest.h>

#include <thread>

#include "db/maintenance.hpp"
#include "support/databases.hpp"

namespace db {
namespace {

class Migrator : public support::OnBothEngines {
 protected:
  Migrator() : OnBothEngines(support::Tables::none) {}
  std::int64_t count(const std::string& table) {
    return database().read([&](Transaction& tx) { return *tx.value<std::int64_t>("SELECT COUNT(*) FROM " + table); });
  }
  const std::vector<Migration> two_{
      {"0001_first.sql", "CREATE TABLE a (id BIGINT PRIMARY KEY, t TEXT); INSERT INTO a (id, t) VALUES (1, ';');"},
      {"0002_second.sql", "CREATE TABLE b (id BIGINT PRIMARY KEY);"}};
};
MANDAT_ON_BOTH_ENGINES(Migrator);

TEST_P(Migrator, applies_each_step_once) {
  EXPECT_EQ(migrate(database(), {two_[0]}), std::vector<std::string>{"0001_first.sql"});
  EXPECT_EQ(migrate(database(), two_), std::vector<std::string>{"0002_second.sql"});
  EXPECT_TRUE(migrate(database(), two_).empty());
  EXPECT_EQ(count("a"), 1);
}

TEST_P(Migrator, refuses_a_step_whose_text_has_changed_since_it_was_applied) {
  migrate(database(), two_);
  auto changed = two_;
  changed[1].sql = "CREATE TABLE b (id BIGINT PRIMARY KEY, more TEXT);";
  EXPECT_THROW(migrate(database(), changed), Error);
}

TEST_P(Migrator, leaves_nothing_of_a_step_that_fails) {
  EXPECT_THROW(migrate(database(), {{"0001_bad.sql",
                                     "CREATE TABLE a (id BIGINT PRIMARY KEY); INSERT INTO nowhere "
                                     "VALUES (1);"}}),
               Error);
  EXPECT_EQ(count("schema_migrations"), 0);
  EXPECT_THROW(count("a"), Error);
}

TEST_P(Migrator, applies_each_step_once_when_two_servers_start_at_the_same_time) {
  // On SQLite the second server would not start at all: two threads of one stand for them.
  const auto second = GetParam() == Engine::postgres ? open(address()) : nullptr;
  std::vector<std::string> here, there;
  std::thread other([&] { there = migrate(second ? *second : database(), two_); });
  here = migrate(database(), two_);
  other.join();
  EXPECT_EQ(here.size() + there.size(), two_.size());
  EXPECT_EQ(count("schema_migrations"), 2);
}

TEST_P(Migrator, makes_columns_that_refuse_another_type) {
  migrate(database(), two_);
  EXPECT_THROW(database().write([](Transaction& tx) { tx.execute("INSERT INTO a (id, t) VALUES ('x', 't')"); }), Error);
  EXPECT_THROW(database().write([](Transaction& tx) {
    tx.execute("INSERT INTO b (id) VALUES (:id)", {{"id", "x"}});
  }),
               Error);
}

TEST_P(Migrator, makes_text_columns_that_sort_by_code_point) {
  migrate(database(), two_);
  database().write([](Transaction& tx) {
    tx.execute("INSERT INTO a (id, t) VALUES (2, 'zoé'), (3, 'Zoé'), (4, 'élan'), (5, 'a b'), (6, 'ab'), (7, 'a-c')");
  });
  const auto sorted = database().read([](Transaction& tx) {
    return tx.rows("SELECT t FROM a ORDER BY t", {}, [](const Row& r) { return r.get<std::string>(0); });
  });
  EXPECT_EQ(sorted, (std::vector<std::string>{";", "Zoé", "a b", "a-c", "ab", "zoé", "élan"}));
}

class AllMigrations : public support::OnBothEngines {};
MANDAT_ON_BOTH_ENGINES(AllMigrations);

TEST_P(AllMigrations, are_applied_and_numbered_without_a_gap_in_their_order) {
  const auto names = database().read([](Transaction& tx) {
    return tx.rows("SELECT name FROM schema_migrations ORDER BY name", {},
                   [](const Row& r) { return r.get<std::string>(0); });
  });
  const auto expected = embedded_migrations();
  ASSERT_EQ(names.size(), expected.size());
  for (std::size_t i = 0; i < names.size(); ++i) EXPECT_EQ(names[i], expected[i].name);
  EXPECT_TRUE(migrate(database(), expected).empty());
  EXPECT_TRUE(integrity_check(database()).empty());
}

}  // namespace
}  // namespace db
