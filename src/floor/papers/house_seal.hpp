// The seal of the house (C11), unless the operator brought a certificate: its key is derived from the server's key, so
// that every server seals alike, nothing secret is stored twice, and a seal is verified as long as its PDF is. ADR 9.
#pragma once

#include <string>
#include <string_view>

#include "floor/papers/seal.hpp"
#include "floor/platform/platform.hpp"

namespace papers {

struct SealKey {
  std::string key_pem;
  std::string certificate_pem;  // self-signed, of `name`
};
// The same key for the same server key; P-256. Throws std::runtime_error when OpenSSL cannot.
SealKey house_seal_key(std::string_view server_key, const std::string& name);

struct SealWords {
  std::string name;    // of the house: "Mandat"
  std::string reason;  // "Police signée le 21 nov. 2026"
  base::Instant at;
};
// With the operator's own certificate where he has one that is valid then, else with the house's key.
std::string seal_by_house(std::string_view pdf, const platform::Settings& settings, const SealWords& words);

}  // namespace papers
