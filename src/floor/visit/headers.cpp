#include "floor/visit/headers.hpp"

#include <algorithm>
#include <string_view>

namespace visit {
namespace {

struct Header {
  std::string_view name, value;
};

constexpr Header always[] = {
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
     "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
    {"X-Frame-Options", "DENY"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Permissions-Policy", "camera=(), geolocation=(), microphone=()"},
    {"Cache-Control", "no-store"},  // pages hold personal data; assets say otherwise themselves
};
constexpr Header over_tls{"Strict-Transport-Security", "max-age=63072000; includeSubDomains"};

bool same_name(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

void add(web::Response& response, const Header& header) {
  for (const auto& [name, value] : response.headers)
    if (same_name(name, header.name)) return;
  response.header(std::string(header.name), std::string(header.value));
}

}  // namespace

void add_security_headers(web::Response& response, bool secure) {
  for (const Header& header : always) add(response, header);
  if (secure) add(response, over_tls);
}

}  // namespace visit
