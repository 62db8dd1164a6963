// The days of an irreparable vehicle: of the report, of the insurer's offer, of the owner's answer (M35). Pure.
#pragma once

#include <optional>

#include "base/outcome.hpp"
#include "base/rule.hpp"
#include "base/time.hpp"

namespace motor::file {

inline constexpr base::Rule flag_rules[] = {
    MANDAT_RULE(
        "M35",
        "VEI: the insurer's offer is due within 15 days of the report, the owner's answer within 30 days of the "
        "offer (C. route L327-1), whatever the day on which the firm notes them"),
    MANDAT_RULE("M35.danger",
                "A VE or VGE vehicle is not announced as delivered, nor its invoice accepted, before the "
                "conformity report is in (C. route L327-5); a delivery announced before the mark holds no longer"),
};
inline constexpr base::Figure<int> offer_days{"M35.offer_days", 15};  // calendar days
inline constexpr base::Figure<int> answer_days{"M35.answer_days", 30};

inline constexpr base::RefusalCode flag_day_to_come{base::RefusalKind::invalid, "motor.file.flag_day_to_come"};
inline constexpr base::RefusalCode flag_day_too_early{base::RefusalKind::invalid, "motor.file.flag_day_too_early"};

// The last day in time.
base::Day offer_by(base::Day report);
base::Day answer_by(base::Day offer);

// A day that a mark bears: not to come, and not before the one it follows, if any. Refusals stand beside `day`.
base::Outcome<base::Day> check_flag_day(base::Day day, const std::optional<base::Day>& not_before, base::Day today);

}  // namespace motor::file
