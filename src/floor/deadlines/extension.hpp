// An administrator puts a pending delay off, with a reason that both sides see (P4).
#pragma once

#include <optional>
#include <string_view>

#include "base/outcome.hpp"
#include "floor/deadlines/deadlines.hpp"

namespace deadlines {

inline constexpr base::Rule extension_rules[] = {
    MANDAT_RULE("P4.extension",
                "An administrator may put a pending delay off to a later instant that is still to come, never "
                "bring it forward; the reason stands on the delay, where both sides read it."),
};

inline constexpr base::RefusalCode unknown_deadline{base::RefusalKind::not_found, "deadline.unknown"};
inline constexpr base::RefusalCode not_pending{base::RefusalKind::conflict, "deadline.not_pending"};
inline constexpr base::RefusalCode day_missing{base::RefusalKind::invalid, "deadline.day_missing"};
inline constexpr base::RefusalCode bad_time{base::RefusalKind::invalid, "deadline.bad_time"};
inline constexpr base::RefusalCode reason_missing{base::RefusalKind::invalid, "deadline.reason_missing"};
inline constexpr base::RefusalCode reason_too_long{base::RefusalKind::invalid, "deadline.reason_too_long"};
inline constexpr base::RefusalCode not_later{base::RefusalKind::invalid, "deadline.not_later"};

inline constexpr std::size_t longest_reason = 500;  // code points

// The form's fields "jour" (2026-11-26), "heure" (09:12; empty: the end of that day) and "motif".
struct TypedExtension {
  std::string_view day, time, reason;
};
struct Extension {
  base::Instant due;  // the first late instant
  std::string reason;
};
base::Outcome<Extension> parse(const TypedExtension& typed);

// Moves the delay and records it in the journal. The delay as it is now.
base::Outcome<Deadline> extend(platform::Act& act, DeadlineId id, const Extension& extension);

}  // namespace deadlines
