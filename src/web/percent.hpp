// Percent-encoding (RFC 3986, and the `+` of HTML forms) and the canonical form of a path.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace web {

enum class Plus { literal, is_space };

// Nothing when an escape is broken, or when what it hides is not text: invalid UTF-8, NUL.
std::optional<std::string> decode_percent(std::string_view text, Plus plus = Plus::literal);

// Everything but RFC 3986's unreserved characters is escaped: fits a path segment or a query value.
std::string encode_percent(std::string_view text);

// The path of a request target (no query): decoded, with one slash between segments and none at the end but for "/".
// Nothing when it is not absolute, not text, climbs (`.` or `..` segments, escaped or not) or escapes a separator.
std::optional<std::string> canonical_path(std::string_view raw);

}  // namespace web
