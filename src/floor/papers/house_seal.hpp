// The seal of the house (C11): its key is derived from the server's key, so that every server seals alike, nothing
// secret is stored twice, and a seal is verified as long as its PDF is. ADR 9.
#pragma once

#include <string>
#include <string_view>

#include "floor/papers/seal.hpp"

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
std::string seal_by_house(std::string_view pdf, std::string_view server_key, const SealWords& words);

}  // namespace papers
