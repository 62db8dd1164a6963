// How long a transfer to a partner may wait for a batch before someone is told (W29, W30). Pure.
#pragma once

#include "base/rule.hpp"
#include "base/time.hpp"

namespace works::money {

inline constexpr base::Rule transfer_rules[] = {
    MANDAT_RULE("W29.never_late",
                "A transfer, of bonuses or of a refund, that is in no released batch four days before its last day is "
                "an administrator's task; at the end of that day it is withdrawn, which is a task of its own"),
};

inline constexpr base::Figure<int> transfer_alarm_days{"W29.alarm_days", 4};  // before the last day

inline base::Day alarm_day(base::Day latest) { return latest - transfer_alarm_days.value(); }

}  // namespace works::money
