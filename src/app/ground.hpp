// What every command stands on: the folder, the migrated database, the system's clock and chance.
#pragma once

#include <memory>

#include "app/configuration.hpp"
#include "base/clock.hpp"
#include "base/random.hpp"
#include "db/database.hpp"
#include "floor/platform/platform.hpp"

namespace app {

// Makes the folders that are missing, opens the database and applies the migrations that are missing.
std::unique_ptr<db::Database> open_database(const Configuration& configuration);

platform::Settings settings_of(const Configuration& configuration, base::Random& random);

}  // namespace app
