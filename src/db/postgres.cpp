#include "db/engines.hpp"
#include "db/postgres_connection.hpp"

namespace db {
namespace {

class PostgresDatabase final : public Database {
 public:
  PostgresDatabase(const std::string& conninfo, const Options& options)
      : connections_(options.readers, kept_, [conninfo] { return std::make_unique<PostgresConnection>(conninfo); }) {
    connections_.take();  // a wrong address is said at once
  }
  Engine engine() const override { return Engine::postgres; }

 private:
  void run_read(const Work& work) override { run_reading(connections_, work); }
  void run_write(const Work& work) override { run_writing(connections_, turnstile_, work); }

  Kept kept_;
  ConnectionPool connections_;
  Turnstile turnstile_;
};

}  // namespace

std::unique_ptr<Database> open_postgres(const std::string& conninfo, const Options& options) {
  return std::make_unique<PostgresDatabase>(conninfo, options);
}

}  // namespace db
