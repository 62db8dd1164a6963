#include "floor/papers/signature.hpp"

#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/pem.h>

#include <memory>
#include <stdexcept>

namespace papers {
namespace {

struct Freed {
  void operator()(BIO* bio) const { ::BIO_free_all(bio); }
  void operator()(EVP_PKEY* key) const { ::EVP_PKEY_free(key); }
  void operator()(X509* certificate) const { ::X509_free(certificate); }
  void operator()(CMS_ContentInfo* cms) const { ::CMS_ContentInfo_free(cms); }
  void operator()(STACK_OF(X509) * chain) const { sk_X509_pop_free(chain, ::X509_free); }
};
template <class T>
using Owned = std::unique_ptr<T, Freed>;

[[noreturn]] void fail(const char* what) {
  char reason[256] = "";
  if (const unsigned long code = ::ERR_get_error(); code != 0) ::ERR_error_string_n(code, reason, sizeof reason);
  ::ERR_clear_error();
  throw std::runtime_error(std::string(what) + ": " + reason);
}

Owned<BIO> reading(std::string_view bytes) {
  Owned<BIO> bio(::BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
  if (!bio) fail("memory");
  return bio;
}

int no_password(char*, int, int, void*) { return -1; }  // never ask at the terminal

}  // namespace

std::string sign_detached(std::string_view content, std::string_view key_pem, std::string_view certificate_pem) {
  const auto key_text = reading(key_pem), certificates = reading(certificate_pem), data = reading(content);
  const Owned<EVP_PKEY> key(::PEM_read_bio_PrivateKey(key_text.get(), nullptr, no_password, nullptr));
  if (!key) fail("the sealing key cannot be read");
  const Owned<X509> signer(::PEM_read_bio_X509(certificates.get(), nullptr, no_password, nullptr));
  if (!signer) fail("the sealing certificate cannot be read");
  const Owned<STACK_OF(X509)> chain(sk_X509_new_null());
  while (X509* more = ::PEM_read_bio_X509(certificates.get(), nullptr, no_password, nullptr))
    sk_X509_push(chain.get(), more);
  ::ERR_clear_error();  // the end of the file

  constexpr unsigned flags = CMS_DETACHED | CMS_BINARY | CMS_NOSMIMECAP | CMS_PARTIAL;
  const Owned<CMS_ContentInfo> cms(::CMS_sign(nullptr, nullptr, chain.get(), data.get(), flags));
  if (!cms) fail("the signature cannot be begun");
  constexpr unsigned signer_flags = CMS_BINARY | CMS_NOSMIMECAP | CMS_CADES;
  if (::CMS_add1_signer(cms.get(), signer.get(), key.get(), ::EVP_sha256(), signer_flags) == nullptr)
    fail("the key and the certificate do not go together");
  if (::CMS_final(cms.get(), data.get(), nullptr, CMS_DETACHED | CMS_BINARY) != 1) fail("the signature cannot be made");
  const Owned<BIO> der(::BIO_new(::BIO_s_mem()));
  if (!der || ::i2d_CMS_bio(der.get(), cms.get()) != 1) fail("the signature cannot be written");
  char* bytes = nullptr;
  const long size = BIO_get_mem_data(der.get(), &bytes);
  return {bytes, static_cast<std::size_t>(size)};
}

}  // namespace papers
