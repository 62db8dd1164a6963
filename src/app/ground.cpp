#include "app/ground.hpp"

#include "app/server_key.hpp"
#include "base/log.hpp"
#include "db/migrator.hpp"

namespace app {

std::unique_ptr<db::Database> open_database(const Configuration& configuration) {
  std::filesystem::create_directories(configuration.documents());
  std::filesystem::create_directories(configuration.uploads());
  auto database = db::open(configuration.database_address(), {.readers = configuration.database_connections});
  for (const std::string& name : db::migrate(*database, db::embedded_migrations())) {
    base::log(base::Severity::info, "migrated", {{"step", name}});
  }
  return database;
}

platform::Settings settings_of(const Configuration& configuration, base::Random& random) {
  return {.mode = platform::Mode::normal,
          .administrators_second_factor = configuration.administrators_second_factor == "required"
                                              ? identity::Required::yes
                                              : identity::Required::no,
          .public_url = configuration.address_of_site(),
          .server_key = server_key(configuration, random),
          .sessions = {.absolute = base::hours(configuration.session_hours),
                       .idle = base::minutes(configuration.session_idle_minutes)}};
}

}  // namespace app
