// The operator's own certificate to seal with, out of a PKCS#12 file (RFC 7292). ADR 9.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "base/rule.hpp"
#include "floor/platform/platform.hpp"

namespace papers {

inline constexpr base::Rule own_certificate_rules[] = {
    MANDAT_RULE("C11.own_certificate",
                "The operator may seal with a certificate of his own (PKCS#12); one that cannot be read, is not valid "
                "today or does not allow signing stops the start with the reason, and one that has ended since gives "
                "way to the house's key"),
};

// `what()` tells it in a few words: "the password is wrong".
class BadCertificate : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// With the chain that the file holds. Throws BadCertificate.
platform::SealCertificate read_certificate(std::string_view pkcs12, const std::string& password, base::Instant now);

}  // namespace papers
