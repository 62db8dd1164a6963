#include "floor/identity/totp.hpp"

#include <array>

#include <fmt/format.h>

#include "web/crypto.hpp"
#include "web/percent.hpp"

namespace identity {
namespace {

std::string big_endian(std::int64_t counter) {
  std::string bytes;
  for (int shift = 56; shift >= 0; shift -= 8) bytes += static_cast<char>(counter >> shift & 255);
  return bytes;
}

// RFC 4226 § 5.3: 31 bits, from where the last four say.
std::uint32_t truncated(const web::Sha1Digest& digest) {
  const std::size_t at = digest.back() & 15U;
  std::uint32_t bits = digest[at] & 127U;
  for (std::size_t i = 1; i < 4; ++i) bits = bits << 8U | digest[at + i];
  return bits;
}

}  // namespace

std::string one_time_code(std::string_view secret, std::int64_t counter, int digits) {
  std::uint32_t modulus = 1;
  for (int i = 0; i < digits; ++i) modulus *= 10;
  return fmt::format("{:0{}}", truncated(web::hmac_sha1(secret, big_endian(counter))) % modulus, digits);
}

std::string base32(std::string_view bytes) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string text;
  std::uint32_t window = 0;
  unsigned bits = 0;
  for (const char c : bytes) {
    window = (window << 8U | static_cast<unsigned char>(c)) & 0xfffU;
    for (bits += 8; bits >= 5; bits -= 5) text += letters[window >> (bits - 5) & 31U];
  }
  if (bits > 0) text += letters[window << (5 - bits) & 31U];
  return text;
}

std::string enrolment_uri(std::string_view secret, std::string_view product, std::string_view email) {
  const std::string issuer = web::encode_percent(product);
  return fmt::format("otpauth://totp/{}:{}?secret={}&issuer={}", issuer, web::encode_percent(email), base32(secret),
                     issuer);
}

}  // namespace identity
