#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/identifiers.hpp"

namespace base {
namespace {

std::string read(std::string_view typed, std::string_view postal_code = "") {
  const auto phone = Phone::parse(typed, postal_code);
  return phone ? phone->e164() : "refused";
}

TEST(Phone, OfTheMainlandIsReadHoweverItIsTyped) {
  for (const char* typed :
       {"06 12 34 56 78", "0612345678", "06.12.34.56.78", "06-12-34-56-78", "+33 6 12 34 56 78", "+33612345678",
        "+33 (0)6 12 34 56 78", "0033 6 12 34 56 78", "33612345678", "(+33) 612345678", "06\u00A012\u202F34 56 78"})
    EXPECT_EQ(read(typed), "+33612345678") << typed;
}

TEST(Phone, ThatIsTooShortOrOutsideThePlanIsRefused) {
  for (const char* typed : {"06 12 34 56", "", "+", "00", "0", "06 12 34 56 78 9", "08 00 12 34 56", "6 12 34 56 78",
                            "0692 12 34 56", "+33 692 12 34 56", "0590 12 34 56", "+262 612 34 56 78", "06 12 34 56 7a",
                            "06+12345678", "+33 6 12 34 56 7", "+1234567", "+1234567890123456", "+0123456789", "112"})
    EXPECT_EQ(read(typed), "refused") << typed;
}

TEST(Phone, TakesItsRegionFromThePostalCode) {
  EXPECT_EQ(read("0692 12 34 56", "97400"), "+262692123456");
  EXPECT_EQ(read("0262 12 34 56", "97410"), "+262262123456");
  EXPECT_EQ(read("0639 12 34 56", "97600"), "+262639123456");
  EXPECT_EQ(read("0690 12 34 56", "97110"), "+590690123456");
  EXPECT_EQ(read("0696 12 34 56", "97200"), "+596696123456");
  EXPECT_EQ(read("0694 12 34 56", "97300"), "+594694123456");
  EXPECT_EQ(read("0692 12 34 56", "97200"), "refused");
  EXPECT_EQ(read("06 12 34 56 78", "97400"), "+33612345678");  // a mainlander's number, kept after moving
  EXPECT_EQ(read("+262 (0)692 12 34 56"), "+262692123456");
}

TEST(Phone, KnowsTheMobilesAndTheFixedLines) {
  EXPECT_TRUE(Phone::parse("06 12 34 56 78")->mobile());
  EXPECT_TRUE(Phone::parse("07 89 12 34 56")->mobile());
  EXPECT_TRUE(Phone::parse("06 39 98 00 01")->mobile());  // kept by Arcep for fiction
  EXPECT_TRUE(Phone::parse("0697 12 34 56", "97200")->mobile());
  EXPECT_FALSE(Phone::parse("04 78 00 00 00")->mobile());
  EXPECT_FALSE(Phone::parse("09 72 00 00 00")->mobile());
  EXPECT_FALSE(Phone::parse("0590 12 34 56", "97100")->mobile());
  EXPECT_FALSE(Phone::parse("+32 470 12 34 56")->mobile());
}

TEST(Phone, IsShownInPairsOrInE164WhenForeign) {
  EXPECT_EQ(Phone::parse("+33612345678")->national(), "06 12 34 56 78");
  EXPECT_EQ(Phone::parse("+262692123456")->national(), "06 92 12 34 56");
  EXPECT_EQ(Phone::parse("+32 470 12 34 56")->national(), "+32470123456");
}

RC_GTEST_PROP(Phone, ReadsItsOwnWritingAgain, ()) {
  std::string digits = "0";
  digits += static_cast<char>('1' + *rc::gen::inRange(0, 9));
  for (int i = 0; i < 8; ++i) digits += static_cast<char>('0' + *rc::gen::inRange(0, 10));
  const std::string place = *rc::gen::element<std::string>("", "69003", "97400", "97600", "97110", "97200", "97300");
  const auto phone = Phone::parse(digits, place);
  RC_PRE(phone.has_value());
  RC_ASSERT(Phone::parse(phone->e164()) == phone);
  RC_ASSERT(Phone::parse(phone->national(), place) == phone);
}

}  // namespace
}  // namespace base
