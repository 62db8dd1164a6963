#include "floor/messages/sms_text.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/text.hpp"

namespace messages {
namespace {

std::string times(int n, std::string_view text) {
  std::string all;
  for (int i = 0; i < n; ++i) all += text;
  return all;
}

void expect_size(std::string_view text, bool gsm7, int units, int segments) {
  const SmsSize size = sms_size(text);
  EXPECT_EQ(size.gsm7, gsm7) << text;
  EXPECT_EQ(size.units, units) << text;
  EXPECT_EQ(size.segments, segments) << text;
}

// P5.sms_alphabet
TEST(SmsSize, Takes160CharactersInOneSegmentThen153) {
  expect_size("", true, 0, 0);
  expect_size(times(160, "a"), true, 160, 1);
  expect_size(times(161, "a"), true, 161, 2);
  expect_size(times(306, "a"), true, 306, 2);
  expect_size(times(307, "a"), true, 307, 3);
}

TEST(SmsSize, CountsTheEuroAndBracketsTwice) {
  expect_size("€", true, 2, 1);
  expect_size("{}[]~|^\\", true, 16, 1);
  expect_size(times(80, "€"), true, 160, 1);
  expect_size(times(81, "€"), true, 162, 2);
}

TEST(SmsSize, CutsNoPairInTwo) {
  expect_size(times(152, "a") + times(77, "€"), true, 306, 3);  // the first € would straddle 153
  expect_size(times(33, "\U0001F600") + "a" + times(33, "\U0001F600"), false, 133, 2);
  expect_size(times(66, "ê") + times(34, "\U0001F600"), false, 134, 3);
}

TEST(SmsSize, FallsToUcs2ForOneForeignCharacter) {
  expect_size("à é è ù ì ò Ç", true, 13, 1);
  expect_size("fenêtre", false, 7, 1);
  expect_size(times(70, "ê"), false, 70, 1);
  expect_size(times(71, "ê"), false, 71, 2);
  expect_size(times(134, "ê"), false, 134, 2);
  expect_size(times(135, "ê"), false, 135, 3);
  expect_size("\U0001F600", false, 2, 1);
}

TEST(ToGsm7, KeepsTheAccentsThatTheAlphabetHas) {
  EXPECT_EQ(to_gsm7("à é è ù ö ü ñ Ç É € £ § {lien}"), "à é è ù ö ü ñ Ç É € £ § {lien}");
}

TEST(ToGsm7, WritesTheOthersWithWhatStandsForThem) {
  EXPECT_EQ(to_gsm7("Dégât des eaux : fenêtre, reçu, Noël, île, août"),
            "Dégat des eaux : fenetre, recu, Noel, ile, aout");
  EXPECT_EQ(to_gsm7("À Évry, Œuvre et cœur, L’Haÿ"), "A Évry, OEuvre et coeur, L'Hay");
  EXPECT_EQ(to_gsm7("« 1 234,50 € » – oui… n° 3"), "\" 1 234,50 € \" - oui... no 3");
  EXPECT_EQ(to_gsm7("ligne 1\nligne 2\tfin"), "ligne 1\nligne 2 fin");
  EXPECT_EQ(to_gsm7("日 \U0001F600 \xff"), "? ? ?");
}

RC_GTEST_PROP(ToGsm7, LeavesNothingThatNeedsUcs2, (const std::vector<std::uint32_t>& seeds)) {
  std::string bytes;
  for (const std::uint32_t seed : seeds) bytes += static_cast<char>(seed & 0xffU);
  const std::string text = to_gsm7(bytes);
  RC_ASSERT(text.empty() || sms_size(text).gsm7);
  RC_ASSERT(to_gsm7(text) == text);
}

}  // namespace
}  // namespace messages
