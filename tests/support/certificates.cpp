#include "support/certificates.hpp"

#include <openssl/pkcs12.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

#include "base/assert.hpp"

namespace support {
namespace {

void set(ASN1_TIME* time, base::Instant at) {
  MANDAT_ASSERT(::ASN1_TIME_set(time, static_cast<time_t>(at.micros / 1'000'000)) != nullptr);
}

void extend(X509* certificate, X509* issuer, int kind, const char* value) {
  X509V3_CTX context;
  X509V3_set_ctx_nodb(&context);
  ::X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  X509_EXTENSION* extension = ::X509V3_EXT_conf_nid(nullptr, &context, kind, value);
  MANDAT_ASSERT(extension != nullptr && ::X509_add_ext(certificate, extension, -1) == 1);
  ::X509_EXTENSION_free(extension);
}

X509* certificate(const std::string& name, EVP_PKEY* key, base::Instant from, base::Instant until, int serial) {
  X509* made = ::X509_new();
  ::X509_set_version(made, 2);
  ::ASN1_INTEGER_set(::X509_get_serialNumber(made), serial);
  set(::X509_getm_notBefore(made), from);
  set(::X509_getm_notAfter(made), until);
  const auto* words = reinterpret_cast<const unsigned char*>(name.data());
  ::X509_NAME_add_entry_by_txt(::X509_get_subject_name(made), "CN", MBSTRING_UTF8, words, static_cast<int>(name.size()),
                               -1, 0);
  ::X509_set_pubkey(made, key);
  return made;
}

}  // namespace

std::string pkcs12(const Pkcs12& asked) {
  EVP_PKEY* root_key = ::EVP_EC_gen("P-256");
  X509* root = certificate("Autorité de test", root_key, asked.from, asked.until, 1);
  ::X509_set_issuer_name(root, ::X509_get_subject_name(root));
  extend(root, root, NID_basic_constraints, "critical,CA:TRUE");
  ::X509_sign(root, root_key, ::EVP_sha256());
  EVP_PKEY* key = ::EVP_RSA_gen(static_cast<unsigned>(asked.key_bits));
  X509* own = certificate(asked.name, key, asked.from, asked.until, 2);
  ::X509_set_issuer_name(own, ::X509_get_subject_name(root));
  if (!asked.usage.empty()) extend(own, root, NID_key_usage, asked.usage.c_str());
  ::X509_sign(own, root_key, ::EVP_sha256());

  using Holds = Pkcs12::Holds;
  STACK_OF(X509)* chain = sk_X509_new_null();
  sk_X509_push(chain, root);
  PKCS12* file =
      ::PKCS12_create(asked.password.c_str(), "cachet", asked.holds == Holds::certificate_alone ? nullptr : key,
                      asked.holds == Holds::key_alone ? nullptr : own,
                      asked.holds == Holds::key_alone ? nullptr : chain, 0, 0, 0, 0, 0);
  MANDAT_ASSERT(file != nullptr);
  unsigned char* bytes = nullptr;
  const int size = ::i2d_PKCS12(file, &bytes);
  MANDAT_ASSERT(size > 0);
  std::string text(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
  ::OPENSSL_free(bytes);
  ::PKCS12_free(file);
  sk_X509_free(chain);
  ::X509_free(own);
  ::X509_free(root);
  ::EVP_PKEY_free(key);
  ::EVP_PKEY_free(root_key);
  return text;
}

}  // namespace support
