#include "desks/works/commission/commission_task.hpp"

namespace works::commission {

void open_task(platform::Act& act, task::Kind kind, const Commission& commission, std::int64_t subject) {
  task::open(act,
             {.kind = kind, .claim = commission.claim, .organisation = commission.organisation, .subject = subject});
}

}  // namespace works::commission
