#include "floor/papers/house_seal.hpp"

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/obj_mac.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <memory>
#include <stdexcept>
#include <vector>

#include "base/log.hpp"
#include "web/crypto.hpp"

namespace papers {
namespace {

struct Freed {
  void operator()(BIO* bio) const { ::BIO_free_all(bio); }
  void operator()(BIGNUM* number) const { ::BN_clear_free(number); }
  void operator()(EC_GROUP* group) const { ::EC_GROUP_free(group); }
  void operator()(EC_POINT* point) const { ::EC_POINT_free(point); }
  void operator()(EVP_PKEY* key) const { ::EVP_PKEY_free(key); }
  void operator()(EVP_PKEY_CTX* context) const { ::EVP_PKEY_CTX_free(context); }
  void operator()(OSSL_PARAM* parameters) const { ::OSSL_PARAM_free(parameters); }
  void operator()(OSSL_PARAM_BLD* builder) const { ::OSSL_PARAM_BLD_free(builder); }
  void operator()(X509* certificate) const { ::X509_free(certificate); }
  void operator()(X509_EXTENSION* extension) const { ::X509_EXTENSION_free(extension); }
};
template <class T>
using Owned = std::unique_ptr<T, Freed>;

void need(bool done, const char* what) {
  if (done) return;
  char reason[256] = "";
  if (const unsigned long code = ::ERR_get_error(); code != 0) ::ERR_error_string_n(code, reason, sizeof reason);
  ::ERR_clear_error();
  throw std::runtime_error(std::string("the house's seal, ") + what + ": " + reason);
}

constexpr const char* curve = "prime256v1";

// A number between 1 and the order of the curve, that only the server's key leads to.
Owned<BIGNUM> secret_of(std::string_view server_key, const EC_GROUP* group) {
  for (int attempt = 0;; ++attempt) {
    const auto digest = web::hmac_sha256(server_key, "mandat house seal|" + std::to_string(attempt));
    Owned<BIGNUM> secret(::BN_bin2bn(digest.data(), static_cast<int>(digest.size()), nullptr));
    need(secret != nullptr, "its secret");
    if (!BN_is_zero(secret.get()) && ::BN_cmp(secret.get(), ::EC_GROUP_get0_order(group)) < 0) return secret;
  }
}

Owned<EVP_PKEY> key_of(std::string_view server_key) {
  const Owned<EC_GROUP> group(::EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1));
  need(group != nullptr, "its curve");
  const auto secret = secret_of(server_key, group.get());
  const Owned<EC_POINT> point(::EC_POINT_new(group.get()));
  need(point && ::EC_POINT_mul(group.get(), point.get(), secret.get(), nullptr, nullptr, nullptr) == 1, "its point");
  std::vector<unsigned char> bytes(
      ::EC_POINT_point2oct(group.get(), point.get(), POINT_CONVERSION_UNCOMPRESSED, nullptr, 0, nullptr));
  ::EC_POINT_point2oct(group.get(), point.get(), POINT_CONVERSION_UNCOMPRESSED, bytes.data(), bytes.size(), nullptr);
  const Owned<OSSL_PARAM_BLD> builder(::OSSL_PARAM_BLD_new());
  need(
      builder && ::OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, curve, 0) == 1 &&
          ::OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, bytes.data(), bytes.size()) == 1 &&
          ::OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_PRIV_KEY, secret.get()) == 1,
      "its parameters");
  const Owned<OSSL_PARAM> parameters(::OSSL_PARAM_BLD_to_param(builder.get()));
  const Owned<EVP_PKEY_CTX> context(::EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
  EVP_PKEY* key = nullptr;
  need(parameters && context && ::EVP_PKEY_fromdata_init(context.get()) == 1 &&
           ::EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_KEYPAIR, parameters.get()) == 1,
       "its key");
  return Owned<EVP_PKEY>(key);
}

void extend(X509* certificate, int kind, const char* value) {
  X509V3_CTX context;
  X509V3_set_ctx_nodb(&context);
  ::X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
  const Owned<X509_EXTENSION> extension(::X509V3_EXT_conf_nid(nullptr, &context, kind, value));
  need(extension && ::X509_add_ext(certificate, extension.get(), -1) == 1, "its certificate's use");
}

// Valid for thirty years from 2026: a seal outlives the contract it closes.
Owned<X509> certificate_of(EVP_PKEY* key, const std::string& name, std::string_view server_key) {
  Owned<X509> certificate(::X509_new());
  need(certificate != nullptr, "its certificate");
  ::X509_set_version(certificate.get(), 2);
  const auto digest = web::hmac_sha256(server_key, "mandat house seal serial|" + name);
  const Owned<BIGNUM> serial(::BN_bin2bn(digest.data(), 15, nullptr));
  ::BN_to_ASN1_INTEGER(serial.get(), ::X509_get_serialNumber(certificate.get()));
  ::ASN1_TIME_set_string_X509(::X509_getm_notBefore(certificate.get()), "20260101000000Z");
  ::ASN1_TIME_set_string_X509(::X509_getm_notAfter(certificate.get()), "20560101000000Z");
  X509_NAME* subject = ::X509_get_subject_name(certificate.get());
  const auto* words = reinterpret_cast<const unsigned char*>(name.data());
  need(::X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, words, static_cast<int>(name.size()), -1, 0) == 1,
       "its name");
  ::X509_set_issuer_name(certificate.get(), subject);
  ::X509_set_pubkey(certificate.get(), key);
  extend(certificate.get(), NID_basic_constraints, "critical,CA:FALSE");
  extend(certificate.get(), NID_key_usage, "critical,digitalSignature,nonRepudiation");
  need(::X509_sign(certificate.get(), key, ::EVP_sha256()) > 0, "its certificate's signature");
  return certificate;
}

template <class Write>
std::string pem(Write write) {
  const Owned<BIO> bio(::BIO_new(::BIO_s_mem()));
  need(bio && write(bio.get()) == 1, "its text");
  char* bytes = nullptr;
  const long size = BIO_get_mem_data(bio.get(), &bytes);
  return {bytes, static_cast<std::size_t>(size)};
}

}  // namespace

SealKey house_seal_key(std::string_view server_key, const std::string& name) {
  const auto key = key_of(server_key);
  const auto certificate = certificate_of(key.get(), name, server_key);
  return {
      pem([&](BIO* bio) { return ::PEM_write_bio_PrivateKey(bio, key.get(), nullptr, nullptr, 0, nullptr, nullptr); }),
      pem([&](BIO* bio) { return ::PEM_write_bio_X509(bio, certificate.get()); })};
}

std::string seal_by_house(std::string_view pdf, const platform::Settings& settings, const SealWords& words) {
  const auto& own = settings.seal_certificate;
  if (own && own->from <= words.at && words.at <= own->until)
    return seal(pdf, {.key_pem = own->key_pem,
                      .certificate_pem = own->certificates_pem,
                      .name = own->name,
                      .reason = words.reason,
                      .at = words.at});
  if (own) base::log(base::Severity::error, "seal_certificate_ended", {{"until", base::iso_utc(own->until)}});
  auto key = house_seal_key(settings.server_key, words.name + ", cachet électronique");
  return seal(pdf, {.key_pem = std::move(key.key_pem),
                    .certificate_pem = std::move(key.certificate_pem),
                    .name = words.name,
                    .reason = words.reason,
                    .at = words.at});
}

}  // namespace papers
