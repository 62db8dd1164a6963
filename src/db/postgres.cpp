#include "db/engines.hpp"
#include "db/postgres_connection.hpp"

namespace db {
namespace {

class PostgresDatabase final : public Database {
 public:
  PostgresDatabase(const std::string& conninfo, const Options& options)
      : connections_(options.readers, [conninfo] { return std::make_unique<PostgresConnection>(conninfo); }) {
    connections_.take();  // a wrong address is said at once
  }
  Engine engine() const override { return Engine::postgres; }

 private:
  void run_read(const Work& work) override {
    try {
      run_once(connections_, Mode::read, work);
    } catch (const Clash& clash) {  // a standby that had to go on
      throw Unavailable(clash.what());
    }
  }
  void run_write(const Work& work) override { run_until_settled(connections_, Mode::write, work); }

  ConnectionPool connections_;
};

}  // namespace

std::unique_ptr<Database> open_postgres(const std::string& conninfo, const Options& options) {
  return std::make_unique<PostgresDatabase>(conninfo, options);
}

}  // namespace db
