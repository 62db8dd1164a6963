#include "base/text.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace base {
namespace {

TEST(Text, BlanksOfEveryKindAreTrimmedAndSqueezed) {
  EXPECT_EQ(trim(" \t\r\n\u00A0\u202Fa  b\u00A0 "), "a  b");
  EXPECT_EQ(trim("  "), "");
  EXPECT_EQ(trim(""), "");
  EXPECT_EQ(squeeze("  12 \u00A0\t rue\n\nde la  Paix "), "12 rue de la Paix");
  EXPECT_EQ(squeeze(" \u00A0 "), "");
}

TEST(Text, BytesThatAreNoUtf8AreTold) {
  for (const char* right : {"", "abc", "é", "œ€", "😀", "\u0800", "\U0010FFFF"}) EXPECT_TRUE(valid_utf8(right)) << right;
  for (const char* wrong : {"\x80", "\xC3", "\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF0\x80\x80\x80",
                            "\xF4\x90\x80\x80", "\xFF", "a\xE2\x82", "\xC3("})
    EXPECT_FALSE(valid_utf8(wrong));
}

TEST(Text, ControlAndDirectionCharactersAreTold) {
  EXPECT_FALSE(has_control_characters("ligne 1\r\n\tligne 2 é"));
  EXPECT_TRUE(has_control_characters(std::string_view("a\0b", 3)));
  EXPECT_TRUE(has_control_characters("a\x1B[0m"));
  EXPECT_TRUE(has_control_characters("a\x7F"));
  EXPECT_TRUE(has_control_characters("a\u0085"));
  EXPECT_TRUE(has_control_characters("facture\u202Efdp.exe"));
}

TEST(Text, CodePointsAreCountedNotBytes) {
  EXPECT_EQ(count_code_points("été 😀"), 5u);
  EXPECT_EQ(count_code_points(""), 0u);
}

TEST(Text, FoldingLeavesLowerCaseLettersAndDigits) {
  EXPECT_EQ(fold("Saint-Étienne-du-Rouvray"), "saint etienne du rouvray");
  EXPECT_EQ(fold("L’Haÿ-les-Roses"), "l hay les roses");
  EXPECT_EQ(fold("ŒUVRE  Æthelred, Straße"), "oeuvre aethelred strasse");
  EXPECT_EQ(fold("ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸÑ àâäçéèêëîïôöùûüÿñ"), "aaaceeeeiioouuuyn aaaceeeeiioouuuyn");
  EXPECT_EQ(fold("Łódź Şişli Ĳmuiden Ħal"), "lodz sisli ijmuiden hal");
  EXPECT_EQ(fold("e\u0301te\u0301"), "ete");  // letters typed as base and accent, as macOS gives file names
  EXPECT_EQ(fold("  12, bis\u00A0rue «A»  "), "12 bis rue a");
  EXPECT_EQ(fold("日本 × ÷ 3"), "3");
  EXPECT_EQ(fold("\xFF\xFE"), "");
}

RC_GTEST_PROP(Text, FoldingTwiceIsFoldingOnce, (const std::string& text)) {
  const std::string once = fold(text);
  RC_ASSERT(fold(once) == once);
  RC_ASSERT(once == squeeze(once));
}

RC_GTEST_PROP(Text, AnyBytesAreReadWithoutHarm, (const std::string& bytes)) {
  RC_ASSERT(trim(bytes).size() <= bytes.size());
  RC_ASSERT(count_code_points(bytes) <= bytes.size());
  RC_ASSERT(squeeze(squeeze(bytes)) == squeeze(bytes));
}

TEST(Text, SplittingKeepsEmptyParts) {
  using Parts = std::vector<std::string_view>;
  EXPECT_EQ(split("a,,b,", ','), (Parts{"a", "", "b", ""}));
  EXPECT_EQ(split("", ','), (Parts{""}));
}

}  // namespace
}  // namespace base
