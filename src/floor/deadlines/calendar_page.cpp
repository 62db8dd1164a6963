// GET /echeances.ics: what the actor's organisation owes, for its members' calendars (P4.icalendar).
#include "floor/deadlines/deadline_view.hpp"
#include "floor/deadlines/icalendar.hpp"
#include "floor/deadlines/pages.hpp"
#include "floor/visit/file_link.hpp"
#include "floor/visit/site.hpp"

namespace deadlines {
namespace {

// A delay is moved later and never forward: its length grows with each move, whoever made it.
int sequence_of(const Deadline& deadline) {
  return static_cast<int>(std::chrono::floor<base::minutes>(deadline.due - deadline.start).count());
}

CalendarEvent event_of(const visit::Visit& visit, const Deadline& deadline) {
  const platform::Settings& settings = visit.platform.settings;
  CalendarEvent event{
      .uid = "echeance-" + std::to_string(deadline.id.value) + "@" + std::string(host_of(settings.public_url)),
      .at = shown(deadline.due),
      .sequence = sequence_of(deadline),
      .summary = std::string(visit.site.delay_label(deadline.rule)),
      .description = deadline.reason.empty() ? "" : "Reportée : " + deadline.reason};
  if (const auto url = visit::file_url(visit, deadline.file))
    event.url = settings.public_url + std::string(url->text());
  return event;
}

}  // namespace

web::Response show_calendar(visit::Visit& visit) {
  const auto owed = visit.platform.database.read(
      [&](db::Transaction& tx) { return pending_of_owner(tx, visit.actor().organisation); });
  Calendar calendar{.name = visit.platform.settings.product_name + " · " + visit.actor().organisation_name,
                    .written = visit.now,
                    .events = {}};
  for (const Deadline& deadline : owed) calendar.events.push_back(event_of(visit, deadline));
  web::Response response;
  response.body = to_icalendar(calendar);
  response.header("Content-Type", "text/calendar; charset=utf-8")
      .header("Content-Disposition", "attachment; filename=\"echeances.ics\"");
  return response;
}

}  // namespace deadlines
