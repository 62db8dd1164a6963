#include "floor/papers/price_rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "base/french.hpp"

namespace papers {
namespace {

using base::Money;

void expect(std::string_view text, Ground ground, std::optional<Money> ht, std::optional<Money> vat,
            std::optional<Money> ttc) {
  const Prices read = read_prices(text);
  EXPECT_EQ(read.ground, ground) << text;
  EXPECT_EQ(read.ht, ht) << text;
  EXPECT_EQ(read.vat, vat) << text;
  EXPECT_EQ(read.ttc, ttc) << text;
  EXPECT_FALSE(read.why.empty());
}

// W22.amounts_read
TEST(Prices, are_read_beside_french_labels) {
  expect(
      "Devis n° 2026-118\nDépose du parquet   12 m²   18,00   216,00\n"
      "                    Total HT        1 234,50 €\n                    TVA 10 %          123,45 €\n"
      "                    Total TTC       1 357,95 €\n",
      Ground::sum, Money{123'450}, Money{12'345}, Money{135'795});
  expect("Montant HT : 1.000,00\nMontant TVA (20,00 %) : 200,00\nNet à payer : 1.200,00 EUR\n", Ground::sum,
         Money{100'000}, Money{20'000}, Money{120'000});
  expect("TOTAL HORS TAXES  850,00\nTOTAL TTC  1020,00", Ground::rate, Money{85'000}, Money{17'000}, Money{102'000});
}

TEST(Prices, of_a_table_stand_under_their_headings) {
  expect("   Base HT      TVA       Total TTC\n   1 000,00    100,00     1 100,00\n", Ground::sum, Money{100'000},
         Money{10'000}, Money{110'000});
  expect("Total HT 100,00   TVA 20,00   Total TTC 120,00\n", Ground::sum, Money{10'000}, Money{2'000}, Money{12'000});
}

TEST(Prices, of_several_candidates_are_those_that_add_up) {
  expect(
      "Sous-total HT 400,00\nSous-total HT 600,00\nTotal HT 1 000,00\nTVA 5,5 % 22,00\nTVA 20 % 120,00\n"
      "Acompte 30 % TTC 342,60\nTotal TTC 1 142,00\n",
      Ground::sum, Money{100'000}, Money{14'200}, Money{114'200});
  expect("Total HT option 900,00\nTotal HT 1 000,00\nTVA 200,00\nNet à payer 1 200,00", Ground::sum, Money{100'000},
         Money{20'000}, Money{120'000});
}

TEST(Prices, without_vat_are_one_amount) {
  expect("Total 500,00 €\nTotal HT 500,00 €\nTVA non applicable, art. 293 B du CGI\nNet à payer 500,00 €\n",
         Ground::no_vat, Money{50'000}, Money{}, Money{50'000});
}

TEST(Prices, that_nothing_checks_are_proposed_as_such) {
  expect("Total HT 500,00", Ground::single, Money{50'000}, std::nullopt, std::nullopt);
  expect("Total TTC 777,00\nTotal HT 500,00", Ground::single, Money{50'000}, std::nullopt, Money{77'700});
  expect("Bonjour,\nvoici votre devis n° 12 345 du 21/11/2026.", Ground::nothing, std::nullopt, std::nullopt,
         std::nullopt);
  expect("", Ground::nothing, std::nullopt, std::nullopt, std::nullopt);
}

TEST(Prices, leave_rates_quantities_days_and_phone_numbers) {
  using Amounts = std::vector<Money>;
  EXPECT_EQ(amounts_in("Pose  12  45,00  540,00 €"), (Amounts{{4'500}, {54'000}}));
  EXPECT_EQ(amounts_in("TVA 20,00 %   100,00"), Amounts{{10'000}});
  EXPECT_EQ(amounts_in("Le 21.11.2026, tél. 04 72 00 00 00"), Amounts{});
  EXPECT_EQ(amounts_in("Total : 1 250 €"), Amounts{{125'000}});
  EXPECT_EQ(amounts_in("Fenêtre 2 1 234,50"), Amounts{{123'450}});
  EXPECT_EQ(amounts_in("1 234 567,89"), Amounts{{123'456'789}});
  EXPECT_EQ(amounts_in("1\u202F234,50\u00A0€"), Amounts{{123'450}});
}

TEST(Prices, of_any_quote_with_a_french_rate_are_found) {
  rc::check([] {
    const Money ht{*rc::gen::inRange<std::int64_t>(100, 100'000'000)};
    const auto rate =
        *rc::gen::element(base::Rate::percent(20), base::Rate::percent(10), base::Rate::basis_points(550));
    const Money vat = base::apply(rate, ht);
    const Prices read =
        read_prices("Total HT   " + base::french::euros(ht) + "\nTVA " + base::french::percent(rate) + "   " +
                    base::french::euros(vat) + "\nTotal TTC   " + base::french::euros(ht + vat) + "\n");
    RC_ASSERT(read.ground == (vat.cents > 2 ? Ground::sum : read.ground));
    RC_ASSERT(read.ht == ht);
    RC_ASSERT(read.ttc == ht + vat);
  });
}

}  // namespace
}  // namespace papers
