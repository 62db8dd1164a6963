// French public holidays and TARGET days.
#pragma once

#include <string_view>

#include "base/time.hpp"

namespace base {

Day easter_sunday(int year);  // Gregorian computus, 1583 to 9999

// The 11 public holidays of the mainland (C. trav. L3133-1), plus those of Alsace-Moselle (57, 67, 68: C. trav.
// L3134-13; Good Friday holds in communes that have a Protestant church) and the day of the abolition of slavery
// overseas (971 to 974 and 976: law 83-550) when `department` names one. Empty text: the mainland. Years 1583 to 9999.
bool public_holiday(Day day, std::string_view department = "");
std::string_view public_holiday_name(Day day, std::string_view department = "");  // French; empty when none

// The TARGET calendar of the European Central Bank: SEPA settles on no other day.
bool target_day(Day day);
Day next_target_day(Day from);  // `from` itself when it is one

}  // namespace base
