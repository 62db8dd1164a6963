// SQL text as a sequence of code, literals and comments: enough to name parameters, part statements and fit types to an
// engine, without ever looking inside a literal.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "db/database.hpp"

namespace db {

struct NumberedSql {
  std::string text;                // `:name` has become `$n`
  std::vector<std::string> names;  // names[0] is $1; a name used twice has one number
};
NumberedSql number_parameters(std::string_view sql);

// The statements between the semicolons, trimmed, without their comments.
std::vector<std::string> split_statements(std::string_view sql);

// A table or index definition as the engine is to read it (see migrations/README.md). Other statements pass unchanged.
std::string fit_definition(std::string_view statement, Engine engine);

}  // namespace db
