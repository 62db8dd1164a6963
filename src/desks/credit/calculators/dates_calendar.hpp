// The dates that bind (C23) for a person's own calendar.
#pragma once

#include <string>

#include "base/rule.hpp"
#include "desks/credit/engine/calculus.hpp"
#include "floor/deadlines/icalendar.hpp"

namespace credit::calculators {

inline constexpr base::Rule dates_calendar_rules[] = {
    MANDAT_RULE("C23.calendar",
                "The dates that were calculated are downloaded as a calendar: each date and its reminders that are "
                "still to come, whole days; downloaded again, a date replaces what stood for it"),
};

struct CalendarSubject {
  std::string about;  // "Facture F-2026-031"
  std::string key;    // the same for the same invoice, and for no other: letters, digits and "-"
  std::string host;   // "mandat.example.fr"
};

deadlines::Calendar dates_calendar(const engine::Deadlines& dates, const CalendarSubject& of, base::Instant now);

}  // namespace credit::calculators
