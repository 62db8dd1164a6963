#include "base/calendar.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace base {
namespace {

Day day(std::string_view iso) { return Day::from_iso(iso).value(); }

TEST(Calendar, EasterIsTheSundayOfTheGregorianComputus) {
  for (const char* easter : {"1583-04-10", "1818-03-22", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23",
                             "2008-03-23", "2024-03-31", "2026-04-05", "2027-03-28", "2038-04-25", "2285-03-22"})
    EXPECT_EQ(easter_sunday(day(easter).year()).iso(), easter);
}

RC_GTEST_PROP(Calendar, EasterIsASundayFromMarch22ToApril25, ()) {
  const int year = *rc::gen::inRange(1583, 10000);
  const Day easter = easter_sunday(year);
  RC_ASSERT(easter.weekday() == 7);
  RC_ASSERT(easter >= *Day::of(year, 3, 22) && easter <= *Day::of(year, 4, 25));
}

TEST(Calendar, TheMainlandHasElevenHolidays) {
  const std::pair<const char*, const char*> holidays[] = {{"2027-01-01", "Jour de l’an"},
                                                          {"2027-03-29", "Lundi de Pâques"},
                                                          {"2027-05-01", "Fête du Travail"},
                                                          {"2027-05-06", "Ascension"},
                                                          {"2027-05-08", "Victoire de 1945"},
                                                          {"2027-05-17", "Lundi de Pentecôte"},
                                                          {"2027-07-14", "Fête nationale"},
                                                          {"2027-08-15", "Assomption"},
                                                          {"2027-11-01", "Toussaint"},
                                                          {"2027-11-11", "Armistice de 1918"},
                                                          {"2027-12-25", "Noël"}};
  for (const auto& [iso, name] : holidays) EXPECT_EQ(public_holiday_name(day(iso)), name);
  int count = 0;
  for (Day d = day("2027-01-01"); d.year() == 2027; d = d + 1) count += public_holiday(d) ? 1 : 0;
  EXPECT_EQ(count, 11);
}

TEST(Calendar, AlsaceAndMoselleHaveTwoMore) {
  for (const char* department : {"57", "67", "68"}) {
    EXPECT_EQ(public_holiday_name(day("2027-03-26"), department), "Vendredi saint");
    EXPECT_EQ(public_holiday_name(day("2027-12-26"), department), "Saint-Étienne");
    EXPECT_EQ(public_holiday_name(day("2027-07-14"), department), "Fête nationale");
  }
  EXPECT_FALSE(public_holiday(day("2027-03-26")));
  EXPECT_FALSE(public_holiday(day("2027-12-26"), "69"));
}

TEST(Calendar, EachOverseasDepartmentKeepsItsDayOfAbolition) {
  const std::pair<const char*, const char*> days[] = {{"971", "2027-05-27"},
                                                      {"972", "2027-05-22"},
                                                      {"973", "2027-06-10"},
                                                      {"974", "2027-12-20"},
                                                      {"976", "2027-04-27"}};
  for (const auto& [department, iso] : days) {
    EXPECT_EQ(public_holiday_name(day(iso), department), "Abolition de l’esclavage");
    EXPECT_FALSE(public_holiday(day(iso)));
  }
  EXPECT_FALSE(public_holiday(day("2027-05-27"), "972"));
}

TEST(Calendar, TargetClosesOnSixDaysAndWeekEnds) {
  for (const char* closed :
       {"2027-01-01", "2027-03-26", "2027-03-29", "2026-05-01", "2026-12-25", "2028-12-26", "2026-11-21", "2026-11-22"})
    EXPECT_FALSE(target_day(day(closed))) << closed;
  for (const char* open :
       {"2026-05-08", "2026-07-14", "2028-08-15", "2027-11-01", "2026-11-11", "2026-05-14", "2026-11-23"})
    EXPECT_TRUE(target_day(day(open))) << open;
}

TEST(Calendar, TheNextTargetDayIsTheDayItselfWhenItIsOne) {
  EXPECT_EQ(next_target_day(day("2026-11-23")), day("2026-11-23"));
  EXPECT_EQ(next_target_day(day("2027-03-26")), day("2027-03-30"));
  EXPECT_EQ(next_target_day(day("2026-12-25")), day("2026-12-28"));
}

}  // namespace
}  // namespace base
