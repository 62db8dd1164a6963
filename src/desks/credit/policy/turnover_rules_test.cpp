#include "desks/credit/policy/turnover_rules.hpp"

#include <gtest/gtest.h>

namespace credit::policy {
namespace {

using base::Day;
using base::Money;

Day day(const char* iso) { return *Day::from_iso(iso); }

// Worked example 2: 0.25 % of the turnover, minimum and deposits 10 000, limite de décaissement × 30.
offer::Quote quote() {
  offer::Quote made;
  made.premium.terms.minimum_premium = Money::euros(10'000);
  made.premium.terms.disbursement_multiple = base::Rate::percent(3'000);
  made.premium.lines = {{.name = "France", .rate = base::Rate{250'000}, .insurable_turnover = Money::euros(4'000'000)},
                        {.name = "Export",
                         .zone = engine::Zone::abroad,
                         .rate = base::Rate{250'000},
                         .insurable_turnover = Money::euros(1)}};
  made.deposits = Money::euros(10'000);
  return made;
}

const Day effect = day("2026-12-01");

std::vector<Declared> quarters(std::int64_t france, std::int64_t abroad, int count) {
  std::vector<Declared> all;
  for (const char* from : {"2026-12-01", "2027-03-01", "2027-06-01", "2027-09-01"})
    if (static_cast<int>(all.size()) < count)
      all.push_back({day(from), {Money::euros(france / 4), Money::euros(abroad / 4)}, {}});
  return all;
}

// C15.declared
TEST(TurnoverYear, C15_regularises_once_every_period_is_declared) {
  const auto three = turnover_year(quote(), effect, quarters(3'500'000, 1'500'000, 3), day("2027-12-10"));
  EXPECT_EQ(three.declared, 3U);
  EXPECT_FALSE(three.whole());
  EXPECT_FALSE(three.regularisation);
  const auto four = turnover_year(quote(), effect, quarters(3'500'000, 1'500'000, 4), day("2027-12-10"));
  ASSERT_TRUE(four.regularisation);
  EXPECT_EQ(four.regularisation->premium.premium.value, Money::euros(12'500));
  EXPECT_EQ(four.regularisation->regularisation.value, Money::euros(2'500));
  EXPECT_EQ(four.regularisation->premium.tax.value, Money{78'750});
  EXPECT_EQ(four.regularisation->final_limit->value, Money::euros(375'000));
  const auto less = turnover_year(quote(), effect, quarters(3'000'000, 0, 4), day("2027-12-10"));
  EXPECT_EQ(less.regularisation->regularisation.value, Money{});  // the minimum holds
}

// C15.declared
TEST(TurnoverYear, C15_opens_a_period_the_day_after_it_ends_and_is_late_the_day_after_it_is_due) {
  const auto standing = [](const char* today) {
    return turnover_year(quote(), effect, {}, day(today)).periods.front().standing;
  };
  EXPECT_EQ(standing("2027-02-28"), PeriodStanding::to_come);
  EXPECT_EQ(standing("2027-03-01"), PeriodStanding::open);
  EXPECT_EQ(standing("2027-03-30"), PeriodStanding::open);
  EXPECT_EQ(standing("2027-03-31"), PeriodStanding::late);
  const auto known = turnover_year(quote(), effect, quarters(4, 0, 1), day("2027-03-31"));
  EXPECT_EQ(known.periods[0].standing, PeriodStanding::declared);
  EXPECT_EQ(known.periods[1].standing, PeriodStanding::to_come);
}

TEST(TurnoverYear, C14_a_forfait_declares_nothing) {
  auto flat = quote();
  flat.premium.terms.model = engine::ContractModel::forfait;
  const auto year = turnover_year(flat, effect, {}, day("2027-12-10"));
  EXPECT_TRUE(year.periods.empty());
  EXPECT_FALSE(year.whole());
}

}  // namespace
}  // namespace credit::policy
