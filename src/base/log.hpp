// One line of JSON per event on standard error (P17). Ids, codes and error texts only: nothing personal is logged
// (P11).
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "base/time.hpp"

namespace base {

enum class Severity { info, warning, error };

using LogFields = std::initializer_list<std::pair<std::string_view, std::string>>;

// Thread-safe: one write(2) a line.
void log(Severity severity, std::string_view event, LogFields fields = {});

std::string log_line(Instant at, Severity severity, std::string_view event, LogFields fields);

}  // namespace base
