// Days, counts and percentages as people type them in spreadsheets (P13). Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/money.hpp"
#include "base/time.hpp"

namespace tables {

// "21/11/2026", "21-11-2026", "21.11.2026", "21/11/26" (00 to 49: 20xx), "2026-11-21"; a time of day after it is left.
std::optional<base::Day> parse_day(std::string_view typed);

// "12", "1 234", "1.234"; not negative, at most 10^15.
std::optional<std::int64_t> parse_count(std::string_view typed);

// "0,25 %", "0.25", "10": percent, with six decimals at most, up to 1 000 %; not negative.
std::optional<base::Rate> parse_percent(std::string_view typed);

// Euros of a number that a spreadsheet stored, rounded to the cent half away from zero, as it showed it; null when it
// is negative or above 10 billion.
std::optional<base::Money> money_of_decimal(std::string_view decimal);

}  // namespace tables
