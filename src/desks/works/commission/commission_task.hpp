// What an administrator must look at about a commission (W27, W30).
#pragma once

#include "desks/works/commission/commission.hpp"
#include "desks/works/task/task.hpp"

namespace works::commission {

void open_task(platform::Act& act, task::Kind kind, const Commission& commission, std::int64_t subject);

}  // namespace works::commission
