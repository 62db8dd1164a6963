// The few primitives that tokens need, over OpenSSL.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace web {

using Digest = std::array<unsigned char, 32>;
using Sha1Digest = std::array<unsigned char, 20>;

Digest sha256(std::string_view data);
Digest hmac_sha256(std::string_view key, std::string_view data);
Sha1Digest hmac_sha1(std::string_view key, std::string_view data);  // RFC 6238 asks for it; for nothing else

// What must be read again but not by who reads the database: AES-256-GCM under a key made of the server's for one
// `purpose` ("totp 42"), which is checked on the way back. `nonce`: fresh bytes for each sealing.
inline constexpr std::size_t nonce_bytes = 12;
using Nonce = std::array<unsigned char, nonce_bytes>;
std::string sealed(std::string_view server_key, std::string_view purpose, const Nonce& nonce, std::string_view text);
// None: it was changed, or sealed with another key or for another purpose.
std::optional<std::string> unsealed(std::string_view server_key, std::string_view purpose, std::string_view sealed);

// In a time that depends on the lengths only.
bool equal_in_constant_time(std::string_view a, std::string_view b);

std::string base64url(std::string_view bytes);  // unpadded (RFC 4648 § 5)
std::string base64url(const Digest& digest);
std::optional<std::string> from_base64url(std::string_view text);  // only the canonical, unpadded form

std::string hex(std::string_view bytes);  // lower case
std::string hex(const Digest& digest);

}  // namespace web
