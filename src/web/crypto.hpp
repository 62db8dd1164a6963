// The few primitives that tokens need, over OpenSSL.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace web {

using Digest = std::array<unsigned char, 32>;

Digest sha256(std::string_view data);
Digest hmac_sha256(std::string_view key, std::string_view data);

// In a time that depends on the lengths only.
bool equal_in_constant_time(std::string_view a, std::string_view b);

std::string base64url(std::string_view bytes);  // unpadded (RFC 4648 § 5)
std::string base64url(const Digest& digest);
std::optional<std::string> from_base64url(std::string_view text);  // only the canonical, unpadded form

std::string hex(std::string_view bytes);  // lower case
std::string hex(const Digest& digest);

}  // namespace web
