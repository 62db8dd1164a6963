// Details as they are stored: one compact JSON object of texts, in the order they were given.
#pragma once

#include <string>
#include <string_view>

#include "floor/audit/audit.hpp"

namespace audit {

std::string to_json(const Details& details);         // each name once: asserted
Details details_from_json(std::string_view stored);  // throws on anything to_json does not write

}  // namespace audit
