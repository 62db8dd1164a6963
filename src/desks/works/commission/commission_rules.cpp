#include "desks/works/commission/commission_rules.hpp"

#include <algorithm>

#include "base/calendar.hpp"

namespace works::commission {

base::Day last_target_day(base::Day up_to) {
  while (!base::target_day(up_to)) up_to = up_to - 1;
  return up_to;
}

std::optional<Window> debit_window(base::Day closed, base::Day announced) {
  const auto first = base::next_target_day(std::max(closed + soonest_days.value(), announced + notice_days.value()));
  const auto last = last_target_day(closed + latest_days.value());
  if (first > last) return std::nullopt;
  return Window{first, last};
}

Window window_again(base::Day announced) {
  const auto first = base::next_target_day(announced + notice_days.value());
  return {first, last_target_day(first + (latest_days.value() - soonest_days.value()))};
}

base::Day last_announcement(base::Day closed) {
  return last_target_day(closed + latest_days.value()) - notice_days.value();
}

}  // namespace works::commission
