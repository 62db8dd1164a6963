// Reminders to the repairer of a file, by rule: they follow its state (M34), and keep quiet until an announced day
// (M24).
#pragma once

#include <string>

#include "desks/motor/file/file.hpp"
#include "desks/motor/reminder/reminder_rules.hpp"
#include "floor/deadlines/deadlines.hpp"
#include "floor/platform/act.hpp"

namespace motor::reminder {

inline constexpr std::string_view deadline_rule = "M34.reminder";
inline constexpr std::string_view subject_kind = "motor.reminder";

struct Standing {
  std::optional<base::Day> quiet_until = {};
  std::optional<base::Day> announced = {};  // later than quiet_until when the cap shortened it
  std::int64_t sent = 0;                    // for what is awaited now
  std::optional<base::Instant> last = {};
  std::optional<base::Instant> since = {};  // when this wait began anew; none: with the file's state
};
Standing standing(db::Transaction& tx, FileId file);
Pace pace_of(db::Transaction& tx, identity::OrganisationId cabinet);
void save_pace(platform::Act& act, identity::OrganisationId cabinet, const Pace& pace);

// The file went through that event, from that state: what was awaited no longer is, or was sent (M34.sent); what is now
// will be reminded of.
void follow(platform::Act& act, const file::File& file, file::State from, file::Event event);
// Something that was sent is not compliant: the wait begins anew, unless the firm still has something to judge.
void ask_again(platform::Act& act, const file::File& file);
// Another repairer has the file: nothing of the former one's counts, and what is awaited is awaited of him from now on.
void hand_over(platform::Act& act, const file::File& file);
// M24: the end of works and the invoice are announced for that day, and the firm has validated it.
void hold(platform::Act& act, const file::File& file, base::Day announced);
// That day no longer holds.
void release(platform::Act& act, const file::File& file);

void register_delays(deadlines::Handlers& handlers);

// Internal to the folder.
void save(db::Transaction& tx, FileId file, const Standing& standing);

}  // namespace motor::reminder
