#include "web/cookies.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/assert.hpp"
#include "web/header_text.hpp"

namespace web {

namespace {

// RFC 6265bis § 4.1.1, cookie-octet.
bool cookie_octets(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c > 0x20 && c < 0x7f && c != '"' && c != ',' && c != ';' && c != '\\'; });
}

}  // namespace

std::optional<std::string_view> find_cookie(std::string_view header, std::string_view name) {
  while (!header.empty()) {
    const std::size_t end = std::min(header.find(';'), header.size());
    const std::string_view pair = header.substr(0, end);
    header.remove_prefix(std::min(end + 1, header.size()));
    const std::size_t equals = pair.find('=');
    if (equals == std::string_view::npos || strip(pair.substr(0, equals)) != name) continue;
    const std::string_view value = strip(pair.substr(equals + 1));
    if (!cookie_octets(value)) continue;
    return value;
  }
  return std::nullopt;
}

std::string cookie_name(std::string_view name, bool secure) {
  return fmt::format("{}{}", secure ? "__Host-" : "", name);
}

std::string set_cookie(const Cookie& cookie) {
  MANDAT_ASSERT(!cookie.name.empty() && cookie_octets(cookie.name) && cookie.name.find('=') == std::string_view::npos);
  MANDAT_ASSERT(cookie_octets(cookie.value));
  std::string text =
      fmt::format("{}={}; Path=/; HttpOnly; SameSite=Lax", cookie_name(cookie.name, cookie.secure), cookie.value);
  if (cookie.secure) text += "; Secure";
  if (cookie.max_age) text += fmt::format("; Max-Age={}", cookie.max_age->count());
  return text;
}

}  // namespace web
