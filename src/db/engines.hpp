// The two engines, by the address that `open` was given.
#pragma once

#include <memory>
#include <string>

#include "db/database.hpp"

namespace db {

std::unique_ptr<Database> open_sqlite(const std::string& path, const Options& options);
std::unique_ptr<Database> open_postgres(const std::string& conninfo, const Options& options);

}  // namespace db
