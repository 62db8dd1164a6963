#include "desks/works/tradesman/profile_rules.hpp"

#include <algorithm>

#include "base/assert.hpp"

namespace works::tradesman {
namespace {

constexpr base::Rule rule_rows[] = {
    MANDAT_RULE(
        "W8.coverage",
        "A trade can be offered on a day only if a certificate of décennale covers it on that day, its first and "
        "last day included"),
    MANDAT_RULE("W8.warning", "A certificate is shown as ending during its last thirty days"),
    MANDAT_RULE("W9.radius", "A firm is asked within its own radius around its base, 1 to 150 km, the edge included"),
    MANDAT_RULE(
        "W9.availability",
        "A firm is available in a period when it works, by its week, and is not absent on one day of it at least"),
};

bool works_on(const Tradesman& firm, base::Day day) {
  return firm.weekdays[static_cast<std::size_t>(day.weekday() - 1)] == '1';
}

}  // namespace

std::optional<base::Day> covered_until(std::span<const Coverage> coverages, std::string_view trade, base::Day day) {
  std::optional<base::Day> until;
  for (const auto& coverage : coverages)
    if (coverage.trade == trade && coverage.valid_from <= day && day <= coverage.valid_until)
      until = std::max(until, std::optional(coverage.valid_until));
  return until;
}

bool covers(std::span<const Coverage> coverages, std::string_view trade, base::Day day) {
  return covered_until(coverages, trade, day).has_value();
}

Validity validity_on(const Coverage& coverage, base::Day day) {
  if (day < coverage.valid_from) return Validity::coming;
  if (day > coverage.valid_until) return Validity::over;
  return coverage.valid_until - day < expiry_warning_days.value() ? Validity::ending : Validity::valid;
}

bool reaches(const Tradesman& firm, int distance_m) { return distance_m <= firm.radius_m; }

bool radius_allowed(int radius_m) {
  return smallest_radius_km.value() * 1000 <= radius_m && radius_m <= largest_radius_km.value() * 1000;
}

std::optional<base::Day> first_available(const Tradesman& firm, std::span<const Absence> absences,
                                         const Period& period) {
  MANDAT_ASSERT(weekdays_well_formed(firm.weekdays) && period.days > 0);
  for (base::Day day = period.first; day <= period.last(); day = day + 1) {
    const bool absent = std::any_of(absences.begin(), absences.end(), [&](const Absence& absence) {
      return absence.first_day <= day && day <= absence.last_day;
    });
    if (works_on(firm, day) && !absent) return day;
  }
  return std::nullopt;
}

bool weekdays_well_formed(std::string_view weekdays) {
  return weekdays.size() == 7 && weekdays.find_first_not_of("01") == weekdays.npos &&
         weekdays.find('1') != weekdays.npos;
}

std::span<const base::Rule> profile_rules() { return rule_rows; }

}  // namespace works::tradesman
