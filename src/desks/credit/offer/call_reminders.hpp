// A call with an insurer's underwriter, once booked, is not forgotten (C9.call).
#pragma once

#include "base/rule.hpp"
#include "desks/credit/offer/offer.hpp"
#include "floor/deadlines/deadlines.hpp"

namespace credit::offer {

inline constexpr base::Rule call_rules[] = {
    MANDAT_RULE(
        "C9.reminded",
        "The broker is reminded of a booked call at 09:00 the day before, or an hour ahead when it was booked "
        "later than that; the call stands in his calendar, and once its time has come its outcome is asked for"),
};

inline constexpr base::Figure<int> call_reminded_days{"C9.call_reminded_days", 1};    // before the call, at 09:00
inline constexpr base::Figure<int> call_reminded_hours{"C9.call_reminded_hours", 1};  // before it, when booked late

namespace deadline_rule {
inline constexpr std::string_view call = "C9.call";
inline constexpr std::string_view call_reminder = "C9.call_reminder";
}  // namespace deadline_rule
inline constexpr std::string_view call_subject = "credit.call";

void start_reminders(platform::Act& act, const Offer& offer, const Call& call);
void stop_reminders(platform::Act& act, std::int64_t call);  // its outcome is noted
void register_call_delays(deadlines::Handlers& handlers);

}  // namespace credit::offer
