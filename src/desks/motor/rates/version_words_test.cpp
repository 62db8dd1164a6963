#include "desks/motor/rates/version_words.hpp"

#include <gtest/gtest.h>

namespace motor::rates {
namespace {

identity::Establishment place(std::string street, std::string city) {
  return {{.siret = base::Siret::parse("73282932000074"),
           .street = std::move(street),
           .postal_code = base::PostalCode::parse("69003").value(),
           .city = std::move(city)},
          {7},
          {1}};
}

TEST(RateWords, M27_every_site_has_a_name_whatever_is_known_of_it) {
  EXPECT_EQ(place_name(place("12 rue des Forges", "Lyon")),
            "69003 Lyon · 12 rue des Forges · 732\u00a0829\u00a0320\u00a0"
            "00074");
  EXPECT_EQ(place_name(place("", "")),
            "69003 · 732\u00a0829\u00a0320\u00a0"
            "00074")
      << "as a sign-up leaves it";
  const auto somewhere = base::Day::from_iso("2026-11-23").value();
  EXPECT_EQ(reach_text({"", {7}, somewhere}, {place("", "")}), "Toutes marques · 69003");
  EXPECT_EQ(reach_text({"TESLA", {7}, somewhere}, {place("", "Lyon")}), "TESLA · 69003 Lyon");
  EXPECT_EQ(reach_text({"", {}, somewhere}, {}), "Toutes marques · tous les sites");
}

}  // namespace
}  // namespace motor::rates
