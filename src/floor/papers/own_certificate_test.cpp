#include "floor/papers/own_certificate.hpp"

#include <gtest/gtest.h>

#include "support/certificates.hpp"

namespace papers {
namespace {

using support::Pkcs12;

const base::Instant now = *base::instant_from_iso_utc("2026-11-27T09:00:00Z");
constexpr auto day = base::hours(24);

Pkcs12 asked() { return {.from = now - day, .until = now + day}; }

std::string complaint(const Pkcs12& wanted, const std::string& password) {
  try {
    read_certificate(support::pkcs12(wanted), password, now);
  } catch (const BadCertificate& bad) {
    return bad.what();
  }
  return "none";
}
std::string complaint(const Pkcs12& wanted) { return complaint(wanted, wanted.password); }

// C11.own_certificate
TEST(OwnCertificate, is_read_with_its_name_its_days_and_its_chain) {
  const auto read = read_certificate(support::pkcs12(asked()), asked().password, now);
  EXPECT_EQ(read.name, "Cabinet Morel, cachet");
  EXPECT_EQ(read.from, now - day);
  EXPECT_EQ(read.until, now + day);
  const auto first = read.certificates_pem.find("BEGIN CERTIFICATE");
  EXPECT_NE(read.certificates_pem.find("BEGIN CERTIFICATE", first + 1), std::string::npos);
  auto no_password = asked();
  no_password.password.clear();
  EXPECT_EQ(complaint(no_password), "none");
}

// C11.own_certificate
TEST(OwnCertificate, that_cannot_seal_is_refused_with_the_reason) {
  EXPECT_EQ(complaint(asked(), "autre mot"), "the password is wrong");
  EXPECT_EQ(complaint(asked(), ""), "the password is wrong");
  EXPECT_THROW(read_certificate("bonjour", "", now), BadCertificate);
  auto early = asked(), late = asked(), other_use = asked(), weak = asked(), no_key = asked(), no_certificate = asked();
  early.from = now + base::seconds(1);
  EXPECT_EQ(complaint(early), "its certificate is valid from 2026-11-27 only");
  late.until = now - base::seconds(1);
  EXPECT_EQ(complaint(late), "its certificate ended on 2026-11-27");
  other_use.usage = "critical,keyEncipherment";
  EXPECT_EQ(complaint(other_use), "its certificate does not allow signing (key usage)");
  other_use.usage.clear();
  EXPECT_EQ(complaint(other_use), "none");
  weak.key_bits = 1024;
  EXPECT_EQ(complaint(weak), "its key is too weak");
  no_key.holds = Pkcs12::Holds::certificate_alone;
  EXPECT_EQ(complaint(no_key), "it holds no private key");
  no_certificate.holds = Pkcs12::Holds::key_alone;
  EXPECT_EQ(complaint(no_certificate), "it holds no certificate of its key");
}

TEST(OwnCertificate, is_valid_on_its_first_and_its_last_second) {
  auto first = asked(), last = asked();
  first.from = now;
  last.until = now;
  EXPECT_EQ(complaint(first), "none");
  EXPECT_EQ(complaint(last), "none");
}

}  // namespace
}  // namespace papers
