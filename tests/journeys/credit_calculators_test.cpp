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

// C25, C26: worked examples 1 and 3
TEST_P(CreditCalculators, reckon_an_indemnity_and_who_receives_what_comes_back_later) {
  Browser by = browser();
  EXPECT_TRUE(by.get("/calculs/indemnite").shows("27\u202f000,00\u00a0€"));
  const std::string at = "/calculs/indemnite?creance=40+000&limite=30+000&quotite=90&imputation=";
  const auto after = by.get(at + "pro_rata&franchise=2000&ordre=percentage_first&recouvre=0");
  EXPECT_TRUE(after.shows("25\u202f000,00\u00a0€"));
  EXPECT_FALSE(after.shows("Récupéré après l’indemnité"));
  const auto before = by.get(at + "pro_rata&franchise=0&recouvre=10000");
  EXPECT_TRUE(before.shows("20\u202f250,00\u00a0€"));
  EXPECT_TRUE(before.shows("9\u202f750,00\u00a0€"));
  const auto later = by.get(at + "pro_rata&franchise=0&recouvre=0&ensuite=10000");
  for (const auto* text : {"6\u202f750,00\u00a0€", "3\u202f250,00\u00a0€", "Comment est calculé : Part de l’assureur"})
    EXPECT_TRUE(later.shows(text)) << text;
  const auto too_much = by.get(at + "pro_rata&franchise=0&recouvre=10000&ensuite=30000,01");
  EXPECT_EQ(too_much.status, 422);
  EXPECT_TRUE(too_much.shows("Les récupérations dépassent la créance."));
  EXPECT_EQ(too_much.hidden("ensuite"), "30000,01");
  const auto whole = by.get(at + "pro_rata&franchise=0&recouvre=40000");
  EXPECT_TRUE(whole.shows("0,00\u00a0€"));  // nothing is owed any more
  EXPECT_EQ(by.get("/calculs/indemnite?creance=0&limite=1&quotite=101&franchise=0&recouvre=0").status, 422);
}

// C23, C23.calendar: the example of the specification
TEST_P(CreditCalculators, give_the_dates_to_keep_and_put_them_in_ones_own_calendar) {
  Browser by = browser();
  EXPECT_EQ(by.get("/calculs/delais").status, 200);
  const std::string typed =
      "?facture=F-2026-031&emise=2026-11-10&echeance=2026-12-25&pays=domestic"
      "&base=maximum_credit_period&dms=30&di=60";
  const auto page = by.get("/calculs/delais" + typed);
  for (const auto* text : {"9 avril 2027", "8 juin 2027", "Rappels : 25 mars 2027"})
    EXPECT_TRUE(page.shows(text)) << text;
  const auto calendar = by.get("/calculs/delais.ics" + typed);
  EXPECT_TRUE(calendar.body.starts_with("BEGIN:VCALENDAR\r\n"));
  EXPECT_NE(calendar.body.find("DTSTART;VALUE=DATE:20270409"), std::string::npos);
  EXPECT_NE(calendar.body.find("DTSTART;VALUE=DATE:20270608"), std::string::npos);
  const auto wrong = by.get("/calculs/delais?emise=hier&echeance=&dms=x&di=60&report=2026-11-31");
  EXPECT_EQ(wrong.status, 422);
  for (const auto* text : {"Cette date ne se lit pas", "Indiquez cette valeur", "Indiquez un nombre de jours"})
    EXPECT_TRUE(wrong.shows(text)) << text;
  const auto early = by.get("/calculs/delais?emise=2026-11-10&echeance=2026-11-09&dms=30&di=60");
  EXPECT_TRUE(early.shows("Cette date ne peut pas être avant le 10 nov. 2026."));
  EXPECT_EQ(by.get("/calculs/delais.ics?emise=hier&echeance=&dms=x&di=60").status, 303);  // to the page, which says why
  const auto long_term = by.get("/calculs/delais?emise=2026-11-10&echeance=2027-06-09&dms=30&di=60");
  EXPECT_TRUE(long_term.shows("Cette facture n’est pas couverte"));
  const auto past = by.get("/calculs/delais?emise=2020-11-10&echeance=2020-12-09&dms=30&di=60");
  EXPECT_TRUE(past.shows("Toutes ces dates sont passées."));
}

}  // namespace
