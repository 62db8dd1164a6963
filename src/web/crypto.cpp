#include "web/crypto.hpp"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <cstdint>
#include <memory>

#include "base/assert.hpp"

namespace web {

namespace {

const unsigned char* octets(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

std::string_view text_of(const Digest& digest) { return {reinterpret_cast<const char*>(digest.data()), digest.size()}; }

constexpr int tag_bytes = 16;

struct FreeCipher {
  void operator()(EVP_CIPHER_CTX* cipher) const { EVP_CIPHER_CTX_free(cipher); }
};
using Cipher = std::unique_ptr<EVP_CIPHER_CTX, FreeCipher>;

// OpenSSL looks an algorithm up by its name at each use, which costs more than hashing a line: it is done once.
const EVP_MD* sha256_algorithm() {
  static const EVP_MD* const found = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  MANDAT_ASSERT(found != nullptr);
  return found;
}

struct FreeMac {
  void operator()(EVP_MAC* mac) const { EVP_MAC_free(mac); }
  void operator()(EVP_MAC_CTX* context) const { EVP_MAC_CTX_free(context); }
};

// One a thread, begun anew with each key.
EVP_MAC_CTX* hmac_sha256_context() {
  thread_local const std::unique_ptr<EVP_MAC_CTX, FreeMac> context = [] {
    const std::unique_ptr<EVP_MAC, FreeMac> hmac(EVP_MAC_fetch(nullptr, "HMAC", nullptr));
    std::unique_ptr<EVP_MAC_CTX, FreeMac> made(EVP_MAC_CTX_new(hmac.get()));
    std::string digest = "SHA256";
    const OSSL_PARAM params[] = {OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest.data(), digest.size()),
                                 OSSL_PARAM_construct_end()};
    MANDAT_ASSERT(made && EVP_MAC_CTX_set_params(made.get(), params) == 1);
    return made;
  }();
  return context.get();
}

constexpr std::string_view base64url_digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

}  // namespace

Digest sha256(std::string_view data) {
  Digest digest;
  unsigned int size = 0;
  const int done = EVP_Digest(data.data(), data.size(), digest.data(), &size, sha256_algorithm(), nullptr);
  MANDAT_ASSERT(done == 1 && size == digest.size());
  return digest;
}

Digest hmac_sha256(std::string_view key, std::string_view data) {
  MANDAT_ASSERT(!key.empty());
  Digest digest;
  std::size_t size = 0;
  EVP_MAC_CTX* const mac = hmac_sha256_context();
  const bool done = EVP_MAC_init(mac, octets(key), key.size(), nullptr) == 1 &&
                    EVP_MAC_update(mac, octets(data), data.size()) == 1 &&
                    EVP_MAC_final(mac, digest.data(), &size, digest.size()) == 1;
  MANDAT_ASSERT(done && size == digest.size());
  return digest;
}

Sha1Digest hmac_sha1(std::string_view key, std::string_view data) {
  Sha1Digest digest;
  unsigned int size = 0;
  const void* done =
      HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()), octets(data), data.size(), digest.data(), &size);
  MANDAT_ASSERT(done != nullptr && size == digest.size());
  return digest;
}

std::string sealed(std::string_view server_key, std::string_view purpose, const Nonce& nonce, std::string_view text) {
  const Digest key = hmac_sha256(server_key, std::string("sealed ").append(purpose));
  const Cipher cipher(EVP_CIPHER_CTX_new());
  std::string bytes(nonce.begin(), nonce.end());
  bytes.resize(nonce_bytes + text.size() + tag_bytes);
  auto* body = reinterpret_cast<unsigned char*>(bytes.data()) + nonce_bytes;
  int size = 0;
  int rest = 0;
  const bool done = EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, key.data(), nonce.data()) == 1 &&
                    EVP_EncryptUpdate(cipher.get(), body, &size, octets(text), static_cast<int>(text.size())) == 1 &&
                    EVP_EncryptFinal_ex(cipher.get(), body + size, &rest) == 1 &&
                    EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, tag_bytes, body + text.size()) == 1;
  MANDAT_ASSERT(done);
  return base64url(bytes);
}

std::optional<std::string> unsealed(std::string_view server_key, std::string_view purpose, std::string_view sealed) {
  auto bytes = from_base64url(sealed);
  if (!bytes || bytes->size() < nonce_bytes + tag_bytes) return std::nullopt;
  const Digest key = hmac_sha256(server_key, std::string("sealed ").append(purpose));
  const Cipher cipher(EVP_CIPHER_CTX_new());
  std::string text(bytes->size() - nonce_bytes - tag_bytes, '\0');
  auto* into = reinterpret_cast<unsigned char*>(text.data());
  int size = 0;
  int rest = 0;
  const bool whole =
      EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, key.data(), octets(*bytes)) == 1 &&
      EVP_DecryptUpdate(cipher.get(), into, &size, octets(*bytes) + nonce_bytes, static_cast<int>(text.size())) == 1 &&
      EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, tag_bytes, bytes->data() + nonce_bytes + text.size()) ==
          1 &&
      EVP_DecryptFinal_ex(cipher.get(), into + size, &rest) == 1;
  return whole ? std::optional(text) : std::nullopt;
}

bool equal_in_constant_time(std::string_view a, std::string_view b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string base64url(std::string_view bytes) {
  std::string text;
  text.reserve((bytes.size() * 4 + 2) / 3);
  std::uint32_t window = 0;
  int bits = 0;
  for (const char c : bytes) {
    window = (window << 8) | static_cast<unsigned char>(c);
    for (bits += 8; bits >= 6;) {
      bits -= 6;
      text += base64url_digits[(window >> bits) & 63];
    }
  }
  if (bits > 0) text += base64url_digits[(window << (6 - bits)) & 63];
  return text;
}

std::string base64url(const Digest& digest) { return base64url(text_of(digest)); }

std::optional<std::string> from_base64url(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size() * 3 / 4);
  std::uint32_t window = 0;
  int bits = 0;
  for (const char c : text) {
    const std::size_t digit = base64url_digits.find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    window = (window << 6) | static_cast<std::uint32_t>(digit);
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes += static_cast<char>((window >> bits) & 255);
    }
  }
  const bool stray_digit = bits == 6;
  const bool stray_bits = (window & ((1u << bits) - 1)) != 0;
  if (stray_digit || stray_bits) return std::nullopt;
  return bytes;
}

std::string hex(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    text += {digits[byte >> 4], digits[byte & 15]};
  }
  return text;
}

std::string hex(const Digest& digest) { return hex(text_of(digest)); }

}  // namespace web
