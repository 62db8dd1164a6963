// GET /reparateurs/agenda.ics and /reparateurs/calendrier/{}: the dates in force, for a person's own calendar
// (M33.calendar).
#include "desks/motor/file/file_briefs.hpp"
#include "desks/motor/rounds/rounds_pages.hpp"
#include "desks/motor/rounds/subscription.hpp"
#include "desks/motor/schedule/schedule.hpp"
#include "floor/deadlines/calendar_address.hpp"
#include "floor/deadlines/icalendar.hpp"
#include "floor/identity/names.hpp"
#include "floor/visit/page.hpp"

namespace motor::rounds {
namespace {

using deadlines::CalendarEvent;
using schedule::Date;
using web::html::Url;

constexpr int days_before = 31, days_after = 366;
constexpr int most_events = 2000;
constexpr base::Duration length_of_inspection = base::hours(1);

std::string_view short_label(schedule::Kind kind) {
  switch (kind) {
    case schedule::Kind::visit:
      return "RDV terrain";
    case schedule::Kind::repair:
      return "Réparation";
    case schedule::Kind::remote:
      return "EAD";
    case schedule::Kind::delivery:
      return "Livraison + facturation";
  }
  return {};
}

// Sequences were minutes once, up to some thirty millions: those that count changes begin above.
constexpr std::int64_t first_sequence = 40'000'000;

// One UID for a file and a kind: a date that takes another's place moves the event. `changes`: of those dates, so far.
CalendarEvent event_of(const platform::Settings& settings, const Date& date, const file::Brief& file,
                       std::string_view other, std::int64_t changes) {
  CalendarEvent event{
      .uid = "rdv-" + std::to_string(file.id.value) + "-" + std::string(to_text(date.kind)) + "@" +
             std::string(deadlines::host_of(settings.public_url)),
      .at = instant_of(date.when),
      .sequence = static_cast<int>(first_sequence + changes),
      .summary = std::string(short_label(date.kind)) + " · " + file.vehicle_words(),
      .description = "Dossier " + file.reference + "\n" + std::string(other),
      .url = settings.public_url + std::string(Url::path("/reparateurs/dossiers/{}/expertise", file.id).text())};
  if (!date.comment.empty()) event.description += "\n" + date.comment;
  if (date.kind == schedule::Kind::visit) event.location = file.place_words();
  if (date.when.time)
    event.length = length_of_inspection;
  else
    event.day = date.when.day;
  return event;
}

web::Response calendar_of(const visit::Visit& visit, const identity::Actor& reader) {
  const file::Scope scope = file::scope_of(reader);
  const base::Day today = base::paris::day_of(visit.now);
  deadlines::Calendar calendar{
      .name = visit.platform.settings.product_name + " · rendez-vous · " + reader.organisation_name,
      .written = visit.now,
      .events = {}};
  visit.platform.database.read([&](db::Transaction& tx) {
    const bool firm = scope.side == file::Side::cabinet;
    auto dates = schedule::between(tx, scope, today - days_before, today + days_after, most_events);
    std::erase_if(dates, [](const Date& date) { return !date.in_force; });
    std::vector<FileId> ids;
    for (const Date& date : dates) ids.push_back(date.file);
    const auto changes = schedule::changes_of(tx, ids);
    const file::Briefs files(tx, std::move(ids));
    const identity::Names names(tx, files.organisations());
    for (const Date& date : dates) {
      const file::Brief* file = files.of(date.file);
      if (file == nullptr || (!firm && file->repairer != scope.organisation)) continue;
      calendar.events.push_back(event_of(visit.platform.settings, date, *file,
                                         names.of(firm ? file->repairer : file->cabinet),
                                         changes.at({date.file, date.kind})));
    }
  });
  return deadlines::calendar_response(calendar, "rendez-vous.ics");
}

}  // namespace

web::Response show_calendar(visit::Visit& visit) { return calendar_of(visit, visit.actor()); }

web::Response show_subscribed(visit::Visit& visit) {
  const auto holder = visit.platform.database.read([&](db::Transaction& tx) {
    return deadlines::holder_of_calendar(tx, calendar_purpose, visit.parameter(0), visit.platform.settings.server_key);
  });
  return holder ? calendar_of(visit, *holder) : visit::not_found(visit);
}

}  // namespace motor::rounds
