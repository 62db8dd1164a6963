#include "floor/identity/totp.hpp"

#include <gtest/gtest.h>

#include "floor/identity/second_factor_rules.hpp"

namespace identity {
namespace {

constexpr std::string_view key = "12345678901234567890";  // of both RFCs' vectors

TEST(OneTimeCodes, agree_with_rfc_4226_appendix_d) {
  constexpr std::string_view codes[] = {"755224", "287082", "359152", "969429", "338314",
                                        "254676", "287922", "162583", "399871", "520489"};
  for (std::int64_t counter = 0; counter < 10; ++counter) EXPECT_EQ(one_time_code(key, counter, 6), codes[counter]);
}

TEST(OneTimeCodes, agree_with_rfc_6238_appendix_b) {
  const auto at = [](std::int64_t seconds) {
    return one_time_code(key, step_of(base::Instant{seconds * 1'000'000}), 8);
  };
  EXPECT_EQ(at(59), "94287082");
  EXPECT_EQ(at(1'111'111'109), "07081804");
  EXPECT_EQ(at(1'111'111'111), "14050471");
  EXPECT_EQ(at(1'234'567'890), "89005924");
  EXPECT_EQ(at(2'000'000'000), "69279037");
  EXPECT_EQ(at(20'000'000'000), "65353130");
}

TEST(Base32, agrees_with_rfc_4648_but_its_padding) {
  EXPECT_EQ(base32(""), "");
  EXPECT_EQ(base32("f"), "MY");
  EXPECT_EQ(base32("fo"), "MZXQ");
  EXPECT_EQ(base32("foo"), "MZXW6");
  EXPECT_EQ(base32("foob"), "MZXW6YQ");
  EXPECT_EQ(base32("fooba"), "MZXW6YTB");
  EXPECT_EQ(base32("foobar"), "MZXW6YTBOI");
}

TEST(Enrolment, is_told_to_the_application_by_an_address) {
  EXPECT_EQ(enrolment_uri(key, "Mandat", "claire+a@exemple.fr"),
            "otpauth://totp/Mandat:claire%2Ba%40exemple.fr?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Mandat");
}

}  // namespace
}  // namespace identity
