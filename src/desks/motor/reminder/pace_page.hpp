// The handlers of a firm's pace of reminders, and their rows (M34).
#pragma once

#include <vector>

#include "base/outcome.hpp"
#include "floor/visit/route.hpp"

namespace motor::reminder {

inline constexpr base::RefusalCode bad_days{base::RefusalKind::invalid, "motor.reminder.bad_days"};
inline constexpr base::RefusalCode bad_count{base::RefusalKind::invalid, "motor.reminder.bad_count"};

web::Response show_pace(visit::Visit& visit);
web::Response post_pace(visit::Visit& visit);

std::vector<visit::Route> routes();

}  // namespace motor::reminder
