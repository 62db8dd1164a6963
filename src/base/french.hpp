// How values are written on French screens, mails and messages. So that an amount never breaks over two lines,
// thousands are parted by the narrow no-break space (U+202F) and a unit (€, %, km, h, j, min) stands after a no-break
// space (U+00A0). Between words, and between a number and a noun, the space is ordinary.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/money.hpp"
#include "base/time.hpp"

namespace base::french {

std::string integer(std::int64_t n);           // 1 234 567
std::string euros(Money amount);               // 1 234,50 €
std::string ungrouped(Money amount);           // 1234,50: in a field, in a cell; base::parse_money reads it
std::string percent(Rate rate);                // 10 %, 0,25 %
std::string day_short(Day day);                // 21/11/2026 (tables)
std::string day_medium(Day day);               // 21 nov. 2026; 1er déc. 2026
std::string day_long(Day day);                 // samedi 21 novembre 2026
std::string time_of_day(Instant instant);      // 09:12 (Paris)
std::string instant_medium(Instant instant);   // 21 nov. 2026, 09:12
std::string instant_weekday(Instant instant);  // sam. 21 nov. 2026, 09:12
std::string distance(int metres);              // 850 m, 6 km, 12,4 km (≥ 0)

// Time left or gone, whole minutes, the two largest units: "dans 31 h", "dans 3 j 4 h", "dans 12 min",
// "dépassée de 2 h" (of an échéance). Days from 48 h on, since delays of 48 h are spoken of in hours.
std::string remaining(Instant due, Instant now);
std::string elapsed(Duration duration);  // "3 j 4 h", "12 min", "moins d’une minute"

// The space before : ; ! ? » and after « made a no-break one, so that no line begins or ends with the sign alone.
// Sources are written with plain spaces; pages and papers are drawn through this.
bool breaks_at_punctuation(std::string_view text);  // whether there is such a plain space
std::string with_no_break_spaces(std::string_view text);

// 0 and 1 take the singular: "0 dossier", "1 dossier", "2 dossiers"; the number is grouped by integer().
std::string plural(std::int64_t n, std::string_view singular, std::string_view plural_form);

}  // namespace base::french
