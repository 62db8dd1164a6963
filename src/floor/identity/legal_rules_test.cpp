#include "floor/identity/legal_rules.hpp"

#include <gtest/gtest.h>

namespace identity {
namespace {

Legal whole() {
  return {.siren = base::Siren::parse("123456782"),
          .seat = {"12 rue des Forges", base::PostalCode::parse("69003"), "Lyon 3e", "69383"},
          .legal_form = "SAS au capital de 10 000 €",
          .vat_number = base::VatNumber::parse("FR11123456782")};
}

// P9.identity
TEST(LegalIdentity, OfThePartnerNeedsSirenStreetAndTown) {
  Legal partner{.siren = whole().siren, .seat = whole().seat};
  EXPECT_TRUE(lacking(partner, Side::partner).empty());
  partner.seat.street.clear();
  EXPECT_EQ(lacking(partner, Side::partner), std::vector{Lack::street});
  partner.seat.city.clear();
  EXPECT_EQ(lacking(partner, Side::partner), (std::vector{Lack::street, Lack::town}));
  partner.siren.reset();
  EXPECT_EQ(names_of(lacking(partner, Side::partner)), "le numéro SIREN, la rue et la ville");
  partner.seat = whole().seat;
  partner.seat.postal_code.reset();
  EXPECT_EQ(lacking(partner, Side::partner), (std::vector{Lack::siren, Lack::town}));
}

// P9.identity
TEST(LegalIdentity, OfTheHouseNeedsItsLegalFormAndVatNumberBesides) {
  EXPECT_TRUE(lacking(whole(), Side::house).empty());
  EXPECT_EQ(names_of({}), "");
  Legal house = whole();
  house.legal_form.clear();
  EXPECT_EQ(lacking(house, Side::house), std::vector{Lack::legal_form});
  house = whole();
  house.vat_number.reset();
  EXPECT_EQ(names_of(lacking(house, Side::house)), "le numéro de TVA");
}

// P9.identity
TEST(VatNumber, IsDerivedFromTheSiren) {
  EXPECT_EQ(vat_number_of(*whole().siren).text(), "FR11123456782");
  EXPECT_FALSE(of_another(*whole().vat_number, *whole().siren));
  EXPECT_TRUE(of_another(*whole().vat_number, *base::Siren::parse("404833048")));
}

}  // namespace
}  // namespace identity
