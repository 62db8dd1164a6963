// Numbers and days as workbooks store them (P13). Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.hpp"
#include "floor/tables/grid.hpp"

namespace tables {

// "1.2345000000000001E3" → "1234.5": plain decimal, rounded to the 15 significant digits that Excel shows, never
// through a floating-point number; times 10^shift. Null when it is no number or has more than 30 places.
std::optional<std::string> plain_decimal(std::string_view stored, int shift = 0);

// A count of days, with the time of day as its decimals, which are dropped: 45982.5 → 2025-11-21. Null when it is no
// day of that system up to the year 9999; 29 February 1900, which Excel believes in, is none.
std::optional<base::Day> day_of_serial(std::string_view stored, DateSystem system);

// What a cell's number format makes of its number.
enum class Shown : std::uint8_t { number, day, percentage };
// "dd/mm/yyyy" and "0.00%", but not "[h]:mm", "#,##0.00" or "0 \"jours\"".
Shown shown_by(std::string_view format);
Shown shown_by_built_in(int format_id);  // of those that a workbook does not spell out (ECMA-376, 18.8.30)

}  // namespace tables
