#include "support/databases.hpp"

#include <libpq-fe.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>

#include "db/migrator.hpp"

namespace support {
namespace {

namespace fs = std::filesystem;

const char* server() {
  const char* conninfo = std::getenv("MANDAT_TEST_POSTGRES");
  return conninfo != nullptr && *conninfo != '\0' ? conninfo : nullptr;
}

// CREATE DATABASE cannot stand in a transaction, so it is beyond db::Database.
void on_server(const std::string& sql) {
  PGconn* const connection = PQconnectdb(server());
  PGresult* const result = PQexec(connection, sql.c_str());
  const std::string problem = PQresultStatus(result) == PGRES_COMMAND_OK ? "" : PQerrorMessage(connection);
  PQclear(result);
  PQfinish(connection);
  if (!problem.empty()) throw std::runtime_error(sql + ": " + problem);
}

std::string new_name() {
  static std::atomic<int> count = 0;
  return "mandat_test_" + std::to_string(::getpid()) + "_" + std::to_string(++count);
}

std::string postgres_address(const std::string& name) { return std::string(server()) + " dbname=" + name; }

std::string new_folder() {
  const auto folder = fs::temp_directory_path() / new_name();
  fs::create_directory(folder);
  return folder;
}

void make_tables(const std::string& address) {
  const auto database = db::open(address);
  db::migrate(*database, db::embedded_migrations());
}

// Migrated once per process, then copied.
class SqliteTemplate {
 public:
  SqliteTemplate() : folder_(new_folder()) { make_tables("sqlite:" + file()); }
  ~SqliteTemplate() { fs::remove_all(folder_); }
  std::string file() const { return folder_ + "/db"; }

 private:
  std::string folder_;
};

void copy_model(const std::string& file) {
  static const SqliteTemplate model;
  fs::copy_file(model.file(), file);
}

class PostgresTemplate {
 public:
  PostgresTemplate() : name_(new_name()) {
    on_server("CREATE DATABASE " + name_);
    make_tables(postgres_address(name_));
  }
  ~PostgresTemplate() { on_server("DROP DATABASE " + name_ + " WITH (FORCE)"); }
  const std::string& name() const { return name_; }

 private:
  std::string name_;
};

const std::string& model_name() {
  static const PostgresTemplate model;
  return model.name();
}

}  // namespace

bool postgres_is_there() { return server() != nullptr; }

FreshDatabase::FreshDatabase(db::Engine engine, Tables tables, db::Options options) : engine_(engine) {
  if (engine == db::Engine::sqlite) {
    place_ = new_folder();
    address_ = "sqlite:" + place_ + "/db";
    if (tables == Tables::all) copy_model(place_ + "/db");
  } else {
    place_ = new_name();
    address_ = postgres_address(place_);
    on_server("CREATE DATABASE " + place_ + (tables == Tables::all ? " TEMPLATE " + model_name() : ""));
  }
  reopen(options);
}

FreshDatabase::~FreshDatabase() {
  close();
  if (engine_ == db::Engine::sqlite) fs::remove_all(place_);
  else on_server("DROP DATABASE " + place_ + " WITH (FORCE)");
}

void OnBothEngines::SetUp() {
  if (GetParam() == db::Engine::postgres && !postgres_is_there()) {
    const char* required = std::getenv("MANDAT_REQUIRE_POSTGRES");
    ASSERT_FALSE(required != nullptr && *required == '1') << "MANDAT_TEST_POSTGRES is not set";
    GTEST_SKIP() << "no PostgreSQL: set MANDAT_TEST_POSTGRES to its conninfo, or run bin/test";
  }
  fresh_ = std::make_unique<FreshDatabase>(GetParam(), tables_);
}

std::string engine_name(const testing::TestParamInfo<db::Engine>& info) {
  return info.param == db::Engine::sqlite ? "sqlite" : "postgres";
}

}  // namespace support
