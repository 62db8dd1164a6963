// JSON as the API reads it. A file that builds or walks a value includes <nlohmann/json.hpp> itself: it is heavy.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string_view>

namespace web {

using Json = nlohmann::json;

constexpr int max_json_depth = 32;  // objects and arrays inside one another

// Nothing when the text is not one JSON value (RFC 8259), not UTF-8, nested deeper than max_json_depth, or when an
// object names a member twice (readers disagree on which one counts).
std::optional<Json> parse_json(std::string_view text);

}  // namespace web
