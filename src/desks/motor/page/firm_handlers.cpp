// The firm's acts on the state and the marks of a file.
#include <algorithm>

#include "base/text.hpp"
#include "desks/motor/document/tidings.hpp"
#include "desks/motor/file/flags.hpp"
#include "desks/motor/page/file_pages.hpp"
#include "desks/motor/page/file_view.hpp"
#include "desks/motor/page/firm_events.hpp"
#include "floor/visit/page.hpp"

namespace motor::page {
namespace {

std::optional<file::File> own_file(db::Transaction& tx, const visit::Visit& visit) {
  auto file = file::find(tx, FileId{visit.id()});
  if (file && file->cabinet != visit.actor().organisation) file.reset();
  return file;
}

bool by_hand(file::Event event) {
  return std::any_of(std::begin(firm_events), std::end(firm_events),
                     [event](const FirmEvent& row) { return row.event == event; });
}

// What the repairer must do, or must no longer do, is told to him.
bool told(file::Event event) {
  return event == file::Event::document_asked || event == file::Event::closed || event == file::Event::reopened ||
         event == file::Event::appointment_cancelled || event == file::Event::remote_chosen;
}

}  // namespace

web::Response post_event(visit::Visit& visit) {
  const FileId id{visit.id()};
  const auto event = file::event_from_text(visit.request.form.get("event"));
  const std::string reason(visit.request.form.get("reason"));
  const auto done = visit.platform.act(visit.author(), [&](platform::Act& act) -> base::Outcome<base::Done> {
    auto file = own_file(act.tx, visit);
    if (!file) return file::unknown;
    if (!event || !by_hand(*event)) return base::Refusal{file::event_missing, "event"};
    auto moved = file::apply(act, *file, *event, reason);
    if (moved && told(*event)) document::notice(act, *file, file->repairer, label(*event), reason);
    return moved;
  });
  return after(visit, id, done, event ? std::string(label(*event)) + "." : std::string());
}

web::Response post_mark(visit::Visit& visit) {
  const FileId id{visit.id()};
  const auto mark = file::mark_from_text(visit.request.form.get("mark"));
  const auto done = visit.platform.act(visit.author(), [&](platform::Act& act) -> base::Outcome<base::Done> {
    if (!own_file(act.tx, visit)) return file::unknown;
    if (!mark) return base::Refusal{file::flag_missing, "mark"};
    const auto typed = base::trim(visit.request.form.get("day"));
    const auto day = base::Day::from_iso(typed);
    if (!typed.empty() && !day) return base::Refusal{file::flag_day_unreadable, "day"};
    return file::note(act, visit.actor(), id, *mark, day);
  });
  return after(visit, id, done, mark ? std::string(file::remark_label(to_text(*mark))) + "." : std::string());
}

}  // namespace motor::page
