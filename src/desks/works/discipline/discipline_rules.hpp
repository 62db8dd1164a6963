// When a firm is warned, and when its deactivation is proposed (W18, W20). Pure.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "base/rule.hpp"
#include "base/time.hpp"

namespace works::discipline {

inline constexpr base::Figure<int> inactive_days{"W18.inactive_days", 90};
inline constexpr base::Figure<int> notice_days{"W18.notice_days", 30};
inline constexpr base::Figure<int> look_again_days{"W18.look_again_days", 30};  // something was open or unpaid
inline constexpr base::Figure<int> warnings_before_proposal{"W20.warnings", 3};
inline constexpr base::Figure<int> warning_months{"W20.warning_months", 12};

// W18: 09:00 in Paris on the first day after ninety days without a sign of life, the next morning when that is past.
base::Instant inactivity_due(base::Instant last_sign, base::Instant now);
bool inactive(base::Instant last_sign, base::Instant now);
base::Day last_notice_day(base::Instant given);

// W20: a warning counts until the same day twelve months later begins.
base::Instant warning_over(base::Instant given);
bool counts(base::Instant given, base::Instant now);
bool proposes(int counting_warnings);

enum class WarningKind {
  late_cancellation,  // given back more than 48 h after its acceptance
  not_told,           // neither quote nor word in time: the broker had to take the job back
};
std::string_view to_text(WarningKind kind);
std::optional<WarningKind> warning_kind_from_text(std::string_view text);
std::string_view label(WarningKind kind);

enum class Ground { inactivity, warnings };
std::string_view to_text(Ground ground);
std::optional<Ground> ground_from_text(std::string_view text);
std::string_view label(Ground ground);

std::span<const base::Rule> rules();

}  // namespace works::discipline
