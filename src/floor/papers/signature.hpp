// CMS signatures by OpenSSL. Internal to seal().
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace papers {

inline constexpr std::size_t most_signature_bytes = 16 * 1024;  // of DER: a chain of certificates fits

// Detached, DER, CAdES: SHA-256, the certificates inside, the signing certificate's digest among the signed attributes
// (RFC 5035), no signing time (the PDF holds it). Throws std::runtime_error.
std::string sign_detached(std::string_view content, std::string_view key_pem, std::string_view certificate_pem);

}  // namespace papers
