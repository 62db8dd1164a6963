#include "desks/motor/schedule/schedule.hpp"

#include <algorithm>

namespace motor::schedule {

bool concerns(const Date& date, const file::File& file) { return !date.repairer || date.repairer == file.repairer; }

std::optional<Date> in_force(const std::vector<Date>& dates, Kind kind) {
  const auto found = std::find_if(dates.rbegin(), dates.rend(),
                                  [kind](const Date& date) { return date.kind == kind && date.in_force; });
  return found == dates.rend() ? std::nullopt : std::optional(*found);
}

std::optional<Date> waiting(const std::vector<Date>& dates, Kind kind) {
  const auto found = std::find_if(dates.rbegin(), dates.rend(),
                                  [kind](const Date& date) { return date.kind == kind && open(date.state); });
  return found == dates.rend() ? std::nullopt : std::optional(*found);
}

}  // namespace motor::schedule
