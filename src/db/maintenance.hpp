// What the operator does to a whole database.
#pragma once

#include <string>
#include <vector>

#include "db/database.hpp"

namespace db {

// A consistent copy of a running SQLite database at `path`, which must not exist; writes go on between its steps.
// Throws Error on PostgreSQL, whose own pg_dump does this.
void backup_to(Database& database, const std::string& path);

// What SQLite's integrity and foreign key checks found; empty when sound. PostgreSQL checks itself: always empty.
std::vector<std::string> integrity_check(Database& database);

}  // namespace db
