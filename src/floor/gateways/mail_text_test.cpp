#include "floor/gateways/mail_text.hpp"

#include <gtest/gtest.h>

namespace gateways {
namespace {

TEST(Mailboxes, HoldANameAndAnAddressOrTheAddressAlone) {
  const auto named = Mailbox::parse(" Mandat <ne-pas-repondre@mandat.example.fr> ");
  ASSERT_TRUE(named);
  EXPECT_EQ(named->name, "Mandat");
  EXPECT_EQ(named->address, "ne-pas-repondre@mandat.example.fr");
  EXPECT_EQ(named->domain(), "mandat.example.fr");
  EXPECT_EQ(Mailbox::parse("\"Mandat, l’équipe\" <a@b.fr>")->name, "Mandat, l’équipe");
  EXPECT_EQ(Mailbox::parse("a@b.fr")->name, "");
  for (const std::string_view bad :
       {"", "Mandat", "Mandat <>", "Mandat <a@b.fr", "a@b.fr>", "Man\rdat <a@b.fr>", "Man\"dat <a@b.fr>"})
    EXPECT_FALSE(Mailbox::parse(bad)) << bad;
}

TEST(MailHeads, LeavePlainWordsAsTheyStand) {
  EXPECT_EQ(encoded_words("Devis T-2026-000123 (2)"), "Devis T-2026-000123 (2)");
  EXPECT_EQ(encoded_words("=?x"), "=?UTF-8?Q?=3D=3Fx?=") << "it would be read as an encoded word";
}

TEST(MailHeads, EncodeFrenchInWordsOfSeventyFiveBytesThatCutNoLetter) {
  EXPECT_EQ(encoded_words("Chantier accepté"), "=?UTF-8?Q?Chantier_accept=C3=A9?=");
  std::string accents;
  for (int i = 0; i < 40; ++i) accents += "é";
  const std::string words = encoded_words(accents);
  std::size_t letters = 0;
  for (std::size_t at = 0; at < words.size();) {
    const auto end = std::min(words.find("\r\n ", at), words.size());
    const std::string word = words.substr(at, end - at);
    EXPECT_LE(word.size(), 75U);
    EXPECT_EQ((word.size() - 12) % 6, 0U) << "a letter is cut: " << word;
    letters += (word.size() - 12) / 6;
    at = end + 3;
  }
  EXPECT_EQ(letters, 40U);
}

TEST(MailHeads, NameAFileWhateverItsLetters) {
  EXPECT_EQ(disposition("devis.pdf"), "attachment; filename=\"devis.pdf\"");
  EXPECT_EQ(disposition("devis é\".pdf"), "attachment; filename*=UTF-8''devis%20%C3%A9%22.pdf");
}

TEST(MailHeads, WriteTheDayInEnglishWhateverTheMachineSpeaks) {
  EXPECT_EQ(mail_date(base::instant_from_iso_utc("2026-11-23T09:00:00Z").value()), "Mon, 23 Nov 2026 09:00:00 +0000");
}

TEST(MailBodies, EndTheirLinesAsTheNetworkDoes) { EXPECT_EQ(with_crlf("a\nb\r\n\nc"), "a\r\nb\r\n\r\nc"); }

}  // namespace
}  // namespace gateways
