#include "support/databases.hpp"

#include <libpq-fe.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <vector>

#include "db/migrator.hpp"

namespace support {
namespace {

namespace fs = std::filesystem;

const char* server() {
  const char* conninfo = std::getenv("MANDAT_TEST_POSTGRES");
  return conninfo != nullptr && *conninfo != '\0' ? conninfo : nullptr;
}

// CREATE DATABASE cannot stand in a transaction, so it is beyond db::Database.
void run(const std::string& conninfo, const std::string& sql) {
  PGconn* const connection = PQconnectdb(conninfo.c_str());
  PGresult* const result = PQexec(connection, sql.c_str());
  const std::string problem = PQresultStatus(result) == PGRES_COMMAND_OK ? "" : PQerrorMessage(connection);
  PQclear(result);
  PQfinish(connection);
  if (!problem.empty()) throw std::runtime_error(sql + ": " + problem);
}

std::string postgres_address(const std::string& name) { return std::string(server()) + " dbname=" + name; }

void on_server(const std::string& sql) { run(server(), sql); }
void drop(const std::string& name) { on_server("DROP DATABASE " + name + " WITH (FORCE)"); }

std::string new_name() {
  static std::atomic<int> count = 0;
  return "mandat_test_" + std::to_string(::getpid()) + "_" + std::to_string(++count);
}

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

const std::string& postgres_model() {
  struct Model {
    Model() {
      on_server("CREATE DATABASE " + name);
      make_tables(postgres_address(name));
    }
    ~Model() { drop(name); }
    const std::string name = new_name();
  };
  static const Model model;
  return model.name;
}

// Cleaned after each test and lent again: making and dropping a database takes PostgreSQL a hundred times longer.
class PostgresShelf {
 public:
  PostgresShelf(std::string how_to_make, std::string how_to_clean)
      : how_to_make_(std::move(how_to_make)), how_to_clean_(std::move(how_to_clean)) {}
  ~PostgresShelf() {
    for (const auto& name : clean_) drop(name);
  }
  std::string take() {
    if (clean_.empty()) {
      auto name = new_name();
      on_server("CREATE DATABASE " + name + how_to_make_);
      return name;
    }
    auto name = std::move(clean_.back());
    clean_.pop_back();
    return name;
  }
  void give_back(const std::string& name) {
    run(postgres_address(name), how_to_clean_);
    clean_.push_back(name);
  }

 private:
  const std::string how_to_make_, how_to_clean_;
  std::vector<std::string> clean_;
};

PostgresShelf& shelf(Tables tables) {
  if (tables == Tables::none) {
    static PostgresShelf bare("",
                              "SET client_min_messages = warning; DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    return bare;
  }
  // Without foreign keys and triggers, so in any order.
  static PostgresShelf full(
      " TEMPLATE " + postgres_model(),
      "SET session_replication_role = replica; DO $$ DECLARE t text; BEGIN FOR t IN SELECT quote_ident(tablename)"
      " FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'schema_migrations'"
      " LOOP EXECUTE 'DELETE FROM ' || t; END LOOP; END $$");
  return full;
}

}  // namespace

bool postgres_is_there() { return server() != nullptr; }

FreshDatabase::FreshDatabase(db::Engine engine, Tables tables, db::Options options) : engine_(engine), tables_(tables) {
  if (engine == db::Engine::sqlite) {
    place_ = new_folder();
    address_ = "sqlite:" + place_ + "/db";
    if (tables == Tables::all) copy_model(place_ + "/db");
  } else {
    place_ = shelf(tables).take();
    address_ = postgres_address(place_);
  }
  reopen(options);
}

FreshDatabase::~FreshDatabase() {
  close();
  if (engine_ == db::Engine::sqlite)
    fs::remove_all(place_);
  else
    shelf(tables_).give_back(place_);
}

void need(db::Engine engine) {
  if (engine == db::Engine::sqlite || postgres_is_there()) return;
  const char* required = std::getenv("MANDAT_REQUIRE_POSTGRES");
  ASSERT_FALSE(required != nullptr && *required == '1') << "MANDAT_TEST_POSTGRES is not set";
  GTEST_SKIP() << "no PostgreSQL: set MANDAT_TEST_POSTGRES to its conninfo, or run bin/test";
}

void OnBothEngines::SetUp() {
  need(GetParam());
  if (IsSkipped() || HasFatalFailure()) return;
  fresh_ = std::make_unique<FreshDatabase>(GetParam(), tables_);
}

std::string engine_name(const testing::TestParamInfo<db::Engine>& info) {
  return info.param == db::Engine::sqlite ? "sqlite" : "postgres";
}

}  // namespace support
