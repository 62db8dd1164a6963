#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <thread>

#include "db/database.hpp"
#include "db/maintenance.hpp"
#include "support/databases.hpp"

namespace db {
namespace {

constexpr auto insert = "INSERT INTO papers (id, body) VALUES (:id, :body)";

void make_papers(Database& database) {
  database.write([](Transaction& tx) { tx.execute("CREATE TABLE papers (id BIGINT PRIMARY KEY, body TEXT)"); });
}

void add_paper(Database& database, std::int64_t id, const std::string& body = "") {
  database.write([&](Transaction& tx) { tx.execute(insert, {{"id", id}, {"body", body}}); });
}

std::int64_t papers(Database& database) {
  return database.read([](Transaction& tx) { return *tx.value<std::int64_t>("SELECT COUNT(*) FROM papers"); });
}

template <class T>
T setting(Transaction& tx, std::string_view name) {
  return *tx.value<T>(std::string(tx.engine() == Engine::sqlite ? "PRAGMA " : "SHOW ").append(name));
}

class Durability : public support::OnBothEngines {
 protected:
  Durability() : OnBothEngines(support::Tables::none) {}
};
MANDAT_ON_BOTH_ENGINES(Durability);

TEST_P(Durability, stands_on_both_engines_whatever_their_defaults) {
  database().write([](Transaction& tx) {
    if (tx.engine() == Engine::sqlite) {
      EXPECT_EQ(setting<std::string>(tx, "journal_mode"), "wal");
      EXPECT_EQ(setting<int>(tx, "synchronous"), 2);  // FULL: the log is synced at each commit
      EXPECT_EQ(setting<int>(tx, "foreign_keys"), 1);
    } else {
      EXPECT_EQ(setting<std::string>(tx, "synchronous_commit"), "on");
      EXPECT_EQ(setting<std::string>(tx, "fsync"), "on");
      EXPECT_EQ(setting<std::string>(tx, "full_page_writes"), "on");
      EXPECT_EQ(setting<std::string>(tx, "transaction_isolation"), "serializable");
    }
  });
}

TEST_P(Durability, keeps_what_was_written_when_the_program_starts_again) {
  make_papers(database());
  add_paper(database(), 1);
  fresh().close();
  fresh().reopen();
  EXPECT_EQ(papers(database()), 1);
}

TEST_P(Durability, finds_a_sound_database_sound) {
  make_papers(database());
  EXPECT_TRUE(integrity_check(database()).empty());
}

class SqliteFile : public testing::Test {
 protected:
  SqliteFile() : fresh_(Engine::sqlite, support::Tables::none) { make_papers(*fresh_); }
  Database& database() { return *fresh_; }
  std::string file() const { return fresh_.address().substr(std::string_view("sqlite:").size()); }

  support::FreshDatabase fresh_;
};

// The WAL-reset bug of SQLite 3.40: the writer alone checkpoints.
TEST_F(SqliteFile, lets_readers_neither_write_nor_checkpoint) {
  database().read([](Transaction& tx) {
    EXPECT_EQ(setting<int>(tx, "query_only"), 1);
    EXPECT_EQ(setting<int>(tx, "wal_autocheckpoint"), 0);
    EXPECT_EQ(setting<int>(tx, "foreign_keys"), 1);
  });
}

TEST_F(SqliteFile, is_held_by_one_process_at_a_time) {
  try {
    open(fresh_.address());
    FAIL() << "opened twice";
  } catch (const Unavailable& error) {
    EXPECT_NE(std::string(error.what()).find("in use by process " + std::to_string(::getpid())), std::string::npos);
  }
  fresh_.close();
  EXPECT_NO_THROW(fresh_.reopen());
}

TEST_F(SqliteFile, is_readable_by_its_owner_only) {
  for (const char* end : {"", "-wal", "-shm", ".lock"}) {
    struct stat status {};
    ASSERT_EQ(::stat((file() + end).c_str(), &status), 0) << end;
    EXPECT_EQ(status.st_mode & 0777, 0600u) << end;
  }
}

TEST_F(SqliteFile, is_not_created_when_it_was_to_be_there) {
  EXPECT_THROW(open(fresh_.address() + ".elsewhere", {.create = false}), Unavailable);
}

TEST_F(SqliteFile, says_that_the_disk_is_full_keeps_nothing_half_done_and_recovers) {
  const auto limit = [&](int pages) {
    database().write(
        [&](Transaction& tx) { tx.value<std::int64_t>("PRAGMA max_page_count = " + std::to_string(pages)); });
  };
  limit(50);
  EXPECT_THROW(database().write([&](Transaction& tx) {
    for (int i = 1; i <= 100; ++i) tx.execute(insert, {{"id", i}, {"body", std::string(4000, 'x')}});
  }),
               Unavailable);
  EXPECT_EQ(papers(database()), 0);
  limit(1'000'000);
  add_paper(database(), 1, std::string(4000, 'x'));
  EXPECT_EQ(papers(database()), 1);
}

TEST_F(SqliteFile, brings_its_log_back_into_the_file_while_it_is_written) {
  for (int i = 1; i <= 40; ++i)
    database().write([&](Transaction& tx) {
      for (int j = 0; j < 50; ++j) tx.execute(insert, {{"id", i * 100 + j}, {"body", std::string(4000, 'x')}});
    });
  struct stat log {};
  ASSERT_EQ(::stat((file() + "-wal").c_str(), &log), 0);
  EXPECT_LT(log.st_size, 6'000'000);  // 2,000 papers of a page each would make 8 MB
}

TEST_F(SqliteFile, is_copied_whole_while_it_is_written) {
  database().write([&](Transaction& tx) {
    for (int i = 1; i <= 5000; ++i) tx.execute(insert, {{"id", i}, {"body", std::string(3000, 'x')}});
  });
  std::atomic<bool> copied = false;
  std::int64_t last = 5000;
  std::thread writer([&] {
    while (!copied) add_paper(database(), ++last);
  });
  const auto copy = file() + ".copy";
  backup_to(database(), copy);
  copied = true;
  writer.join();

  const auto restored = open("sqlite:" + copy, {.create = false});
  EXPECT_TRUE(integrity_check(*restored).empty());
  const auto kept = restored->read([](Transaction& tx) {
    return tx.row("SELECT COUNT(*), MAX(id) FROM papers", {}, [](const Row& r) {
      return std::pair{r.get<std::int64_t>(0), r.get<std::int64_t>(1)};
    });
  });
  EXPECT_EQ(kept->first, kept->second) << "a gap";
  EXPECT_GE(kept->first, 5000);
  EXPECT_LE(kept->first, last);
}

TEST_F(SqliteFile, is_never_copied_over_something) {
  EXPECT_THROW(backup_to(database(), file()), Unavailable);
  EXPECT_EQ(papers(database()), 0);
}

TEST_F(SqliteFile, reports_a_row_whose_parent_is_gone) {
  database().write([](Transaction& tx) {
    tx.execute("CREATE TABLE sheets (id BIGINT PRIMARY KEY, paper BIGINT REFERENCES papers (id))");
  });
  fresh_.close();
  // Another tool, which does not keep foreign keys, has been at the file.
  sqlite3* tool = nullptr;
  ASSERT_EQ(sqlite3_open(file().c_str(), &tool), SQLITE_OK);
  EXPECT_EQ(sqlite3_exec(tool, "INSERT INTO sheets VALUES (1, 404)", nullptr, nullptr, nullptr), SQLITE_OK);
  sqlite3_close(tool);
  fresh_.reopen();
  EXPECT_EQ(integrity_check(database()), std::vector<std::string>{"foreign key: sheets row 1 has no papers"});
}

class PostgresServer : public testing::Test {
 protected:
  void SetUp() override {
    if (!support::postgres_is_there()) GTEST_SKIP() << "no PostgreSQL";
    fresh_ = std::make_unique<support::FreshDatabase>(Engine::postgres, support::Tables::none);
    make_papers(database());
  }
  Database& database() { return **fresh_; }
  // As a restart of the server does: every connection ends, whoever holds it.
  void cut_connections() {
    open(fresh_->address())->read([](Transaction& tx) {
      tx.value<std::int64_t>(
          "SELECT COUNT(pg_terminate_backend(pid, 1000)) FROM pg_stat_activity"
          " WHERE datname = current_database() AND pid <> pg_backend_pid()");
    });
  }

  std::unique_ptr<support::FreshDatabase> fresh_;
};

TEST_F(PostgresServer, is_found_again_after_it_restarted) {
  EXPECT_EQ(papers(database()), 0);
  cut_connections();
  EXPECT_EQ(papers(database()), 0);
  cut_connections();
  add_paper(database(), 1);
  EXPECT_EQ(papers(database()), 1);
}

TEST_F(PostgresServer, is_unavailable_when_it_goes_in_the_middle_of_a_transaction) {
  EXPECT_THROW(database().write([&](Transaction& tx) {
    tx.execute(insert, {{"id", 1}, {"body", ""}});
    cut_connections();
    tx.execute(insert, {{"id", 2}, {"body", ""}});
  }),
               Unavailable);
  EXPECT_EQ(papers(database()), 0);
}

TEST_F(PostgresServer, leaves_the_outcome_unknown_when_it_goes_while_committing_and_nothing_is_run_twice) {
  database().write([](Transaction& tx) {
    tx.execute(
        "CREATE FUNCTION go() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        " PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$");
    tx.execute(
        "CREATE CONSTRAINT TRIGGER going AFTER INSERT ON papers DEFERRABLE INITIALLY DEFERRED"
        " FOR EACH ROW EXECUTE FUNCTION go()");
  });
  int runs = 0;
  EXPECT_THROW(database().write([&](Transaction& tx) {
    ++runs;
    tx.execute(insert, {{"id", 1}, {"body", ""}});
  }),
               OutcomeUnknown);
  EXPECT_EQ(runs, 1);
  EXPECT_EQ(papers(database()), 0);
}

TEST_F(PostgresServer, is_not_copied_by_us) { EXPECT_THROW(backup_to(database(), "/nowhere/copy"), Error); }

TEST_F(PostgresServer, that_is_not_there_is_unavailable) {
  EXPECT_THROW(open("host=127.0.0.1 port=1 dbname=x"), Unavailable);
}

TEST_F(PostgresServer, is_told_not_to_wait_for_the_disk_but_does) {
  const auto lax = open(fresh_->address() + " options='-c synchronous_commit=off'");
  EXPECT_EQ(lax->read([](Transaction& tx) { return setting<std::string>(tx, "synchronous_commit"); }), "on");
}

}  // namespace
}  // namespace db
