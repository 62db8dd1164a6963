#include "desks/credit/insurer/insurer_words.hpp"

#include <gtest/gtest.h>

namespace credit {
namespace {

TEST(InsurerWords, a_name_that_begins_with_a_vowel_takes_an_apostrophe) {
  EXPECT_EQ(of_insurer("Coface"), "de Coface");
  EXPECT_EQ(of_insurer("Allianz Trade"), "d’Allianz Trade");
  EXPECT_EQ(of_insurer("Étoile Crédit"), "d’Étoile Crédit");
  EXPECT_EQ(of_insurer(""), "de ");
}

}  // namespace
}  // namespace credit
