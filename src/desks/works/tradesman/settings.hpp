// What a firm sets itself, at any time (W9): where its base is, how far and on which days it works, when it is away.
#pragma once

#include <string>
#include <vector>

#include "base/outcome.hpp"
#include "desks/works/tradesman/tradesman.hpp"
#include "floor/places/communes.hpp"
#include "floor/platform/platform.hpp"

namespace works::tradesman {

using base::RefusalCode;
using base::RefusalKind;
inline constexpr RefusalCode unknown_tradesman{RefusalKind::not_found, "works.tradesman.unknown"};
inline constexpr RefusalCode unknown_postal_code{RefusalKind::invalid, "works.tradesman.unknown_postal_code"};
inline constexpr RefusalCode commune_missing{RefusalKind::invalid, "works.tradesman.commune_missing"};
inline constexpr RefusalCode bad_radius{RefusalKind::invalid, "works.tradesman.bad_radius"};  // {0} to {1} km
inline constexpr RefusalCode no_working_day{RefusalKind::invalid, "works.tradesman.no_working_day"};
inline constexpr RefusalCode absence_day_missing{RefusalKind::invalid, "works.tradesman.absence_day_missing"};
inline constexpr RefusalCode absence_backwards{RefusalKind::invalid, "works.tradesman.absence_backwards"};
inline constexpr RefusalCode absence_over{RefusalKind::invalid, "works.tradesman.absence_over"};

// As typed, under the names of the form's fields.
struct SettingsForm {
  std::string postal_code, insee, radius_km;
  std::vector<std::string> weekdays;  // "1" Monday … "7" Sunday
};
struct Settings {
  const places::Commune* base;
  int radius_m;
  std::string weekdays;
};
// All refusals at once, each beside its field. A postal code with a single commune needs no choice of commune.
base::Outcome<Settings> check(const SettingsForm& form);

struct AbsenceForm {
  std::string first_day, last_day;  // ISO; without a last day, one day
};
struct AbsenceDays {
  base::Day first, last;
};
base::Outcome<AbsenceDays> check(const AbsenceForm& form, base::Day today);

// Each refuses an organisation that is no tradesman of the desk.
base::Outcome<base::Done> change_settings(platform::Platform& platform, const identity::Actor& actor,
                                          const Settings& settings);
base::Outcome<base::Done> add_absence(platform::Platform& platform, const identity::Actor& actor,
                                      const AbsenceDays& days);
base::Outcome<base::Done> remove_absence(platform::Platform& platform, const identity::Actor& actor,
                                         std::int64_t absence);

}  // namespace works::tradesman
