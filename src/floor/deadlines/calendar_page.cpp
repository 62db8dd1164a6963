// GET /echeances.ics and /calendrier/{}: what an organisation owes, and what is owed in its files, for its members'
// calendars (P4.icalendar).
#include "floor/deadlines/calendar_address.hpp"
#include "floor/deadlines/deadline_view.hpp"
#include "floor/deadlines/icalendar.hpp"
#include "floor/deadlines/pages.hpp"
#include "floor/visit/page.hpp"
#include "floor/visit/site.hpp"

namespace deadlines {
namespace {

// A delay is moved later and never forward: its length grows with each move, whoever made it.
int sequence_of(const Deadline& deadline) {
  return static_cast<int>(std::chrono::floor<base::minutes>(deadline.due - deadline.start).count());
}

// The file's page as this person opens it.
std::optional<web::html::Url> page_of(const visit::Visit& visit, const platform::FileRef& file,
                                      const identity::Actor& reader) {
  const visit::FileKind* kind = visit.site.file_kind(file.kind);
  if (kind == nullptr || (!kind->readers.empty() && !kind->readers.meets(reader.kinds))) return std::nullopt;
  return kind->url(file.id, reader);
}

CalendarEvent event_of(const visit::Visit& visit, const Deadline& deadline, const identity::Actor& reader) {
  const platform::Settings& settings = visit.platform.settings;
  CalendarEvent event{
      .uid = "echeance-" + std::to_string(deadline.id.value) + "@" + std::string(host_of(settings.public_url)),
      .at = shown(deadline.due),
      .sequence = sequence_of(deadline),
      .summary = std::string(visit.site.delay_label(deadline.rule)),
      .description = deadline.reason.empty() ? "" : "Reportée : " + deadline.reason};
  if (const auto url = page_of(visit, deadline.file, reader))
    event.url = settings.public_url + std::string(url->text());
  return event;
}

CalendarEvent event_of(const visit::Visit& visit, const visit::WatchedDelay& watched, const identity::Actor& reader) {
  CalendarEvent event = event_of(visit, watched.delay, reader);
  event.summary += " · " + watched.about;
  return event;
}

web::Response calendar_of(const visit::Visit& visit, const identity::Actor& reader) {
  struct Read {
    std::vector<Deadline> owed;
    std::vector<visit::WatchedDelay> watched;
  };
  const Read found = visit.platform.database.read([&](db::Transaction& tx) {
    Read read{pending_of_owner(tx, reader.organisation), {}};
    for (const visit::WatchedDelays source : visit.site.watched_delays)
      for (visit::WatchedDelay& watched : source(tx, reader)) read.watched.push_back(std::move(watched));
    return read;
  });
  Calendar calendar{.name = visit.platform.settings.product_name + " · " + reader.organisation_name,
                    .written = visit.now,
                    .events = {}};
  for (const Deadline& deadline : found.owed) calendar.events.push_back(event_of(visit, deadline, reader));
  for (const visit::WatchedDelay& watched : found.watched) calendar.events.push_back(event_of(visit, watched, reader));
  return calendar_response(calendar, "echeances.ics");
}

}  // namespace

web::Response show_calendar(visit::Visit& visit) { return calendar_of(visit, visit.actor()); }

web::Response show_calendar_of_address(visit::Visit& visit) {
  const auto holder = visit.platform.database.read([&](db::Transaction& tx) {
    return holder_of_calendar(tx, calendar_purpose, visit.parameter(0), visit.platform.settings.server_key);
  });
  return holder ? calendar_of(visit, *holder) : visit::not_found(visit);
}

}  // namespace deadlines
