#include "desks/credit/blind_test/anonymity_rules.hpp"

#include <gtest/gtest.h>

namespace credit::blind_test {
namespace {

constexpr Client client{.company = "Tôlerie Vauquelin SAS",
                        .siren = "732829320",
                        .contact = "Odile Brémontier",
                        .email = "odile@tolerie-vauquelin.example",
                        .phone = "+33639987654"};

// C5.note
TEST(Anonymity, C5_note_that_tells_who_the_client_is_gives_its_clue) {
  EXPECT_EQ(clue_in("Pour TOLERIE VAUQUELIN SAS.", client), "Tôlerie Vauquelin SAS");
  EXPECT_EQ(clue_in("La maison Vauquelin, à Lyon", client), "vauquelin");
  EXPECT_EQ(clue_in("SIREN 732 829 320", client), "732829320");
  EXPECT_EQ(clue_in("Demandez Mme Bremontier", client), "bremontier");
  EXPECT_EQ(clue_in("écrire à odile@tolerie-vauquelin.example", client), "odile@tolerie-vauquelin.example");
  EXPECT_EQ(clue_in("compta@tolerie-vauquelin.example", client), "@tolerie-vauquelin.example");
  EXPECT_EQ(clue_in("ou au 06 39 98 76 54", client), "+33639987654");
}

TEST(Anonymity, C5_note_that_tells_the_trade_and_the_list_is_let_through) {
  EXPECT_EQ(clue_in("Une tôlerie, liste du mois ; encours de 120 000 à 45 jours.", client), std::nullopt);
  EXPECT_EQ(clue_in("", client), std::nullopt);
  EXPECT_EQ(clue_in("Société du groupe",
                    {.company = "Société du Groupe", .siren = {}, .contact = {}, .email = {}, .phone = {}}),
            "Société du Groupe");
  EXPECT_EQ(clue_in("Rappelez-moi", {.company = {}, .siren = {}, .contact = {}, .email = {}, .phone = {}}),
            std::nullopt);
}

TEST(Anonymity, C5_note_of_a_client_of_one_word_holds_not_that_word) {
  const Client one{.company = "Kerlann", .siren = {}, .contact = {}, .email = {}, .phone = {}};
  EXPECT_EQ(clue_in("chez kerlann", one), "Kerlann");
  EXPECT_EQ(clue_in("chez d’autres", one), std::nullopt);
}

TEST(Anonymity, C5_note_of_a_client_of_few_letters_is_told_by_its_name_as_a_word_and_by_no_other) {
  const Client few{.company = "Bix", .siren = {}, .contact = "Luc Roë", .email = {}, .phone = {}};
  EXPECT_EQ(clue_in("La liste de BIX, comme convenu", few), "Bix");
  EXPECT_EQ(clue_in("Voyez M. Roé.", few), "roe");
  EXPECT_EQ(clue_in("Une liste bixante, un roéland", few), std::nullopt);
  const Client own{.company = "Tôlerie Zeb SAS", .siren = {}, .contact = {}, .email = {}, .phone = {}};
  EXPECT_EQ(clue_in("chez Zeb", own), "zeb");
  EXPECT_EQ(clue_in("une SAS de la tôlerie", own), std::nullopt);
  const Client two{.company = "3 G", .siren = {}, .contact = {}, .email = {}, .phone = {}};
  EXPECT_EQ(clue_in("Pour 3-G, merci", two), "3 G");
  EXPECT_EQ(clue_in("3 grands groupes", two), std::nullopt);
  const Client everyday{.company = "Et", .siren = {}, .contact = {}, .email = {}, .phone = {}};
  EXPECT_EQ(clue_in("Fer et acier", everyday), std::nullopt);
}

}  // namespace
}  // namespace credit::blind_test
