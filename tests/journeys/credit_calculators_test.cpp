// Anybody reckons what an unpaid invoice costs, and what cover costs (C18), without an account.
#include <gtest/gtest.h>

#include "support/browser.hpp"
#include "support/house_on_both_engines.hpp"

namespace {

using support::Browser;

class CreditCalculators : public support::HouseOnBothEngines {
 protected:
  Browser browser() { return Browser(house().port()); }
};
MANDAT_ON_BOTH_ENGINES(CreditCalculators);

TEST_P(CreditCalculators, open_with_the_example_of_the_guide) {  // C18
  Browser by = browser();
  const auto page = by.get("/calculs/impaye");
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(page.shows("200\u202f000,00\u00a0€"));
  EXPECT_TRUE(page.shows("Ventes nouvelles nécessaires"));  // C35
}

TEST_P(CreditCalculators, reckon_what_was_typed_and_keep_it) {  // C18
  Browser by = browser();
  const auto page = by.get("/calculs/impaye?impaye=1+234%2C50&marge=3");
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(page.shows("41\u202f150,00\u00a0€"));
  EXPECT_EQ(page.hidden("impaye"), "1 234,50");
}

TEST_P(CreditCalculators, say_beside_the_field_what_is_wrong) {  // C18
  Browser by = browser();
  const auto page = by.get("/calculs/impaye?impaye=dix&marge=0");
  EXPECT_EQ(page.status, 422);
  EXPECT_TRUE(page.shows("Ce montant n’est pas valable."));
  EXPECT_EQ(page.hidden("impaye"), "dix");
  const auto margin = by.get("/calculs/impaye?impaye=10&marge=0");
  EXPECT_EQ(margin.status, 422);
  EXPECT_TRUE(margin.shows("Indiquez un taux de 0,01\u00a0% à 100\u00a0%."));
  EXPECT_EQ(by.get("/calculs/couverture?ca=&taux=&impot=25").status, 422);
}

TEST_P(CreditCalculators, show_cover_at_the_usual_rates_and_at_the_one_offered) {  // C18.cost
  Browser by = browser();
  const auto page = by.get("/calculs/couverture?ca=5000000&taux=0%2C25&impot=25");
  EXPECT_EQ(page.status, 200);
  for (const auto* text :
       {"0,15\u00a0%", "0,25\u00a0%", "0,5\u00a0%", "13\u202f625,00\u00a0€", "10\u202f218,75\u00a0€"})
    EXPECT_TRUE(page.shows(text)) << text;
}

}  // namespace
