// Numbered steps that build the tables (migrations/NNNN_name.sql), each applied once, in order, in one transaction.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "db/database.hpp"

namespace db {

struct Migration {
  std::string name;  // "0001_identity.sql"; the number orders them
  std::string_view sql;
};

// Applies what is missing; the names applied. A step already applied whose text has changed since is an error (its
// SHA-256 is kept). Two servers that start at once do it once. Types are fitted to the engine: migrations/README.md.
std::vector<std::string> migrate(Database& database, const std::vector<Migration>& migrations);

std::vector<Migration> embedded_migrations();

}  // namespace db
