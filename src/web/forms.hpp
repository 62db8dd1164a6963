// application/x-www-form-urlencoded, as forms send it and as queries are written (WHATWG URL, § 5).
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "web/http.hpp"

namespace web {

constexpr std::size_t max_form_fields = 2000;  // above, the text is refused: real forms have a few hundred at most

// Nothing when an escape is broken, when a name or value is not UTF-8 or holds a NUL, or when there are too many.
std::optional<Fields> parse_form(std::string_view text);

}  // namespace web
