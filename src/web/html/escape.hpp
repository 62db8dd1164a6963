// The one place that turns text into HTML and into parts of URLs.
#pragma once

#include <string>
#include <string_view>

namespace web::html {

// Appends `text` with & < > " ' written as character references, valid in an element and in a quoted attribute.
// Control characters that HTML forbids become U+FFFD.
void append_escaped(std::string& out, std::string_view text);

// Appends text that is read on a page: escaped, with the no-break spaces of French punctuation.
void append_shown(std::string& out, std::string_view text);

// Appends `text` percent-encoded: only letters, digits and - . _ ~ stand as they are (RFC 3986, unreserved).
void append_percent_encoded(std::string& out, std::string_view text);

}  // namespace web::html
