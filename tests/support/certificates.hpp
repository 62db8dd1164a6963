// Certificates to seal with, made by OpenSSL as an operator would get one: a root of its own, and one signed by it.
#pragma once

#include <string>

#include "base/time.hpp"

namespace support {

struct Pkcs12 {
  std::string name = "Cabinet Morel, cachet";  // common name
  base::Instant from, until;
  std::string usage = "critical,digitalSignature,nonRepudiation";
  std::string password = "mot de passe";
  int key_bits = 2048;  // RSA
  enum class Holds { all, key_alone, certificate_alone } holds = Holds::all;
};
std::string pkcs12(const Pkcs12& asked);  // the file's bytes

}  // namespace support
