#include "desks/works/tradesman/profile_rules.hpp"

#include <gtest/gtest.h>

namespace works::tradesman {
namespace {

base::Day november(int day) { return *base::Day::of(2026, 11, day); }  // the 21st is a Saturday

// W8.coverage
TEST(Coverage, HoldsFromTheCertificatesFirstDayToItsLast) {
  const std::vector<Coverage> coverages{{"plomberie", november(2), november(20), "Axiom 123"},
                                        {"plomberie", november(25), november(30), "Axiom 124"}};
  EXPECT_FALSE(covers(coverages, "plomberie", november(1)));
  EXPECT_TRUE(covers(coverages, "plomberie", november(2)));
  EXPECT_TRUE(covers(coverages, "plomberie", november(20)));
  EXPECT_FALSE(covers(coverages, "plomberie", november(21)));
  EXPECT_TRUE(covers(coverages, "plomberie", november(25)));
  EXPECT_FALSE(covers(coverages, "peinture", november(10)));
  EXPECT_FALSE(covers({}, "plomberie", november(10)));
}

// W8.coverage
TEST(Coverage, LastsAsLongAsTheLatestCertificateOfTheDay) {
  const std::vector<Coverage> coverages{{"plomberie", november(2), november(28), "Axiom 123"},
                                        {"plomberie", november(1), november(20), "Axiom 122"},
                                        {"plomberie", november(29), november(30), "Axiom 124"}};
  EXPECT_EQ(covered_until(coverages, "plomberie", november(10)), november(28));
  EXPECT_EQ(covered_until(coverages, "plomberie", november(1)), november(20));
  EXPECT_EQ(covered_until(coverages, "peinture", november(10)), std::nullopt);
}

// W8.warning
TEST(Coverage, IsShownAsEndingDuringItsLastThirtyDays) {
  const Coverage november_only{"plomberie", november(1), november(30), "Axiom 123"};
  EXPECT_EQ(validity_on(november_only, november(1) - 1), Validity::coming);
  EXPECT_EQ(validity_on(november_only, november(1)), Validity::ending);
  EXPECT_EQ(validity_on(november_only, november(30)), Validity::ending);
  EXPECT_EQ(validity_on(november_only, november(30) + 1), Validity::over);
  const Coverage long_one{"plomberie", november(1) - 300, november(30), "Axiom 122"};
  EXPECT_EQ(validity_on(long_one, november(30) - 30), Validity::valid);
  EXPECT_EQ(validity_on(long_one, november(30) - 29), Validity::ending);
}

// W9.radius
TEST(Radius, IncludesItsEdge) {
  const Tradesman firm{.radius_m = 30'000};
  EXPECT_TRUE(reaches(firm, 30'000));
  EXPECT_FALSE(reaches(firm, 30'001));
}

// W9.radius
TEST(Radius, LiesBetweenOneAndAHundredAndFiftyKilometres) {
  EXPECT_FALSE(radius_allowed(999));
  EXPECT_TRUE(radius_allowed(1000));
  EXPECT_TRUE(radius_allowed(150'000));
  EXPECT_FALSE(radius_allowed(150'001));
}

// W9.availability
TEST(Availability, BeginsOnTheFirstDayOfTheFirmsWeek) {
  const Tradesman weekdays_only{.weekdays = "1111100"};
  EXPECT_EQ(first_available(weekdays_only, {}, {november(21), 2}), std::nullopt);
  EXPECT_EQ(first_available(weekdays_only, {}, {november(21), 3}), november(23));
  EXPECT_EQ(first_available({.weekdays = "0000010"}, {}, {november(21), 1}), november(21));
}

// W9.availability
TEST(Availability, NeedsOneDayThatIsNotAnAbsence) {
  const Tradesman firm{.weekdays = "1111100"};
  const std::vector<Absence> absences{{1, november(16), november(18)}, {2, november(20), november(20)}};
  EXPECT_EQ(first_available(firm, absences, {november(16), 3}), std::nullopt);
  EXPECT_EQ(first_available(firm, absences, {november(16), 4}), november(19));
  EXPECT_EQ(first_available(firm, absences, {november(20), 3}), std::nullopt);
  EXPECT_EQ(first_available(firm, absences, {november(20), 4}), november(23));
}

// W9
TEST(WeekPattern, HasSevenDaysOneOfThemWorked) {
  EXPECT_TRUE(weekdays_well_formed("1111100"));
  EXPECT_FALSE(weekdays_well_formed("0000000"));
  EXPECT_FALSE(weekdays_well_formed("111110"));
  EXPECT_FALSE(weekdays_well_formed("11111x0"));
}

TEST(TradesmanState, IsReadBackAsItWasWritten) {
  for (const State state : {State::active, State::suspended, State::left}) {
    EXPECT_EQ(state_from_text(to_text(state)), state);
    EXPECT_FALSE(label(state).empty());
  }
  EXPECT_EQ(state_from_text("gone"), std::nullopt);
}

}  // namespace
}  // namespace works::tradesman
