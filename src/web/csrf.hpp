// Against forged requests: the browser says where a request comes from, and a token proves that our page was read.
#pragma once

#include <string>
#include <string_view>

#include "web/http.hpp"

namespace web {

constexpr std::string_view csrf_field = "_jeton";    // hidden field of every form
constexpr std::string_view csrf_header = "x-jeton";  // set by htmx

// False for a request that a browser says another site made (Fetch Metadata, or Origin where it is older than that).
// True when it says nothing: then the token alone decides.
bool from_our_pages(const Request& request);

// Bound to the session: another session's token does not fit. `key`: the server's secret, 32 bytes or more.
std::string csrf_token(std::string_view key, std::string_view session_id);

// Whether a request may change something: GET and HEAD always (they change nothing, P7), others when they come from
// our pages and carry the session's token, in the field or in the header.
bool passes_csrf(const Request& request, std::string_view key, std::string_view session_id);

}  // namespace web
