// What a firm may be offered and when: its certificates, its radius, its week and its absences (W8, W9). Pure.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "base/rule.hpp"
#include "desks/works/tradesman/profile.hpp"

namespace works::tradesman {

inline constexpr base::Figure<int> smallest_radius_km{"W9.smallest_radius_km", 1};
inline constexpr base::Figure<int> largest_radius_km{"W9.largest_radius_km", 150};

// W8.coverage: a certificate covers the trade on that day, its first and last day included.
bool covers(std::span<const Coverage> coverages, std::string_view trade, base::Day day);
// The last day of the certificate that covers the trade on that day; of several, the latest. Null: none does.
std::optional<base::Day> covered_until(std::span<const Coverage> coverages, std::string_view trade, base::Day day);

inline constexpr base::Figure<int> expiry_warning_days{"W8.expiry_warning_days", 30};
enum class Validity { coming, valid, ending, over };  // ending: within expiry_warning_days
Validity validity_on(const Coverage& coverage, base::Day day);

// W9.radius: the very edge included.
bool reaches(const Tradesman& firm, int distance_m);
bool radius_allowed(int radius_m);

// Days of the calendar that follow one another.
struct Period {
  base::Day first;
  int days = 1;  // > 0
  base::Day last() const { return first + (days - 1); }
};
// W9.availability: the first day of the period on which the firm works and is not absent. Null: it is unavailable.
std::optional<base::Day> first_available(const Tradesman& firm, std::span<const Absence> absences,
                                         const Period& period);

// Seven characters 0 or 1, Monday first, one 1 at least.
bool weekdays_well_formed(std::string_view weekdays);

std::span<const base::Rule> profile_rules();

}  // namespace works::tradesman
