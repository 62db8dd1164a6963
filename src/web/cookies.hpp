// Cookies: read from a request's header, written for an answer (RFC 6265bis).
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace web {

// The first cookie of that name in a `Cookie` header's value.
std::optional<std::string_view> find_cookie(std::string_view header, std::string_view name);

// "__Host-NAME" when the request came over TLS, which makes browsers refuse one set by a sibling host or without TLS;
// the bare name otherwise (demonstration over http on the loopback).
std::string cookie_name(std::string_view name, bool secure);

struct Cookie {
  std::string_view name;                             // without prefix; a token
  std::string_view value;                            // base64url, hex or digits: no quoting is done
  bool secure = false;                               // the request's
  std::optional<std::chrono::seconds> max_age = {};  // none: until the browser closes; 0: forget it now
};

// The value of a `Set-Cookie` header: always HttpOnly, SameSite=Lax, Path=/.
std::string set_cookie(const Cookie& cookie);

}  // namespace web
