#include "floor/payments/sepa_text.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace payments {
namespace {

TEST(SepaText, removes_accents_and_keeps_the_case) {  // P8.characters
  EXPECT_EQ(sepa_text("Maçonnerie Gérard & Fils", 70), "Maconnerie Gerard + Fils");
  EXPECT_EQ(sepa_text("ÉLÉONORE ÇÀ Œuvre œuf Ægir straße", 70), "ELEONORE CA OEuvre oeuf AEgir strasse");
  EXPECT_EQ(sepa_text("L’atelier « d’à côté » — n° 3", 70), "L'atelier ' d'a cote ' - no 3");
  EXPECT_EQ(sepa_text("Žižka Ÿ ÿ", 70), "Zizka Y y");
}

TEST(SepaText, leaves_no_slash_where_banks_read_marks) {  // P8.characters
  EXPECT_EQ(sepa_text("//réf/12//3/", 70), "ref/12/3");
  EXPECT_EQ(sepa_text("日本", 70), "");
}

TEST(SepaText, is_cut_at_its_length_without_a_blank_at_the_end) {  // P8.characters
  EXPECT_EQ(sepa_text("Commission sur chantier", 11), "Commission");
  EXPECT_EQ(sepa_text("1 234,50 €", 70), "1 234,50 EUR");
}

TEST(SepaText, whatever_comes_in_only_the_set_comes_out) {  // P8.characters
  rc::check([](const std::string& text) {
    const std::string written = sepa_text(text, 35);
    RC_ASSERT(written.size() <= 35);
    for (const char c : written)
      RC_ASSERT(std::isalnum(static_cast<unsigned char>(c)) ||
                std::string_view("/-?:().,'+ ").find(c) != std::string_view::npos);
    RC_ASSERT(written.find("//") == std::string::npos);
    if (written.empty()) return;  // before RC_ASSERT, whose || asks for both its sides
    RC_ASSERT(written.front() != '/' && written.back() != '/' && written.back() != ' ');
  });
}

TEST(SepaText, an_identifier_is_of_the_set_without_blanks) {  // P8.characters
  EXPECT_TRUE(sepa_identifier("RUM-2026/000042"));
  EXPECT_TRUE(sepa_identifier(std::string(35, 'A')));
  for (const std::string& text : {std::string(), std::string("A B"), std::string("RUM-é"), std::string("/A"),
                                  std::string("A/"), std::string("A//B"), std::string(36, 'A')})
    EXPECT_FALSE(sepa_identifier(text)) << text;
}

}  // namespace
}  // namespace payments
