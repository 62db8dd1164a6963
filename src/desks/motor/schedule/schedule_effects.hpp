// What a date causes once it holds, or no longer does: the file's state, its inspection day, the reminders. Internal to
// the folder.
#pragma once

#include "desks/motor/schedule/schedule_actions.hpp"

namespace motor::schedule {

// The date, whose state is `validated`, holds from now on instead of any other of its kind; saved with what it causes.
// Refused when the file cannot follow (M35.danger).
base::Outcome<base::Done> put_in_force(platform::Act& act, file::File& file, Date& date);
// Ends one that is open or in force, without word of the other side.
void withdraw(platform::Act& act, Date& date, Event event, std::string_view reason);

}  // namespace motor::schedule
