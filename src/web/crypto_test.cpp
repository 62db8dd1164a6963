#include "web/crypto.hpp"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include "web/cookies.hpp"
#include "web/csrf.hpp"

namespace web {
namespace {

using namespace std::string_literals;

TEST(Crypto, agrees_with_published_vectors) {
  // FIPS 180-2, B.1; RFC 4231, case 2
  EXPECT_EQ(hex(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(hex(hmac_sha256("Jefe", "what do ya want for nothing?")),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  // RFC 4648 § 10, without padding
  EXPECT_EQ(base64url(""), "");
  EXPECT_EQ(base64url("f"), "Zg");
  EXPECT_EQ(base64url("fo"), "Zm8");
  EXPECT_EQ(base64url("foo"), "Zm9v");
  EXPECT_EQ(base64url("\xfb\xff"), "-_8");
}

RC_GTEST_PROP(Crypto, base64url_decodes_to_what_was_encoded, (const std::string& bytes)) {
  RC_ASSERT(from_base64url(base64url(bytes)) == bytes);
}

TEST(Crypto, a_token_has_one_spelling) {
  for (const auto* other : {"Zh", "Zg=", "Zg==", "Z", "Zm9vZ", "Zm+v", "Zm/v", "Zm 9v"})
    EXPECT_EQ(from_base64url(other), std::nullopt) << other;
}

TEST(Crypto, hmac_sha1_agrees_with_rfc_2202) {
  const Sha1Digest digest = hmac_sha1("Jefe", "what do ya want for nothing?");
  EXPECT_EQ(hex(std::string_view(reinterpret_cast<const char*>(digest.data()), digest.size())),
            "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
}

TEST(Crypto, what_is_sealed_opens_with_its_key_and_for_its_purpose_only) {
  const std::string secret("\0twenty octets of key", 21);
  const std::string closed = sealed("server key", "totp 42", Nonce{1, 2, 3}, secret);
  EXPECT_EQ(unsealed("server key", "totp 42", closed), secret);
  EXPECT_EQ(closed.find("octets"), std::string::npos);
  EXPECT_EQ(unsealed("other key", "totp 42", closed), std::nullopt);
  EXPECT_EQ(unsealed("server key", "totp 43", closed), std::nullopt);
  for (std::size_t i = 0; i < closed.size(); ++i) {
    std::string changed = closed;
    changed[i] = changed[i] == 'A' ? 'B' : 'A';
    EXPECT_EQ(unsealed("server key", "totp 42", changed), std::nullopt) << i;
  }
  EXPECT_EQ(unsealed("server key", "totp 42", "c291cmlz"), std::nullopt);
  EXPECT_EQ(unsealed("server key", "totp 42", ""), std::nullopt);
  EXPECT_NE(sealed("server key", "totp 42", Nonce{1, 2, 4}, secret), closed);
}

TEST(Crypto, comparison_tells_equal_from_different) {
  EXPECT_TRUE(equal_in_constant_time("", ""));
  EXPECT_TRUE(equal_in_constant_time("a\0b"s, "a\0b"s));
  EXPECT_FALSE(equal_in_constant_time("abc", "abd"));
  EXPECT_FALSE(equal_in_constant_time("abc", "ab"));
}

TEST(Cookies, are_found_by_their_exact_name) {
  const std::string_view header = "a=1; session=x=y;session2=z; Session=no ; b";
  EXPECT_EQ(find_cookie(header, "session"), "x=y");
  EXPECT_EQ(find_cookie(header, "session2"), "z");
  EXPECT_EQ(find_cookie(header, "b"), std::nullopt);
  EXPECT_EQ(find_cookie(header, "essio"), std::nullopt);
  EXPECT_EQ(find_cookie("a=\"1\"; a=2", "a"), "2");
}

TEST(Cookies, of_a_request_may_stand_in_several_headers) {
  Request request;
  request.headers = {{"cookie", "a=1"}, {"x-cookie", "b=forged"}, {"cookie", "b=2"}};
  EXPECT_EQ(request.cookie("b"), "2");
}

TEST(Cookies, are_locked_to_the_host_when_the_request_is_secure) {
  EXPECT_EQ(set_cookie({.name = "session", .value = "abc", .secure = true}),
            "__Host-session=abc; Path=/; HttpOnly; SameSite=Lax; Secure");
  EXPECT_EQ(set_cookie({.name = "session", .value = "", .secure = false, .max_age = std::chrono::seconds(0)}),
            "session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
}

constexpr std::string_view key = "0123456789abcdef0123456789abcdef";

Request a_post(std::vector<std::pair<std::string, std::string>> headers) {
  Request request;
  request.method = Method::post;
  request.headers = std::move(headers);
  request.headers.emplace_back("host", "mandat.example");
  return request;
}

TEST(ForgedRequests, from_another_site_are_refused_whatever_they_carry) {
  EXPECT_TRUE(from_our_pages(a_post({{"sec-fetch-site", "same-origin"}})));
  EXPECT_TRUE(from_our_pages(a_post({{"sec-fetch-site", "none"}})));
  EXPECT_FALSE(from_our_pages(a_post({{"sec-fetch-site", "same-site"}})));
  EXPECT_FALSE(from_our_pages(a_post({{"sec-fetch-site", "cross-site"}})));
  EXPECT_TRUE(from_our_pages(a_post({{"origin", "http://mandat.example"}})));
  EXPECT_FALSE(from_our_pages(a_post({{"origin", "https://mandat.example"}})));
  EXPECT_FALSE(from_our_pages(a_post({{"origin", "http://mandat.example.net"}})));
  EXPECT_FALSE(from_our_pages(a_post({{"origin", "null"}})));
  Request forged = a_post({{"sec-fetch-site", "cross-site"}});
  forged.form.add(std::string(csrf_field), csrf_token(key, "s1"));
  EXPECT_FALSE(passes_csrf(forged, key, "s1"));
}

TEST(ForgedRequests, without_the_token_of_the_session_are_refused) {
  Request request = a_post({});
  EXPECT_FALSE(passes_csrf(request, key, "s1"));
  request.form.add(std::string(csrf_field), csrf_token(key, "s1"));
  EXPECT_TRUE(passes_csrf(request, key, "s1"));
  EXPECT_FALSE(passes_csrf(request, key, "s2"));
  EXPECT_FALSE(passes_csrf(request, "another key", "s1"));
  EXPECT_TRUE(passes_csrf(a_post({{"x-jeton", csrf_token(key, "s1")}}), key, "s1"));
  request.method = Method::get;
  EXPECT_TRUE(passes_csrf(request, key, "s2"));
}

}  // namespace
}  // namespace web
