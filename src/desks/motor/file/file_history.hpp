// What changes a file's state, and what is remembered of it (M11).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/outcome.hpp"
#include "desks/motor/file/file.hpp"
#include "floor/platform/act.hpp"

namespace motor::file {

inline constexpr base::RefusalCode unknown{base::RefusalKind::not_found, "motor.file.unknown"};
inline constexpr base::RefusalCode not_now{base::RefusalKind::conflict, "motor.file.not_now"};
inline constexpr base::RefusalCode event_missing{base::RefusalKind::invalid, "motor.file.event_missing"};
inline constexpr base::RefusalCode reason_missing{base::RefusalKind::invalid, "motor.file.reason_missing"};
inline constexpr base::RefusalCode reason_too_long{base::RefusalKind::invalid, "motor.file.reason_too_long"};

// Takes the file through the event: saves it, and writes the history and the fact. Refuses an event that is not for its
// state, and a missing reason where M11.reason wants one. `file` is as it stands in this transaction; it follows.
base::Outcome<base::Done> apply(platform::Act& act, File& file, Event event, std::string_view reason = {});
// The same when the event may be of no consequence: false, and nothing done, when it is not for the file's state.
bool apply_if_possible(platform::Act& act, File& file, Event event);

// A line of the history.
struct Change {
  base::Instant at;
  identity::AccountId account;  // none: a delay, the system
  identity::OrganisationId organisation;
  std::string event;  // text of an Event, or of another remark
  std::optional<State> from, to;
  std::string reason;
};
std::vector<Change> history(db::Transaction& tx, FileId id);  // oldest first
// The last request for documents made to who has the file; none when it was made to another before him.
struct Asked {
  std::int64_t id;  // of its line
  base::Instant at;
  std::string reason;  // what was asked for
};
std::optional<Asked> last_asked(db::Transaction& tx, FileId id);
// A remark that changes no state: "repairer_changed"…
void remark(platform::Act& act, const File& file, std::string_view event, std::string_view reason = {});
std::string_view remark_label(std::string_view event);  // French; empty when it is none
// French for the codes of the facts, for the floor's journal.
std::vector<std::pair<std::string_view, std::string>> fact_words();

}  // namespace motor::file
