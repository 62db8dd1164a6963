#include "desks/motor/file/flags_rules.hpp"

#include <fmt/format.h>

namespace motor::file {

base::Day offer_by(base::Day report) { return report + offer_days.value(); }
base::Day answer_by(base::Day offer) { return offer + answer_days.value(); }

base::Outcome<base::Day> check_flag_day(base::Day day, const std::optional<base::Day>& not_before, base::Day today) {
  if (day > today) return base::Refusal{flag_day_to_come, "day"};
  if (not_before && day < *not_before)
    return base::Refusal{
        flag_day_too_early,
        "day",
        {fmt::format("{:02}-{:02}-{:04}", not_before->day_of_month(), not_before->month(), not_before->year())}};
  return day;
}

}  // namespace motor::file
