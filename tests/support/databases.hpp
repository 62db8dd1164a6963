// Each test of the database runs on both engines, on a fresh database that has all the tables:
//
//   class ClaimStore : public support::OnBothEngines {};
//   MANDAT_ON_BOTH_ENGINES(ClaimStore);
//   TEST_P(ClaimStore, keeps_what_it_was_given) { database().write(…); }
//
// PostgreSQL is the server whose conninfo stands in MANDAT_TEST_POSTGRES (bin/test starts one). Without it those tests
// are skipped, or fail when MANDAT_REQUIRE_POSTGRES is 1.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "db/database.hpp"

namespace support {

enum class Tables {
  all,   // the migrations applied; their text is left as it is (PostgreSQL lends the emptied database to the next test)
  none,  // for tests that make their own
};

// A database of its own, gone with the object.
class FreshDatabase {
 public:
  explicit FreshDatabase(db::Engine engine, Tables tables = Tables::all, db::Options options = {});
  FreshDatabase(const FreshDatabase&) = delete;
  FreshDatabase& operator=(const FreshDatabase&) = delete;
  ~FreshDatabase();

  db::Database& operator*() const { return *database_; }
  db::Database* operator->() const { return database_.get(); }
  const std::string& address() const { return address_; }  // for db::open, or a server of ours
  void close() { database_.reset(); }                      // the file, or the database, stays
  void reopen(db::Options options = {}) { database_ = db::open(address_, options); }

 private:
  const db::Engine engine_;
  const Tables tables_;
  std::string place_;  // folder of the file, or name of the PostgreSQL database
  std::string address_;
  std::unique_ptr<db::Database> database_;
};

bool postgres_is_there();
// Skips the test, or fails it where PostgreSQL is required, when the engine is not there: to be followed by a return.
void need(db::Engine engine);

class OnBothEngines : public testing::TestWithParam<db::Engine> {
 protected:
  explicit OnBothEngines(Tables tables = Tables::all) : tables_(tables) {}
  void SetUp() override;
  void TearDown() override { fresh_.reset(); }

  db::Database& database() { return **fresh_; }
  FreshDatabase& fresh() { return *fresh_; }
  const std::string& address() const { return fresh_->address(); }

 private:
  const Tables tables_;
  std::unique_ptr<FreshDatabase> fresh_;
};

std::string engine_name(const testing::TestParamInfo<db::Engine>& info);

}  // namespace support

#define MANDAT_ON_BOTH_ENGINES(suite)                                                                 \
  INSTANTIATE_TEST_SUITE_P(Engines, suite, testing::Values(db::Engine::sqlite, db::Engine::postgres), \
                           support::engine_name)
