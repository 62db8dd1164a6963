#include "desks/credit/portfolio/buyers_table.hpp"

#include <gtest/gtest.h>

#include "floor/tables/header.hpp"
#include "floor/tables/reading.hpp"

namespace credit::portfolio {
namespace {

ReadBuyers read(std::string_view csv) {
  const auto grid = tables::read_paste(csv, "paste");
  return read_buyers(*grid, tables::map_header(*grid, buyer_columns()).value());
}

TEST(BuyersTable, reads_terms_as_people_write_them) {
  EXPECT_EQ(terms_of("45"), 45);
  EXPECT_EQ(terms_of(" 45 j "), 45);
  EXPECT_EQ(terms_of("60 JOURS"), 60);
  EXPECT_EQ(terms_of("30 jours fin de mois"), 30);
  EXPECT_EQ(terms_of("45 j FDM"), 45);
  EXPECT_EQ(terms_of(""), 30);
  EXPECT_EQ(terms_of("0"), 0);
  EXPECT_EQ(terms_of("365"), 365);
  EXPECT_FALSE(terms_of("366"));
  EXPECT_FALSE(terms_of("-5"));
  EXPECT_FALSE(terms_of("deux mois"));
  EXPECT_FALSE(terms_of("45 semaines"));
}

TEST(BuyersTable, C2_import_an_identifier_is_read_as_its_country_writes_it) {
  const auto read_rows = read(
      "Client;Identifiant;Pays;Encours\n"
      "A;404 833 048;;10\n"            // SIREN
      "B;40483304800022;France;10\n"   // SIRET of the same: told
      "C;FR83404833048;FR;10\n"        // VAT number of the same: told
      "D;DE 123456789;Allemagne;10\n"  // foreign, as it stands
      "E;DE123456789;France;10\n");    // not French
  ASSERT_EQ(read_rows.rows.size(), 2U);
  EXPECT_EQ(read_rows.rows[0].second.identifier, "404833048");
  EXPECT_EQ(read_rows.rows[1].second.identifier, "DE123456789");
  EXPECT_EQ(read_rows.rows[1].second.country, "DE");
  ASSERT_EQ(read_rows.problems.count, 3U);
  EXPECT_EQ(read_rows.problems.first[0].line, 3);
  EXPECT_EQ(read_rows.problems.first[0].column, "SIREN ou registre");
  EXPECT_EQ(read_rows.problems.first[0].why.code, named_twice);
}

TEST(BuyersTable, C2_once_the_same_number_in_two_countries_is_two_buyers) {
  EXPECT_EQ(read("Client;Registre;Pays;Encours\nA;404833048;Belgique;1\nB;404833048;FR;1\n").rows.size(), 2U);
}

}  // namespace
}  // namespace credit::portfolio
