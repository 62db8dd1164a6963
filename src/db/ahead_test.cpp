#include "db/ahead.hpp"

#include <gtest/gtest.h>

#include "support/databases.hpp"

namespace db {
namespace {

class Ahead : public support::OnBothEngines {
 protected:
  Ahead() : OnBothEngines(support::Tables::none) {}
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    database().write([](Transaction& tx) {
      tx.execute("CREATE TABLE things (id BIGINT PRIMARY KEY, name TEXT NOT NULL)");
      tx.execute("INSERT INTO things (id, name) VALUES (1, 'un'), (2, 'deux'), (3, 'trois')");
    });
  }
  static constexpr std::string_view name_of = "SELECT name FROM things WHERE id = :id";
  static std::string name(Transaction& tx, int id) {
    return tx.value<std::string>(name_of, {{"id", id}}).value_or("-");
  }
};
MANDAT_ON_BOTH_ENGINES(Ahead);

TEST_P(Ahead, answers_are_those_of_who_asks) {
  for (int turn = 0; turn < 3; ++turn)  // not prepared yet, then known
    database().read([](Transaction& tx) {
      expect(tx, name_of, {{"id", 2}});
      expect(tx, name_of, {{"id", 9}});
      expect(tx, "SELECT count(*) FROM things WHERE id < :limit", {{"limit", 3}});
      EXPECT_EQ(name(tx, 1), "un");
      EXPECT_EQ(name(tx, 9), "-");
      EXPECT_EQ(name(tx, 3), "trois") << "not what was expected";
      EXPECT_EQ(name(tx, 2), "deux");
      EXPECT_EQ(name(tx, 2), "deux") << "asked again";
      // The count is never asked for.
    });
}

TEST_P(Ahead, the_first_one_asked_may_be_expected_too) {
  database().read([](Transaction& tx) {
    expect(tx, name_of, {{"id", 1}});
    expect(tx, name_of, {{"id", 2}});
    EXPECT_EQ(name(tx, 2), "deux");
    EXPECT_EQ(name(tx, 1), "un");
  });
}

TEST_P(Ahead, nothing_is_expected_beyond_its_transaction) {
  database().read([](Transaction& tx) {
    expect(tx, name_of, {{"id", 1}});
    EXPECT_EQ(name(tx, 2), "deux");
  });
  database().write([](Transaction& tx) { tx.execute("UPDATE things SET name = 'nouveau' WHERE id = 1"); });
  database().read([](Transaction& tx) { EXPECT_EQ(name(tx, 1), "nouveau"); });
}

TEST_P(Ahead, who_writes_reads_what_he_wrote) {
  database().write([](Transaction& tx) {
    expect(tx, name_of, {{"id", 1}});
    EXPECT_EQ(name(tx, 2), "deux");
    tx.execute("UPDATE things SET name = 'nouveau' WHERE id = 1");
    EXPECT_EQ(name(tx, 1), "nouveau");
  });
}

// The answer has come before the server goes.
TEST(AheadOnPostgres, what_is_expected_travels_with_what_is_asked) {
  support::need(Engine::postgres);
  if (testing::Test::IsSkipped()) return;
  const support::FreshDatabase fresh(Engine::postgres, support::Tables::none);
  const auto other = open(fresh.address());
  const auto after_the_end = [&](bool expected) {
    fresh->read([&](Transaction& tx) {
      if (expected) expect(tx, "SELECT 40 + :two", {{"two", 2}});
      const auto pid = tx.value<std::int64_t>("SELECT pg_backend_pid()");
      other->read([&](Transaction& theirs) {
        theirs.each("SELECT pg_terminate_backend(CAST(:pid AS INTEGER))", {{"pid", *pid}}, [](const Row&) {});
      });
      EXPECT_EQ(tx.value<std::int64_t>("SELECT 40 + :two", {{"two", 2}}), 42);
    });
  };
  after_the_end(true);
  EXPECT_THROW(after_the_end(false), Unavailable);
}

TEST(AheadOnPostgres, a_mistake_in_what_is_expected_is_not_hidden) {
  support::need(Engine::postgres);
  if (testing::Test::IsSkipped()) return;
  const support::FreshDatabase fresh(Engine::postgres, support::Tables::none);
  EXPECT_THROW(fresh->read([](Transaction& tx) {
    expect(tx, "SELECT nothing", {});
    (void)tx.value<std::int64_t>("SELECT 1 + :one", {{"one", 1}});
  }),
               Error);
  EXPECT_EQ(fresh->read([](Transaction& tx) { return tx.value<std::int64_t>("SELECT 1 + :one", {{"one", 1}}); }), 2);
}

}  // namespace
}  // namespace db
