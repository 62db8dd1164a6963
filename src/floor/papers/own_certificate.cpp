#include "floor/papers/own_certificate.hpp"

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/x509v3.h>

#include <ctime>
#include <memory>

#include "base/time.hpp"
#include "floor/papers/signature.hpp"

namespace papers {
namespace {

struct Freed {
  void operator()(BIO* bio) const { ::BIO_free_all(bio); }
  void operator()(EVP_PKEY* key) const { ::EVP_PKEY_free(key); }
  void operator()(PKCS12* file) const { ::PKCS12_free(file); }
  void operator()(X509* certificate) const { ::X509_free(certificate); }
  void operator()(STACK_OF(X509) * chain) const { sk_X509_pop_free(chain, ::X509_free); }
  void operator()(unsigned char* text) const { ::OPENSSL_free(text); }
};
template <class T>
using Owned = std::unique_ptr<T, Freed>;

[[noreturn]] void refuse(const std::string& why) {
  ::ERR_clear_error();
  throw BadCertificate(why);
}

constexpr int weakest_key = 112;  // bits of security: RSA 2048, any curve in use (NIST SP 800-57)

struct Opened {
  Owned<EVP_PKEY> key;
  Owned<X509> certificate;
  Owned<STACK_OF(X509)> chain;
};

Opened open_file(std::string_view pkcs12, const std::string& password) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(pkcs12.data());
  const Owned<PKCS12> file(::d2i_PKCS12(nullptr, &bytes, static_cast<long>(pkcs12.size())));
  if (!file) refuse("this is no PKCS#12 file");
  // No password and an empty one are two things to PKCS#12; an operator means the same by them.
  const bool plain = password.empty() && ::PKCS12_verify_mac(file.get(), nullptr, 0) == 1;
  const char* word = plain ? nullptr : password.c_str();
  if (!plain && ::PKCS12_verify_mac(file.get(), word, -1) != 1) refuse("the password is wrong");
  EVP_PKEY* key = nullptr;
  X509* certificate = nullptr;
  STACK_OF(X509)* chain = nullptr;
  if (::PKCS12_parse(file.get(), word, &key, &certificate, &chain) != 1)
    refuse("it is encrypted in a way that is no longer safe; export it again with OpenSSL 3");
  Opened opened{Owned<EVP_PKEY>(key), Owned<X509>(certificate), Owned<STACK_OF(X509)>(chain)};
  if (!opened.key) refuse("it holds no private key");
  if (!opened.certificate) refuse("it holds no certificate of its key");
  return opened;
}

base::Instant instant_of(const ASN1_TIME* time) {
  std::tm parts{};
  if (::ASN1_TIME_to_tm(time, &parts) != 1) refuse("its days of validity cannot be read");
  return {static_cast<std::int64_t>(::timegm(&parts)) * 1'000'000};
}

// The common name, else the organisation's.
std::string name_of(X509* certificate) {
  X509_NAME* subject = ::X509_get_subject_name(certificate);
  for (const int kind : {NID_commonName, NID_organizationName}) {
    const int at = ::X509_NAME_get_index_by_NID(subject, kind, -1);
    if (at < 0) continue;
    unsigned char* utf8 = nullptr;
    const int size = ::ASN1_STRING_to_UTF8(&utf8, ::X509_NAME_ENTRY_get_data(::X509_NAME_get_entry(subject, at)));
    if (size < 0) continue;
    const Owned<unsigned char> text(utf8);
    return {reinterpret_cast<const char*>(text.get()), static_cast<std::size_t>(size)};
  }
  refuse("its certificate names nobody");
}

template <class Write>
std::string pem(Write write) {
  const Owned<BIO> bio(::BIO_new(::BIO_s_mem()));
  if (!bio || !write(bio.get())) refuse("its key or certificate cannot be read");
  char* bytes = nullptr;
  const long size = BIO_get_mem_data(bio.get(), &bytes);
  return {bytes, static_cast<std::size_t>(size)};
}

void check(const Opened& opened, const platform::SealCertificate& made, base::Instant now) {
  const auto day = [](base::Instant at) { return base::paris::day_of(at).iso(); };
  if (now < made.from) refuse("its certificate is valid from " + day(made.from) + " only");
  if (made.until < now) refuse("its certificate ended on " + day(made.until));
  constexpr std::uint32_t signing = KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION;
  if ((::X509_get_key_usage(opened.certificate.get()) & signing) == 0)
    refuse("its certificate does not allow signing (key usage)");
  if (::EVP_PKEY_get_security_bits(opened.key.get()) < weakest_key) refuse("its key is too weak");
}

}  // namespace

platform::SealCertificate read_certificate(std::string_view pkcs12, const std::string& password, base::Instant now) {
  const Opened opened = open_file(pkcs12, password);
  platform::SealCertificate made{
      .key_pem = pem([&](BIO* bio) {
        return ::PEM_write_bio_PrivateKey(bio, opened.key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1;
      }),
      .certificates_pem = pem([&](BIO* bio) {
        bool written = ::PEM_write_bio_X509(bio, opened.certificate.get()) == 1;
        for (int i = 0; i < sk_X509_num(opened.chain.get()); ++i)
          written = written && ::PEM_write_bio_X509(bio, sk_X509_value(opened.chain.get(), i)) == 1;
        return written;
      }),
      .name = name_of(opened.certificate.get()),
      .from = instant_of(::X509_get0_notBefore(opened.certificate.get())),
      .until = instant_of(::X509_get0_notAfter(opened.certificate.get()))};
  check(opened, made, now);
  try {
    if (sign_detached("trial", made.key_pem, made.certificates_pem).size() > most_signature_bytes)
      refuse("its chain of certificates is too long for a seal");
  } catch (const BadCertificate&) {
    throw;
  } catch (const std::runtime_error& error) {
    refuse(error.what());
  }
  return made;
}

}  // namespace papers
