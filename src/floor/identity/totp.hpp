// One-time codes of an application (RFC 4226, RFC 6238), and what the application is set up with.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace identity {

inline constexpr std::size_t totp_secret_bytes = 20;  // RFC 4226 § 4: 160 bits

// The code of a counter; of a step of time for RFC 6238.
std::string one_time_code(std::string_view secret, std::int64_t counter, int digits);

std::string base32(std::string_view bytes);  // RFC 4648 § 6, unpadded
// "otpauth://totp/…": what the QR code says.
std::string enrolment_uri(std::string_view secret, std::string_view product, std::string_view email);

}  // namespace identity
