// Asking for a date, deciding it, answering (M21, M22). Each can be called without a page.
#pragma once

#include <string>

#include "base/outcome.hpp"
#include "desks/motor/file/file_history.hpp"
#include "desks/motor/schedule/schedule.hpp"

namespace motor::schedule {

inline constexpr base::RefusalCode unknown{base::RefusalKind::not_found, "motor.date.unknown"};
inline constexpr base::RefusalCode choice_missing{base::RefusalKind::invalid, "motor.date.choice_missing"};
inline constexpr base::RefusalCode reason_missing{base::RefusalKind::invalid, "motor.date.reason_missing"};
inline constexpr base::RefusalCode same_date{base::RefusalKind::invalid, "motor.date.same_date"};
inline constexpr base::RefusalCode already_asked{base::RefusalKind::conflict, "motor.date.already_asked"};
inline constexpr base::RefusalCode already_decided{base::RefusalKind::conflict, "motor.date.already_decided"};
inline constexpr base::RefusalCode changed{base::RefusalKind::conflict, "motor.date.changed"};
inline constexpr base::RefusalCode moved_on{base::RefusalKind::conflict, "motor.date.moved_on"};

struct Asking {
  Kind kind;
  When when;
  std::string comment = {};
};
// By the repairer. Another date of the kind that still waits gives way to this one.
base::Outcome<DateId> suggest(platform::Act& act, const identity::Actor& repairer, FileId id, const Asking& asking);
// By the firm, agreed otherwise (by telephone…): in force at once.
base::Outcome<DateId> fix(platform::Act& act, const identity::Actor& cabinet, FileId id, const Asking& asking);

// What a person answers to the date as his screen showed it (`seen`: its version then).
struct Answer {
  Event event;
  std::int64_t seen;
  std::optional<When> other = {};  // of a counter-proposal
  std::string reason = {};
};
base::Outcome<base::Done> decide(platform::Act& act, const identity::Actor& cabinet, DateId id, const Answer& answer);
base::Outcome<base::Done> reply(platform::Act& act, const identity::Actor& repairer, DateId id, const Answer& answer);

// The file went through that event: what no longer holds, once the appointment is cancelled or the file closed, is
// withdrawn.
void follow(platform::Act& act, const file::File& file, file::Event event);

// The file is about to go to another repairer, or to nobody: what was asked for by or agreed with the one who had it is
// withdrawn; an inspection that was to come no longer is (M31.fresh).
void hand_over(platform::Act& act, file::File& file, identity::OrganisationId next);
// M35.danger: a delivery that was announced no longer holds; the repairer is told.
void forbid_delivery(platform::Act& act, const file::File& file);

}  // namespace motor::schedule
