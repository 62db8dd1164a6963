// The vectors of docs/identifiers.md.
#include "base/identifiers.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace base {
namespace {

template <class Value>
std::string read(std::string_view typed) {
  const auto value = Value::parse(typed);
  return value ? value->text() : "refused";
}

template <class Value>
void expect_refused(std::initializer_list<std::string_view> typed) {
  for (const std::string_view text : typed) EXPECT_EQ(read<Value>(text), "refused") << text;
}

template <class Value>
void expect_kept(std::initializer_list<std::string_view> typed) {
  for (const std::string_view text : typed) EXPECT_EQ(read<Value>(text), text);
}

TEST(Siren, HasNineDigitsWithTheirLuhnKey) {
  expect_kept<Siren>({"732829320", "404833048", "552100554", "356000000"});
  EXPECT_EQ(read<Siren>(" 732 829\u00A0320 "), "732829320");
  EXPECT_EQ(read<Siren>("732.829.320"), "732829320");
  expect_refused<Siren>({"732829321", "000000000", "", "73282932", "7328293200", "73282932O", "７３２８２９３２０"});
}

TEST(Siret, HasFourteenDigitsAndTheSirenOfItsCompany) {
  expect_kept<Siret>({"73282932000074", "35600000000048", "35600000049837", "35600000009075"});
  EXPECT_EQ(read<Siret>("732 829 320 00074"), "73282932000074");
  expect_refused<Siret>({"73282932000075", "35600000049838", "00000000000000", "7328293200007", "73282932100073"});
  EXPECT_EQ(siren_of(*Siret::parse("73282932000074")), *Siren::parse("732829320"));
}

TEST(Orias, HasEightDigitsOfWhichTheFirstTwoAreAYearSince2007) {
  expect_kept<Orias>({"13001585", "07000001", "26000001"});
  EXPECT_EQ(read<Orias>("13 001 585"), "13001585");
  expect_refused<Orias>({"06001585", "1300158", "130015851", "1300158A", ""});
}

TEST(VatNumber, HasTheKeyOfItsSirenInDigitsOrWithALetter) {
  expect_kept<VatNumber>({"FR83404833048", "FR40303265045", "FR11123456782", "FRK7399859412", "FR4Z123456782"});
  EXPECT_EQ(read<VatNumber>("fr 83 404 833 048"), "FR83404833048");
  EXPECT_EQ(read<VatNumber>("FR 53 0000 04605"), "FR53000004605");  // Monaco
  expect_refused<VatNumber>({"FR84404833048", "FRK8399859412", "FRIO123456782", "FR12000000000", "FR83404833047",
                             "DE83404833048", "83404833048", "FR8340483304", "FR834048330488"});
}

TEST(Iban, GivesOneModulo97AndInFranceTheRibKeyToo) {
  expect_kept<Iban>({"FR1420041010050500013M02606", "FR7630006000011234567890189", "DE89370400440532013000",
                     "MC5811222000010123456789030"});
  EXPECT_EQ(read<Iban>("fr76 3000 6000 0112 3456 7890 189"), "FR7630006000011234567890189");
  expect_refused<Iban>({"FR7630006000011234567890188", "FR7612548029989876543210917", "FR763000600001123456789018",
                        "DE89370400440532013001", "DE8937040044053201300!", "DE00", "", "76FR30006000011234567890189"});
}

TEST(Bic, HasEightOrElevenCharacters) {
  expect_kept<Bic>({"PSSTFRPPPAR", "BNPAFRPP"});
  EXPECT_EQ(read<Bic>("bnpa fr pp"), "BNPAFRPP");
  expect_refused<Bic>({"BNPAFRP", "BNPAFRPPXX", "BNPA12PP", "BNPAFRP!", ""});
}

TEST(CreditorId, HasAControlThatLeavesOutTheBusinessCode) {
  expect_kept<CreditorId>({"FR72ZZZ123456", "DE98ZZZ09999999999", "FR72ABC123456"});
  EXPECT_EQ(read<CreditorId>("fr72 zzz 123456"), "FR72ZZZ123456");
  expect_refused<CreditorId>({"FR73ZZZ123456", "FR72ZZZ12345", "FR72ZZZ", "72FRZZZ123456", ""});
}

TEST(Plate, IsOfTheSivOrOfTheFormerNationalFile) {
  expect_kept<Plate>({"AB-123-CD", "123 ABC 75", "1 A 2B", "1234 AB 974"});
  EXPECT_EQ(read<Plate>("ab123cd"), "AB-123-CD");
  EXPECT_EQ(read<Plate>("AB 123 CD"), "AB-123-CD");
  EXPECT_EQ(read<Plate>("123abc75"), "123 ABC 75");
  EXPECT_EQ(read<Plate>("12ab2a"), "12 AB 2A");
  expect_refused<Plate>({"AO-123-BC", "SS-123-AB", "AB-123-SS", "AA-000-AA", "WW-123-AA", "W-123-AA", "AB-12-CD",
                         "123 ABC 96", "123 ABC 00", "0 AB 75", "12345 AB 75", "123 75", "123 ABCD 75", "123 AOB 75",
                         ""});
}

TEST(PostalCode, HasFiveDigitsOfAFrenchDepartmentOrTerritory) {
  expect_kept<PostalCode>({"69003", "01000", "20000", "95880", "97400", "98000"});
  EXPECT_EQ(read<PostalCode>("69 003"), "69003");
  expect_refused<PostalCode>({"00100", "96000", "99000", "6900", "690033", "2A004", ""});
}

TEST(EmailAddress, IsOneMailboxInLowerCase) {
  EXPECT_EQ(read<EmailAddress>(" Jean.Dupont+Sinistre@Exemple.FR "), "jean.dupont+sinistre@exemple.fr");
  expect_kept<EmailAddress>({"a@b.fr", "o'neil@sous.domaine.example", "a@xn--caf-dma.fr"});
  expect_refused<EmailAddress>({"",
                                "a",
                                "a@",
                                "@b.fr",
                                "a@b",
                                "a@@b.fr",
                                "a b@c.fr",
                                "a@b.fr,c@d.fr",
                                "<a@b.fr>",
                                "Jean <a@b.fr>",
                                "a@b.fr\r\nBcc: c@d.fr",
                                ".a@b.fr",
                                "a.@b.fr",
                                "a..b@c.fr",
                                "a@-b.fr",
                                "a@b-.fr",
                                "a@b..fr",
                                "a@1.2.3.4",
                                "é@b.fr",
                                "a@b.fr."});
  expect_refused<EmailAddress>({std::string(65, 'a') + "@b.fr", "a@" + std::string(64, 'b') + ".fr"});
  std::string long_domain = "a@";
  while (long_domain.size() < 253) long_domain += "bbbb.";
  expect_refused<EmailAddress>({long_domain + "fr"});
}

RC_GTEST_PROP(Identifiers, AnyBytesAreReadWithoutHarm, (const std::string& bytes)) {
  for (const auto read_as : {read<Siren>, read<Siret>, read<Orias>, read<VatNumber>, read<Iban>, read<Bic>,
                             read<CreditorId>, read<Plate>, read<PostalCode>, read<EmailAddress>}) {
    const std::string text = read_as(bytes);
    RC_ASSERT(text == "refused" || read_as(text) == text);
  }
}

RC_GTEST_PROP(Identifiers, APlateReadsItsOwnWritingAgain, ()) {
  const auto letter = rc::gen::inRange('A', static_cast<char>('Z' + 1));
  std::string text = {*letter, *letter};
  for (int i = 0; i < 3; ++i) text += static_cast<char>('0' + *rc::gen::inRange(0, 10));
  text += {*letter, *letter};
  const auto plate = Plate::parse(text);
  RC_PRE(plate.has_value());
  RC_ASSERT(Plate::parse(plate->text()) == plate);
}

RC_GTEST_PROP(Identifiers, AnyOneWrongDigitOfASiretIsSeen, ()) {
  std::string text = "73282932000074";
  const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
  const char digit = static_cast<char>('0' + *rc::gen::inRange(0, 10));
  RC_PRE(text[at] != digit);
  text[at] = digit;
  RC_ASSERT(!Siret::parse(text));
}

}  // namespace
}  // namespace base
